const NUMBER =
  /^(?:(?<section>\d{1,2}(?:\.\d{1,2}){1,3})(?![\d.])|第(?<clause>[一二三四五六七八九十百]{1,5}|\d{1,3})[条章节]|(?<item>\d{1,3})[.、．](?!\d)|(?<chapter>[一二三四五六七八九十]{1,4})、|(?<letter>[A-H])[.．、](?![A-Za-z.]))/u;
const FIGURES = /^\d/u;
const DIGITS = '零一二三四五六七八九';

/** A number at the start of a line, of a series of such. */
export interface SeriesNumber {
  /** What is before the number: 3. of 3.2, the kind of a clause. */
  readonly series: string;
  readonly number: number;
}

/** The number that a line begins with: 第三条, 六、, 3.2, B.; null if it begins with none. */
export function numberOf(text: string): SeriesNumber | null {
  const groups = NUMBER.exec(text)?.groups;
  if (!groups) return null;
  const { section, clause, chapter, letter, item } = groups;
  if (section !== undefined) {
    const dot = section.lastIndexOf('.') + 1;
    return { series: section.slice(0, dot), number: Number(section.slice(dot)) };
  }
  if (clause !== undefined) return { series: 'clause', number: figureOf(clause) };
  if (chapter !== undefined) return { series: 'chapter', number: figureOf(chapter) };
  if (letter !== undefined) return { series: 'letter', number: letter.charCodeAt(0) };
  return { series: 'item', number: Number(item) };
}

/** 二十三 → 23 */
function figureOf(words: string): number {
  if (FIGURES.test(words)) return Number(words);
  let [sum, digit] = [0, 0];
  for (const word of words) {
    const unit = word === '百' ? 100 : word === '十' ? 10 : 0;
    if (unit > 0) {
      sum += Math.max(1, digit) * unit;
      digit = 0;
    } else digit = DIGITS.indexOf(word);
  }
  return sum + digit;
}
