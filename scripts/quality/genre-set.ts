import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanPage } from '../../lib/clean/clean-page.ts';
import type { CleanResult } from '../../lib/model/cleaning.ts';
import { characterScore } from './measures.ts';

interface GenrePage {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly url: string | null;
  readonly gold: Readonly<Record<string, unknown>>;
}

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

export function readGenre(folder: string): GenrePage[] {
  const index = join(folder, 'index.json');
  if (!existsSync(index)) return [];
  const entries: { name: string; file: string; contentType: string; url: string | null }[] =
    JSON.parse(readFileSync(index, 'utf8'));
  return entries.map(({ name, file, contentType, url }) => ({
    name,
    contentType,
    url,
    bytes: readFileSync(join(folder, file)),
    gold: JSON.parse(readFileSync(join(folder, 'gold', `${name}.json`), 'utf8')),
  }));
}

export function readSeeds(folder: string): GenrePage[] {
  if (!existsSync(folder)) return [];
  return readdirSync(join(folder, 'gold')).map((file) => {
    const name = file.replace(/\.json$/, '');
    return {
      name,
      contentType: 'text/plain; charset=utf-8',
      url: null,
      bytes: readFileSync(join(folder, 'raw', `${name}.txt`)),
      gold: JSON.parse(readFileSync(join(folder, 'gold', file), 'utf8')),
    };
  });
}

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
