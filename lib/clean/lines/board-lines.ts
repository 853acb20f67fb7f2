import { at } from '../content/numbers.ts';

/** What a teacher plans to write on the board, and other parts only lesson plans have. */
const HEADING =
  /^(?:附[:：])?(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）、．.]\s?)?(?:附[:：]?)?(?:板书(?:设计)?|教学(?:反思|后记)|课后(?:反思|记|作业)|作业(?:设计|布置)|布置作业)[:：]?$/u;
/** So probable is a line of the document's last part at least. */
const LEAST = 0.3;
const LONGEST = 24;
const MOST = 12;
/** Words parted by blanks and arrows are written on a board, and sentences below it end the look. */
const ENDS = /[。！？，；,;:：]/u;

/**
 * Keeps what stands on the board at the end of a lesson plan: right below the document the heading and the short lines
 * under it, which are no sentences, as long as the model (`keep`) is in doubt about them. `texts` is '' for a line of a frame.
 */
export function keepBoard(texts: readonly string[], keep: Float64Array, kept: boolean[]): void {
  const heading = kept.lastIndexOf(true) + 1;
  if (heading === 0 || !HEADING.test(texts[heading] ?? '') || at(keep, heading) < LEAST) return;
  kept[heading] = true;
  for (let index = heading + 1; index <= heading + MOST; index += 1) {
    const text = texts[index] ?? '';
    const isShort = text !== '' && text.length <= LONGEST && !ENDS.test(text);
    if (!isShort || at(keep, index) < LEAST) return;
    kept[index] = true;
  }
}
