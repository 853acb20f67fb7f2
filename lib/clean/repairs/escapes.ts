import type { Edit } from '../block.ts';
import { comparison } from './comparison-signs.ts';
import type { LineRepair } from './edit-lines.ts';
import { NAMED_CHARACTERS } from './named-characters.ts';
import { isInsideSentence, isWrappedText } from './wrapped-breaks.ts';

/**
 * Escapes of a program that ended up in the text: \u3000, \r\n as letters, x0dx0a (carriage return and
 * line feed whose backslashes were stripped), entities that were escaped twice.
 */
const ESCAPE =
  /\\u([0-9a-fA-F]{4})|((?:&lt;br ?\/?&gt;|\\r\\n|\\n|\\r|\\t|x0dx0a|_x000[dDaA]_|\\x0[dDaA])+)|&(?:(?:amp|#38|#x26);)*(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}[1-4]?[1-4]?));/g;

const HAN = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/;
/** The same as escapes. */
const WRITTEN_HAN = /\\u(?:30[0-3]|[4-9f][0-9a-f]{2})[0-9a-f]|&#(?:x[0-9a-f]{4}|[0-9]{5});/i;
/** A letter on both sides: a path (C:\new\table) or code, not an escape in prose. */
const LETTER = /[A-Za-z0-9_]/;

/** Whether a text has what escapes begin with. */
export function mayHaveEscape(text: string): boolean {
  return ESCAPED.test(text);
}

/** Reads the escapes of a page's lines; how its line feeds are meant, all of them tell. */
export function escapePass(lines: readonly string[]): LineRepair {
  const isWrapped = isWrappedText(lines);
  return (line) => (ESCAPED.test(line) ? escapeEdits(line, isWrapped) : []);
}

/** What lines with escapes have. */
const ESCAPED = /[\\&]|x0/;

/**
 * Reads the escapes of a line that stands in prose. Touches backslash escapes only beside Chinese or at
 * the border of the line: everywhere else they may be code or paths. Lone surrogates and control
 * characters stay as written.
 */
export function escapeEdits(line: string, isWrapped = false): Edit[] {
  const edits: Edit[] = [];
  const isChinese = HAN.test(line) || WRITTEN_HAN.test(line);
  for (const match of line.matchAll(ESCAPE)) {
    const from = match.index;
    const to = from + match[0].length;
    const insert = read(line, match, isWrapped);
    if (insert === null) continue;
    if (isEntity(match) || (isChinese && isInProse(line, match)) || touches(edits, from)) {
      edits.push({ from, to, insert });
    }
  }
  return edits;
}

/** What the escape stands for; null if it is none, or the sentence speaks of it. */
function read(line: string, match: RegExpExecArray, isWrapped: boolean): string | null {
  const [whole, unicode, breaks, decimal, hex, name] = match;
  const from = match.index;
  const to = from + whole.length;
  if (name !== undefined) {
    const sign = comparison(line, { from, to, name }) ?? NAMED_CHARACTERS.get(name) ?? null;
    return isAddressOf(line, from, to) ? null : sign;
  }
  if (whole.startsWith('\\') && isSpokenOf(line, from, to)) return null;
  if (breaks === undefined) return character(unicode ?? hex, decimal);
  if (breaks.includes('\\t')) return ' ';
  return isInsideSentence(line, { from, to }, isWrapped) ? '' : '\n';
}

function isEntity([, unicode, breaks]: RegExpExecArray): boolean {
  return unicode === undefined && breaks === undefined;
}

function isInProse(line: string, { index, 0: whole, 2: breaks }: RegExpExecArray): boolean {
  const to = index + whole.length;
  return isProse(line.charAt(index - 1)) && (isBreak(breaks, line, to) || isProse(line.charAt(to)));
}

/** p = &sum; takes the address of a variable. */
function isAddressOf(line: string, from: number, to: number): boolean {
  return TAKES.test(line.slice(Math.max(0, from - 2), from)) && !VALUE.test(line.charAt(to));
}

const TAKES = /[=,(*] ?$/;
const VALUE = /[\d\p{sc=Han}“《（]/u;

function character(digits: string | undefined, decimal: string | undefined): string | null {
  const code = digits === undefined ? Number(decimal) : Number.parseInt(digits, 16);
  const isCharacter = code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  // Markup that was escaped twice is shown on purpose: < and > stay as written.
  const isMarkup = code === 0x3c || code === 0x3e;
  return isCharacter && !isMarkup && (code < 0x7f || code >= 0xa0)
    ? String.fromCodePoint(code)
    : null;
}

/** Line feeds before the number of a list item (；\n2. and x0dx0a3.) and escaped markup are no path. */
function isBreak(breaks: string | undefined, line: string, to: number): boolean {
  return (
    breaks !== undefined &&
    (breaks.includes('x0d') || breaks.includes('&') || ITEM.test(line.slice(to, to + 4)))
  );
}

const ITEM = /^\d{1,2}[.．、)）]/;

function isProse(neighbour: string): boolean {
  return neighbour === '' || !LETTER.test(neighbour);
}

/** Quoted, bracketed, behind a backslash, before a comma: 用「\t」分隔, '\n', \\n, 换行符(\n)，\n,\t. */
const BEFORE_MENTION = /[,"'`([{\\/|│$^]/;
const AFTER_MENTION = /[”’」』》"'`)）\]】}/|│$，；：、。,;:]/;
const BLANK = /\s/;
const LONE = '\\n'.length;
const INDENT = '\\u3000';

/** Does the sentence speak of the escape? */
function isSpokenOf(line: string, from: number, to: number): boolean {
  const before = line.charAt(from - 1);
  const after = line.charAt(to);
  if (line.charAt(from + 1) === 'u') return before === '\\';
  if (AFTER_MENTION.test(after)) return true;
  // \r\n, or the indent of a paragraph behind it: nobody speaks of that.
  if (to - from > LONE || line.startsWith(INDENT, to)) return false;
  if (BEFORE_MENTION.test(before)) return true;
  return BLANK.test(before) && BLANK.test(after) && line.indexOf('\\', to) < 0;
}

/** Directly after an escape that was read: \u4e2d\u6587 is one string. */
function touches(edits: readonly Edit[], from: number): boolean {
  return edits.at(-1)?.to === from;
}
