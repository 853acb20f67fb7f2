import { cleanPage } from '../../lib/clean/clean-page.ts';
import type { CleanResult } from '../../lib/model/cleaning.ts';
import type { GenrePage } from './genre-pages.ts';
import { characterScore } from './measures.ts';

export interface GenreResult {
  readonly name: string;
  readonly exact: boolean;
  readonly f1: number;
  /** Fields that differ from the gold: name → [gold, ours]. */
  readonly wrong: Readonly<Record<string, readonly [unknown, unknown]>>;
  readonly gold: string;
  readonly text: string;
}

const FIELDS = ['title', 'publishedAt', 'site', 'author', 'declaredUrl', 'page'];
const LISTS = ['category', 'incomplete', 'repairs'];

export function scoreGenre(page: GenrePage): GenreResult {
  const { document }: CleanResult = cleanPage(page);
  const ours: Record<string, unknown> = { ...document };
  const gold = String(page.gold['text'] ?? '');
  const listed = page.gold['incomplete'];
  const noDocument = Array.isArray(listed) && listed.includes('no-document');
  const wrong: Record<string, readonly [unknown, unknown]> = {};
  const compare = (field: string, normal: (value: unknown) => string): void => {
    if (!(field in page.gold)) return;
    if (normal(page.gold[field]) !== normal(ours[field])) {
      wrong[field] = [page.gold[field], ours[field]];
    }
  };
  if (!noDocument) for (const field of FIELDS) compare(field, (value) => JSON.stringify(value));
  const asSet = (value: unknown): string =>
    JSON.stringify(Array.isArray(value) ? [...value].sort() : value);
  for (const field of noDocument ? ['incomplete'] : LISTS) compare(field, asSet);
  const squeeze = (value: string): string => value.replace(/\s+/gu, '');
  return {
    name: page.name,
    exact: noDocument || squeeze(gold) === squeeze(document.text),
    f1: noDocument ? 1 : characterScore(gold, document.text),
    wrong,
    gold,
    text: document.text,
  };
}
