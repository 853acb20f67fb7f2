/** Characters of an address at most, and of the title behind it. */
const LONGEST = 2000;
const LONGEST_TITLE = 500;
const MOST_NESTED = 8;
/** [1](见附件), a[0](x) are no links; an address has a scheme, a mark of a path, or is empty. */
const ADDRESS = /^(?:[a-z][a-z\d+.-]{1,20}:|[/.#?]|[!-~]*[./?#=])/iu;
const BLANK = /\s/u;
const CLOSERS: Readonly<Record<string, string>> = { '"': '"', "'": "'", '(': ')' };
const DEFINITION = /^\[([^\]]{1,100})\]: ?<?([^\s<>]{1,2000})>?(?:\s+["'(].{0,500})?$/u;

/** Where a link leads, and the offset behind it. */
export interface LinkTarget {
  readonly href: string;
  readonly to: number;
}

/** Reads (address "title") from the bracket at `from`; null if it is none. Looks no further than an address is long. */
export function linkTarget(text: string, from: number): LinkTarget | null {
  let at = skip(text, from + 1);
  const start = at;
  const pointed = text.charAt(at) === '<';
  at = pointed ? pointedEnd(text, at) : plainEnd(text, at);
  if (at < 0) return null;
  const href = pointed ? text.slice(start + 1, at - 1) : text.slice(start, at);
  if (href !== '' && !pointed && !ADDRESS.test(href)) return null;
  at = skip(text, at);
  if (text.charAt(at) === ')') return { href, to: at + 1 };
  const closer = CLOSERS[text.charAt(at)];
  if (closer === undefined || at === start) return null;
  const title = text.slice(at + 1, at + 1 + LONGEST_TITLE);
  const end = title.indexOf(`${closer})`);
  return end < 0 ? null : { href, to: at + 1 + end + 2 };
}

function skip(text: string, from: number): number {
  let at = from;
  while (at - from < LONGEST && BLANK.test(text.charAt(at))) at += 1;
  return at;
}

function pointedEnd(text: string, from: number): number {
  const end = text.slice(from, from + LONGEST).indexOf('>');
  return end < 0 ? -1 : from + end + 1;
}

/** Brackets inside an address are paired: javascript:void(0). */
function plainEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length && at - from < LONGEST; at += 1) {
    const char = text.charAt(at);
    if (char === '(') depth += 1;
    else if (char === ')') depth -= 1;
    if (depth < 0 || char.trim() === '') return at;
    if (depth > MOST_NESTED) return -1;
    if (char === '\\') at += 1;
  }
  return -1;
}

/** [1]: https://example.com/ "title" below a text: the name in lower case and the address; null for any other line. */
export function linkDefinition(text: string): { name: string; href: string } | null {
  if (!text.startsWith('[')) return null;
  const [, name = '', href = ''] = DEFINITION.exec(text) ?? [];
  if (name === '' || name.startsWith('^') || !ADDRESS.test(href)) return null;
  return { name: name.toLowerCase(), href };
}
