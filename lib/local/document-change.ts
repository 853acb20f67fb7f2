import type { Document } from '#lib/model/document.ts';
import type { Row, UrlState } from '#lib/model/row.ts';

/** What cleaning a page again did to its document. */
export const CHANGES = [
  'unchanged',
  'text-changed',
  'metadata-changed',
  'became-document',
  'became-no-document',
  'no-raw', // the response is not kept: the document stays as it is
  'failed',
] as const;

export interface DocumentChange {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly change: (typeof CHANGES)[number];
  /** Characters in lines that only the new document has, and only the old one. */
  readonly added: number;
  readonly removed: number;
  /** Fields of the document that differ, text and Markdown aside. */
  readonly fields: readonly string[];
  readonly detail: string | null;
}

type Versions = { readonly before: Document | null; readonly after: Document | null };

/** Neither identity nor what follows from the text. */
const COMPARED = [
  'title',
  'author',
  'publishedAt',
  'site',
  'category',
  'language',
  'declaredUrl',
  'page',
  'pageCount',
  'incomplete',
  'repairs',
] as const satisfies readonly (keyof Document)[];

/** The change a row of cleaning again means, with the documents before and after. */
export function documentChange(
  { id, url, content }: UrlState,
  row: Pick<Row, 'state' | 'reason' | 'detail'> | null,
  { before, after }: Versions,
): DocumentChange {
  const title = after?.title ?? before?.title ?? content?.title ?? '';
  const same = { id, url, title, added: 0, removed: 0, fields: [], detail: null };
  if (row === null) return { ...same, change: 'no-raw' };
  if (row.state === 'failed') {
    const change = row.reason === 'lost' ? 'no-raw' : 'failed';
    return { ...same, change, detail: row.detail };
  }
  if (after === null) {
    if (before === null) return { ...same, change: 'unchanged' };
    const removed = charsOf(before.text);
    return { ...same, change: 'became-no-document', removed, detail: row.reason };
  }
  if (before === null) return { ...same, change: 'became-document', added: charsOf(after.text) };
  const fields = COMPARED.filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  if (before.text !== after.text)
    return { ...same, change: 'text-changed', ...lineDifference(before, after), fields };
  if (fields.length > 0) return { ...same, change: 'metadata-changed', fields };
  if (before.markdown !== after.markdown)
    return { ...same, change: 'metadata-changed', fields: ['markdown'] };
  return { ...same, change: 'unchanged' };
}

/** By lines as a multiset: a moved line is no change of size. */
function lineDifference(before: Document, after: Document): { added: number; removed: number } {
  const counts = new Map<string, number>();
  for (const line of before.text.split('\n')) counts.set(line, (counts.get(line) ?? 0) + 1);
  for (const line of after.text.split('\n')) counts.set(line, (counts.get(line) ?? 0) - 1);
  const difference = { added: 0, removed: 0 };
  for (const [line, count] of counts) {
    if (count > 0) difference.removed += count * charsOf(line);
    else difference.added -= count * charsOf(line);
  }
  return difference;
}

/** Characters without white space, as `quality.chars` counts. */
function charsOf(text: string): number {
  let chars = 0;
  for (const character of text) if (character.trim() !== '') chars += 1;
  return chars;
}
