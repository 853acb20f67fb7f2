import { namesEra } from '../metadata/byline.ts';
import type { Line } from './scan-lines.ts';

/**
 * Where one of the first two lines says who wrote the poem, and when they lived: 清代 · 林知微. -1 if none does, if other
 * lines say it too, as in a collection, or if nothing stands below it.
 */
export function poetLine(lines: readonly Line[]): number {
  const at = lines.slice(0, 2).findIndex(({ text }) => namesEra(text));
  if (at < 0 || at === lines.length - 1) return -1;
  return lines.some(({ text }, other) => other > at && namesEra(text)) ? -1 : at;
}
