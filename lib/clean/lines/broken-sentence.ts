import { CLOSING } from './raw-line.ts';

const CLAUSE = /[，；：]/u;
const WORD_END = /[\p{sc=Han}\d]$/u;
const LONGEST = 40;

/**
 * Keeps what stands in the middle of a sentence that an extractor broke at a link or at emphasis: between a line without
 * its end and one that begins with the mark behind the words. `own` is '' where the line is a frame's.
 */
export function keepBroken(
  texts: readonly string[],
  own: readonly string[],
  kept: boolean[],
): void {
  for (let at = 1; at + 1 < texts.length; at += 1) {
    const text = own[at] ?? '';
    if (kept[at] || !kept[at - 1] || !kept[at + 1] || text === '' || text.length > LONGEST)
      continue;
    if (CLOSING.test(texts[at + 1] ?? '') && goesOn(texts[at - 1] ?? '')) kept[at] = true;
  }
}

/** It has clauses, and ends in a word. */
function goesOn(text: string): boolean {
  return CLAUSE.test(text) && WORD_END.test(text);
}
