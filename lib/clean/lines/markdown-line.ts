/** One line of a text that is Markdown, without the marks of its quotation; blank ones have the text ''. */
export interface MarkdownLine {
  /** From 1. */
  readonly number: number;
  /** Columns of blanks before the text. */
  readonly indent: number;
  /** How deep it is quoted. */
  readonly quoted: number;
  readonly text: string;
  /** All of the line behind the quotation marks, for code. */
  readonly raw: string;
  /** It ends with the mark of a line break: two blanks, or a backslash. */
  readonly breaks: boolean;
}

/** What a list item begins with, and the columns at which its text does. */
export interface ListMark {
  readonly bullet: boolean;
  readonly content: number;
  /** The item's text: bullets are no text, numbers are. */
  readonly text: string;
}

const TAB = 4;
/** More blanks before a mark make code of the line. */
const MOST_INDENT = 3;
const BREAK = /(?:[^ ] {2,}|[^\\]\\)$/u;
const RULE_MARKS = 3;
const BULLET = /^[-*+][ \t]+(?=\S)/u;
const NUMBER = /^\d{1,9}[.)][ \t]+(?=\S)/u;
/** - 12 -: the number of a page. */
const PAGE_NUMBER = /^[-*+] ?\d{1,4} ?[-*+]$/u;
const BLANK = /\s/u;
const FENCE = /^(`{3,}(?!`)|~{3,}(?!~))([^`]*)$/u;

/** A line as Markdown reads its beginning and its end. */
export function markdownLine(line: string, number: number): MarkdownLine {
  const { quoted, raw } = unquoted(line);
  const text = raw.trim();
  const breaks = BREAK.test(raw);
  return {
    number,
    indent: columns(raw),
    quoted,
    text: breaks && text.endsWith('\\') ? text.slice(0, -1).trimEnd() : text,
    raw,
    breaks,
  };
}

/** > is a mark of quotation before a blank, another one or nothing. */
function unquoted(line: string): { quoted: number; raw: string } {
  let quoted = 0;
  let at = 0;
  for (;;) {
    const mark = skipBlanks(line, at);
    const next = line.charAt(mark + 1);
    if (line.charAt(mark) !== '>' || (next !== '' && next !== ' ' && next !== '>')) break;
    quoted += 1;
    at = next === ' ' ? mark + 2 : mark + 1;
  }
  return { quoted, raw: quoted === 0 ? line : line.slice(at) };
}

function skipBlanks(line: string, from: number): number {
  let at = from;
  while (at - from < MOST_INDENT && line.charAt(at) === ' ') at += 1;
  return at;
}

function columns(raw: string): number {
  let count = 0;
  for (let at = 0; at < raw.length; at += 1) {
    const char = raw.charAt(at);
    if (char === ' ') count += 1;
    else if (char === '\t') count += TAB - (count % TAB);
    else break;
  }
  return count;
}

/** Level and text of a heading with its marks before it (## 用法 ##); null if it is none: #话题 has no blank. */
export function atxHeading(text: string): { level: number; text: string } | null {
  if (!text.startsWith('#')) return null;
  let level = 1;
  while (text.charAt(level) === '#') level += 1;
  const next = text.charAt(level);
  if (level > 6 || (next !== ' ' && next !== '\t' && next !== '')) return null;
  let to = text.length;
  while (to > level && text.charAt(to - 1) === '#') to -= 1;
  const isClosed = to < text.length && text.charAt(to - 1).trim() === '';
  return { level, text: text.slice(level, isClosed ? to : text.length).trim() };
}

/** A line across: three or more of the same mark and nothing else. */
export function isRule(text: string): boolean {
  const mark = text.charAt(0);
  if (mark !== '*' && mark !== '-' && mark !== '_') return false;
  let marks = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === mark) marks += 1;
    else if (char !== ' ' && char !== '\t') return false;
  }
  return marks >= RULE_MARKS;
}

/** The mark a list item begins with; null if the line begins none. */
export function listMark({ text, indent }: MarkdownLine): ListMark | null {
  const bullet = BULLET.exec(text)?.[0];
  if (bullet !== undefined) {
    if (PAGE_NUMBER.test(text)) return null;
    return { bullet: true, content: indent + bullet.length, text: text.slice(bullet.length) };
  }
  const number = NUMBER.exec(text)?.[0];
  return number === undefined ? null : { bullet: false, content: indent + number.length, text };
}

/** What opens or closes a block of code, with the language it names; null for any other line. */
export function codeFence(text: string): { mark: string; language: string } | null {
  const first = text.charCodeAt(0);
  if (first !== 96 && first !== 126) return null;
  const match = FENCE.exec(text);
  if (!match) return null;
  const [language = ''] = (match[2] ?? '').trim().split(BLANK, 1);
  return { mark: match[1] ?? '', language };
}
