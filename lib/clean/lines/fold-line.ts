import { simplifiedOf } from '../repairs/traditional.ts';

/** Longer lines are prose; only their ends are looked at. */
const LONGEST_FRAME_LINE = 400;

const FULL_WIDTH = /[\uFF01-\uFF5E]/gu;
const BLANK = /[\u3000\u00A0\u2000-\u200A\u202F\t]/gu;
const ASCII_UPPER = /[A-Z]/gu;
const TRADITIONAL_RANGE = /[\u4E00-\u9FFF]/gu;

/**
 * The line as the tables of phrases spell it: simplified script, half-width ASCII, plain blanks, lower case.
 * Same length as `line`, so offsets stay; lines too long to be a frame line come back unconverted.
 */
export function foldLine(line: string): string {
  if (line.length > LONGEST_FRAME_LINE) return line;
  return line
    .replace(FULL_WIDTH, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(BLANK, ' ')
    .replace(TRADITIONAL_RANGE, (char) => simplifiedOf(char) ?? char)
    .replace(ASCII_UPPER, (char) => char.toLowerCase());
}
