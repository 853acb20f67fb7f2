/** A way to read an address as one page of several: all pages of one thing share the key. */
export interface PageAddress {
  readonly key: string;
  readonly style: 'bare' | 'suffix' | 'query' | 'segment';
  /** The number in the address, which counts from 0, 1 or 2; null if there is none. */
  readonly number: number | null;
}

const EXTENSION = /\.(?:s?html?|php|aspx?|jsp|do)$/i;
const SUFFIX = /^(.+?)[_-](?:p|page)?(\d{1,3})$/i;
const SEGMENT = /^(?:p|page|index|list)?[_-]?(\d{1,3})$/i;
const INDEX = /^(?:index|default)$/i;
const PAGE_SEGMENT = /^(?:page|p)$/i;
/** The plainer the name, the later in the list: `?p=7&page=2` is page 2 of the thing 7. */
const PAGE_PARAMETERS = [
  /^(?:page|paged|page_?(?:no|num|number|index|id)|cur(?:rent)?_?page)$/i,
  /^(?:pg|pn)$/i,
  /^p$/i,
];
const DIGITS = /^\d{1,4}$/;

/**
 * The ways to read a URL as a page: as the thing itself (`bare`), by a number behind its name
 * (`a_2.html`, `a-p2`), by a parameter (`?page=2`), or by a last segment (`a/2`, `a/page/2`).
 * Keys name the thing without extension, index name and slash, so that `a/`, `a.html`,
 * `a/index.html`, `a_2.html` and `a/2` share one.
 */
export function pageAddresses(url: string): PageAddress[] {
  const { origin, pathname, searchParams } = new URL(url);
  const folders = pathname.split('/');
  const file = (folders.pop() ?? '').replace(EXTENSION, '');
  const name = INDEX.test(file) ? '' : file;
  const paging = pagingParameter(searchParams);
  const query = new URLSearchParams([...searchParams].filter(([other]) => other !== paging?.name));
  query.sort();
  searchParams.sort();
  const key = (path: readonly string[], parameters = searchParams): string =>
    `${origin}${path.join('/')}?${parameters}`;
  const thing = name === '' ? folders : [...folders, name];
  const addresses: PageAddress[] = [{ key: key(thing), style: 'bare', number: null }];
  if (paging) addresses.push({ key: key(thing, query), style: 'query', number: paging.number });
  else addresses.push(...suffixAddress(folders, file, key), ...segmentAddress(folders, file, key));
  return addresses;
}

function pagingParameter(parameters: URLSearchParams): { name: string; number: number } | null {
  for (const pattern of PAGE_PARAMETERS) {
    for (const [name, value] of parameters) {
      if (pattern.test(name) && DIGITS.test(value)) return { name, number: Number(value) };
    }
  }
  return null;
}

type Key = (path: readonly string[]) => string;

function suffixAddress(folders: readonly string[], file: string, key: Key): PageAddress[] {
  const match = SUFFIX.exec(file);
  const [, stem = '', number] = match ?? [];
  if (number === undefined) return [];
  const path = INDEX.test(stem) ? folders : [...folders, stem];
  return [{ key: key(path), style: 'suffix', number: Number(number) }];
}

function segmentAddress(folders: readonly string[], file: string, key: Key): PageAddress[] {
  // `a/2/` ends in an empty name
  const above = file === '' ? folders.slice(0, -1) : folders;
  const last = file === '' ? (folders.at(-1) ?? '') : file;
  const number = SEGMENT.exec(last)?.[1];
  if (number === undefined || above.length <= 1) return [];
  const path = PAGE_SEGMENT.test(above.at(-1) ?? '') ? above.slice(0, -1) : above;
  return [{ key: key(path), style: 'segment', number: Number(number) }];
}
