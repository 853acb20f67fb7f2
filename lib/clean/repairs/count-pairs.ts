import { withoutAnnotations } from './gbk-items.ts';

const PAIR = /(?=(\p{sc=Han}\p{sc=Han}))/gu;

/** The pairs of Chinese characters of a page with their numbers. */
export function countPairs(lines: readonly string[]): Map<string, number> {
  const pairs = new Map<string, number>();
  for (const line of lines) {
    for (const [, pair = ''] of withoutAnnotations(line).matchAll(PAIR)) {
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
  }
  return pairs;
}
