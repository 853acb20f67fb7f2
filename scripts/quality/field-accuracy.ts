import type { Document } from '../../lib/model/document.ts';
import type { BenchPage } from './bench-set.ts';

const NOT_WORD = /[^\p{L}\p{N}]+/gu;
const normal = (value: string): string => value.toLowerCase().replace(NOT_WORD, ' ').trim();

const day = (value: string): string => value.slice(0, 10);

/** Whether the value is what the gold says, or one of the spellings it allows. */
function isOneOf(
  gold: string | readonly string[],
  value: string,
  spelling: (value: string) => string,
): boolean {
  const allowed = typeof gold === 'string' ? [gold] : gold;
  return allowed.some((one) => spelling(one) === spelling(value));
}

/** Accuracy of title, author and date on the pages whose gold has them. */
export function fieldAccuracy(): {
  add(page: BenchPage, document: Document): void;
  figures(): [string, number][];
} {
  const right = new Map<string, number>();
  const asked = new Map<string, number>();
  const count = (field: string, ok: boolean): void => {
    asked.set(field, (asked.get(field) ?? 0) + 1);
    right.set(field, (right.get(field) ?? 0) + Number(ok));
  };
  return {
    add(page, document) {
      if (page.title) count('title', isOneOf(page.title, document.title, normal));
      if (page.author) count('author', isOneOf(page.author, document.author ?? '', normal));
      if (page.date) count('date', isOneOf(page.date, document.publishedAt ?? '', day));
    },
    figures: () =>
      [...asked].map(([field, times]): [string, number] => [
        field,
        (right.get(field) ?? 0) / times,
      ]),
  };
}
