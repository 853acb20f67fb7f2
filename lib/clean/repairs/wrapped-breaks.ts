/** One line feed of a program; two of them are an empty line between paragraphs. */
const ONE_BREAK = /\\r\\n|\\n|x0dx0a|_x000[dD]_/g;
const BREAK = /^(?:\\r\\n|\\n|x0dx0a|_x000[dD]_)$/;
const CLAUSE_END = /[，、,]$/u;
const SENTENCE_END = /[。；;]$/u;
const GOES_ON = /^[\p{sc=Han}“《（\d]/u;
/** 一、, （二）, 第三条, 1.: a new line, whatever ends above it. */
const ITEM =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[、.．)）]|第[一二三四五六七八九十百\d]{1,4}[章节条])/u;
/** Verses and rows of a form end with commas, too; they are shorter. */
const SHORTEST = 20;

/**
 * Whether the line feed at from..to, written as an escape, stands inside a sentence that goes on: …50mm，\r\n护壁…, where an
 * editor's window wrapped it. On a page with such ones (`isWrapped`) others behind a full stop mean as little.
 */
export function isInsideSentence(
  line: string,
  { from, to }: { readonly from: number; readonly to: number },
  isWrapped: boolean,
): boolean {
  const after = line.slice(to, to + 6);
  if (!BREAK.test(line.slice(from, to)) || !GOES_ON.test(after) || ITEM.test(after)) return false;
  const before = line.slice(Math.max(0, from - SHORTEST), from);
  if (before.length < SHORTEST || before.includes('\\')) return false;
  return CLAUSE_END.test(before) || (isWrapped && SENTENCE_END.test(before));
}

/** Do line feeds stand inside sentences, in a text whose paragraphs are lines of their own? */
export function isWrappedText(lines: readonly string[]): boolean {
  let breaks = 0;
  let inside = 0;
  for (const line of lines) {
    if (!line.includes('\\') && !line.includes('x0')) continue;
    for (const { index, 0: written } of line.matchAll(ONE_BREAK)) {
      breaks += 1;
      if (isInsideSentence(line, { from: index, to: index + written.length }, false)) inside += 1;
    }
  }
  return inside > 0 && lines.length > breaks * LINES_A_BREAK;
}

const LINES_A_BREAK = 3;
