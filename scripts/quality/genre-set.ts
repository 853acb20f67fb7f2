import { cleanPage } from '../../lib/clean/clean-page.ts';
import type { Document } from '../../lib/model/document.ts';
import type { GenrePage } from './genre-pages.ts';
import { characterScore } from './measures.ts';

export interface GenreResult {
  readonly name: string;
  /** The gold says that there is no document: only that is compared. */
  readonly noDocument: boolean;
  readonly exact: boolean;
  readonly f1: number;
  /** The text, cleaned once more as an extracted text, is the same. */
  readonly again: boolean;
  /** Fields that were compared. */
  readonly asked: readonly string[];
  /** Fields that differ from the gold: name → [gold, ours]. */
  readonly wrong: Readonly<Record<string, readonly [unknown, unknown]>>;
}

const FIELDS = [
  ...['title', 'publishedAt', 'site', 'author', 'category', 'declaredUrl', 'page'],
  ...['incomplete', 'repairs'],
];
/** The order says nothing. */
const SETS = new Set(['incomplete', 'repairs']);

export function scoreGenre({ name, gold }: GenrePage, document: Document): GenreResult {
  const ours: Readonly<Record<string, unknown>> = { ...document };
  const goldText = String(gold['text'] ?? '');
  const listed = gold['incomplete'];
  const noDocument = Array.isArray(listed) && listed.includes('no-document');
  const untested = Array.isArray(gold['untested']) ? gold['untested'] : [];
  const asked = noDocument
    ? ['no-document']
    : FIELDS.filter((field) => field in gold && !untested.includes(field));
  const wrong: Record<string, readonly [unknown, unknown]> = {};
  for (const field of asked) {
    const key = noDocument ? 'incomplete' : field;
    if (normal(key, gold[key]) !== normal(key, ours[key])) wrong[field] = [gold[key], ours[key]];
  }
  return {
    name,
    noDocument,
    exact: noDocument || squeezed(goldText) === squeezed(document.text),
    f1: noDocument ? 1 : characterScore(goldText, document.text),
    again: noDocument || cleanedAgain(document.text) === document.text,
    asked,
    wrong,
  };
}

function cleanedAgain(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return cleanPage({ bytes, contentType: 'text/plain; charset=utf-8', url: null }).document.text;
}

function normal(field: string, value: unknown): string {
  return JSON.stringify(SETS.has(field) && Array.isArray(value) ? [...value].sort() : value);
}

const squeezed = (value: string): string => value.replace(/\s+/gu, '');
