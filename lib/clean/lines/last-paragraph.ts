import { isPlain, type Line } from './scan-lines.ts';

/** A paragraph of two sentences is worth more than a line: so probable it stays, at the document's end too. */
const LEAST = 0.3;
const SHORTEST = 40;
const ENDED = /[。！？!?]$/u;
const MARKS = /[。！？!?]/gu;

/**
 * Keeps paragraphs right below the document that the model is in doubt about: the likeliest course may leave it one
 * paragraph early, where a list follows. What sites write below a text is a sentence, seldom two.
 */
export function keepLastParagraphs(
  lines: readonly Line[],
  keep: Float64Array,
  kept: boolean[],
): void {
  for (let at = kept.lastIndexOf(true) + 1; at > 0 && at < lines.length; at += 1) {
    const line = lines[at];
    if (!line || !isPlain(line) || !isParagraph(line) || (keep[at] ?? 0) < LEAST) return;
    kept[at] = true;
  }
}

function isParagraph({ text, prose, promotions }: Line): boolean {
  if (!prose || text.length < SHORTEST || promotions.length > 0 || !ENDED.test(text)) return false;
  return (text.match(MARKS)?.length ?? 0) > 1;
}
