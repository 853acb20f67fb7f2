import { simplifiedUnits } from '../repairs/traditional.ts';

/** Longer lines are prose; only their ends are looked at. */
const LONGEST_FRAME_LINE = 400;

/** Code unit → code unit, made once: a table is ten times faster than rules for every character. */
let table: Uint16Array | undefined;

/**
 * The line as the tables of phrases spell it: simplified script, half-width ASCII, plain blanks, lower case.
 * Same length as `line`, so offsets stay; lines too long to be a frame line come back unconverted.
 */
export function foldLine(line: string): string {
  if (line.length > LONGEST_FRAME_LINE) return line;
  table ??= foldTable();
  const folds = table;
  let folded = '';
  let same = 0;
  for (let at = 0; at < line.length; at += 1) {
    const code = line.charCodeAt(at);
    const to = folds[code] ?? code;
    if (to === code) continue;
    folded += line.slice(same, at) + String.fromCharCode(to);
    same = at + 1;
  }
  return same === 0 ? line : folded + line.slice(same);
}

function foldTable(): Uint16Array {
  const folds = simplifiedUnits().slice();
  for (const blank of BLANKS) folds[blank] = 0x20;
  for (let blank = 0x2000; blank <= 0x200a; blank += 1) folds[blank] = 0x20;
  for (let wide = 0xff01; wide <= 0xff5e; wide += 1) folds[wide] = lowerCase(wide - 0xfee0);
  for (let letter = 0x41; letter <= 0x5a; letter += 1) folds[letter] = lowerCase(letter);
  return folds;
}

const BLANKS = [0x3000, 0xa0, 0x202f, 0x09];

const lowerCase = (code: number): number => (code >= 0x41 && code <= 0x5a ? code + 0x20 : code);
