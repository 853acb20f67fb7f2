import { simplifiedOf, traditionalCharacters } from '../repairs/traditional.ts';

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
  const folds = new Uint16Array(0x10000);
  for (let code = 0; code < folds.length; code += 1) folds[code] = foldedCode(code);
  for (const character of traditionalCharacters()) {
    const simplified = simplifiedOf(character);
    if (character.length === 1 && simplified?.length === 1) {
      folds[character.charCodeAt(0)] = simplified.charCodeAt(0);
    }
  }
  return folds;
}

function foldedCode(code: number): number {
  if (code >= 0x41 && code <= 0x5a) return code + 0x20; // A..Z
  if (code >= 0xff21 && code <= 0xff3a) return code - 0xfee0 + 0x20; // full-width A..Z
  if (code >= 0xff01 && code <= 0xff5e) return code - 0xfee0;
  const isBlank = code === 0x3000 || code === 0xa0 || code === 0x202f || code === 0x09;
  return isBlank || (code >= 0x2000 && code <= 0x200a) ? 0x20 : code;
}
