import type { Lexicon } from './lexicon.ts';
import { MAX_WORD_IDS, wordIds } from './word-ids.ts';

/** Lines of this length come again on a page: menus, buttons, counters. */
const MAX_KNOWN = 40;

/** Scores lines of one page by their words: the weights' sum by the root of their number. */
export function wordScorer({ words }: Lexicon): (text: string) => number {
  const ids = new Int32Array(MAX_WORD_IDS);
  const known = new Map<string, number>();
  const score = (text: string): number => {
    const count = wordIds(text, ids);
    let sum = 0;
    for (let index = 0; index < count; index += 1) sum += words[ids[index] ?? 0] ?? 0;
    return count > 0 ? sum / Math.sqrt(count) : 0;
  };
  return (text) => {
    if (text.length > MAX_KNOWN) return score(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = score(text);
    known.set(text, value);
    return value;
  };
}
