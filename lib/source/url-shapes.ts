/** Addresses of one shape: what numbers and dates differ in is the same in the pattern. */
export interface UrlShape {
  /** A regular expression for `include`, anchored at the end. */
  readonly pattern: string;
  readonly urls: readonly string[];
}

const DIGITS = /\d+/g;
const SPECIAL = /[\\^$.*+?()[\]{}|/]/g;
const SLUG = /^[a-z0-9]+(?:[-_][a-z0-9]+){2,}$/i;
const EXTENSION = /\.[a-z]{2,5}$/i;
const QUERY_SIGN = /([?&=])/;
/** A longer pattern is one nobody reads. */
const TOO_LONG = 200;

/**
 * The addresses by shape, the most frequent first: numbers may be any, and last segments of words; then by
 * coarser shapes, in which folders may be any too. A shape of one address says nothing and is left out.
 */
export function urlShapes(urls: readonly string[]): UrlShape[] {
  const fine = groupsOf(urls, (segment) => withDigits(segment));
  const known = new Set(fine.map(({ pattern }) => pattern));
  const coarse = groupsOf(urls, () => '[^/]+').filter(({ pattern }) => !known.has(pattern));
  return [...fine, ...coarse];
}

function groupsOf(urls: readonly string[], folder: (segment: string) => string): UrlShape[] {
  const shapes = new Map<string, string[]>();
  for (const url of urls) {
    const pattern = shapeOf(url, folder);
    if (pattern === null) continue;
    shapes.set(pattern, [...(shapes.get(pattern) ?? []), url]);
  }
  return [...shapes]
    .map(([pattern, group]) => ({ pattern, urls: group }))
    .filter((shape) => shape.urls.length > 1)
    .sort((a, b) => b.urls.length - a.urls.length);
}

/** The path with its numbers as `\d+` and a last segment of words as any; null for a front page. */
function shapeOf(url: string, folder: (segment: string) => string): string | null {
  const { pathname, search } = new URL(url);
  if (pathname === '/' && search === '') return null;
  const segments = pathname.split('/');
  const last = segments.pop() ?? '';
  const folders = segments.map((segment) => (segment === '' ? '' : folder(segment)));
  const extension = EXTENSION.exec(last)?.[0] ?? '';
  const name = last.slice(0, last.length - extension.length);
  const page = (SLUG.test(name) ? '[^/]+' : withDigits(name)) + escaped(extension);
  const query = search === '' ? '' : escapedQuery(search);
  const pattern = `${[...folders, page].join('/')}${query}$`;
  return pattern.length > TOO_LONG ? null : pattern;
}

/** Escaped like a path, though a slash needs no escape in a RegExp made of a string. */
function escaped(text: string): string {
  return text.replace(SPECIAL, (sign) => (sign === '/' ? sign : `\\${sign}`));
}

function withDigits(text: string): string {
  return text.split(DIGITS).map(escaped).join('\\d+');
}

function escapedQuery(search: string): string {
  return search
    .split(QUERY_SIGN)
    .map((part) => (part === '?' ? '\\?' : withDigits(part)))
    .join('');
}
