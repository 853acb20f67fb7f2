import type { Span } from '../block.ts';
import type { Pager } from './pager.ts';
import type { Line } from './scan-lines.ts';

const PREVIOUS = /^\W{0,16}(?:[上前]一?[页頁]|prev(?:ious)?(?: page)?|‹|«|<)\W{0,16}$/iu;
const NEXT = /^\W{0,16}(?:[下后後]一?[页頁]|next(?: page)?|›|»|>)\W{0,16}$/iu;
const NUMBER = /^[\s[(【（〔]*(\d{1,3})[\s\])】）〕]*$/u;
/** The run between two links may hold the brackets of both: `] [2] [`. */
const ONLY_NUMBERS = /^[\s[\]()【】（）〔〕|·\d]{1,20}$/u;
const DIGITS = /\d{1,3}/g;
const COUNT = /共 ?(\d{1,3}) ?[页頁]|page \d{1,3} of (\d{1,3})/iu;
/** `_2` or `-2` before the suffix, or /2: how sites number the pages of an article. */
const PAGE_SUFFIX = /(?:[_-]\d{1,3})?(?:\.[a-z]{2,6})?$/i;
const NUMBER_IN_SUFFIX = /[_-](\d{1,3})(?:\.[a-z]{2,6})?$/i;
const ONLY_DIGITS = /^\d{1,3}$/;
const PAGE_PARAMETERS = ['page', 'p', 'pn', 'pageno', 'paged'];
/** A number without a link belongs to a pager this close to its links. */
const NEAR = 3;

/**
 * The article's pager as its links tell it: they lead to other pages of the same address. Without the
 * page's own address nothing can be said: null.
 */
export function linkedPager(lines: readonly Line[], url: string | null): Pager | null {
  const links = url === null ? null : pageLinks(lines, url);
  if (links === null) return null;
  const { linked, from, to } = links;
  const around = lines.slice(Math.max(0, from - NEAR), to + NEAR + 1);
  // Beside the links first: further away stand the counts of other things.
  const page =
    numberShown(lines.slice(from, to + 1), linked, url) ??
    numberShown(around, linked, url) ??
    missingOf(linked) ??
    pageBetween(links);
  const pageCount = Math.max(...linked, page ?? 0, countSaid(around));
  const isPast = (number: number): boolean => page !== null && number < page;
  const isAhead = (number: number): boolean => page !== null && number > page;
  return {
    page,
    pageCount: pageCount > 1 ? pageCount : null,
    hasNext: links.hasNext || [...linked].some(isAhead),
    hasPrevious: links.hasPrevious || [...linked].some(isPast),
    bracketed: true,
    teaser: false,
  };
}

interface PageLinks {
  /** Page numbers with a link. */
  readonly linked: Set<number>;
  /** The pages that 上一页 and 下一页 lead to. */
  previous: number | null;
  next: number | null;
  hasNext: boolean;
  hasPrevious: boolean;
  /** Indexes of the first and the last line with such a link. */
  from: number;
  to: number;
}

function pageLinks(lines: readonly Line[], url: string): PageLinks | null {
  const own = stemOf(url);
  const isOther = (href: string): boolean => stemOf(href) === own && withoutFragment(href) !== url;
  const links: PageLinks = {
    linked: new Set<number>(),
    previous: null,
    next: null,
    hasNext: false,
    hasPrevious: false,
    from: -1,
    to: -1,
  };
  const takeFrom = (spans: readonly Span[], index: number): void => {
    for (const { text, href } of spans) {
      // The label first: few links have one, and reading an address is dear.
      const label = href === undefined ? null : labelOf(text);
      if (href === undefined || label === null || !isOther(href)) continue;
      takeLabel(label, href, links);
      if (links.from < 0) links.from = index;
      links.to = index;
    }
  };
  lines.forEach(({ block }, index) => {
    for (const spans of block.cells) takeFrom(spans, index);
  });
  return links.to < 0 ? null : links;
}

interface Label {
  readonly number: string | undefined;
  readonly isNext: boolean;
  readonly isPrevious: boolean;
}

/** What a pager's link says; null for other links. */
function labelOf(text: string): Label | null {
  if (isOtherWord(text.charCodeAt(0) | LOWER)) return null;
  const number = NUMBER.exec(text)?.[1];
  const isNext = NEXT.test(text);
  const isPrevious = PREVIOUS.test(text);
  return number !== undefined || isNext || isPrevious ? { number, isNext, isPrevious } : null;
}

const LOWER = 32;
/** Most links begin with a letter that is neither of next nor of prev. */
const isOtherWord = (code: number): boolean =>
  code >= 97 && code <= 122 && code !== 110 && code !== 112;

function takeLabel({ number, isNext, isPrevious }: Label, href: string, links: PageLinks): void {
  if (number) links.linked.add(Number(number));
  if (isNext) links.next ??= pageNumber(href);
  if (isPrevious) links.previous ??= pageNumber(href) ?? 1;
  links.hasNext ||= isNext;
  links.hasPrevious ||= isPrevious;
}

/** The one number without a link to another page. */
function numberShown(
  lines: readonly Line[],
  linked: ReadonlySet<number>,
  url: string | null,
): number | null {
  const here = lines
    .flatMap(({ block }) => block.cells.flat())
    .filter(({ href }) => href === undefined || withoutFragment(href) === url)
    .filter(({ text }) => ONLY_NUMBERS.test(text));
  const numbers = here.flatMap(({ text }) => (text.match(DIGITS) ?? []).map(Number));
  const shown = new Set(numbers.filter((number) => !linked.has(number)));
  const [only, second] = shown;
  return only !== undefined && second === undefined ? only : null;
}

/** The number missing among those that have a link. */
function missingOf(linked: ReadonlySet<number>): number | null {
  for (let number = 1; number <= linked.size; number++) if (!linked.has(number)) return number;
  return null;
}

/** Where the pages are chosen from a list, only the two links beside it say which is shown. */
function pageBetween({ previous, next }: PageLinks): number | null {
  const page = previous === null ? (next ?? 0) - 1 : previous + 1;
  return page > 0 && (next === null || next === page + 1) ? page : null;
}

/** The number that an address has for its page; the first page's often has none. */
function pageNumber(href: string): number | null {
  const url = URL.parse(href);
  if (url === null) return null;
  const value = PAGE_PARAMETERS.map((name) => url.searchParams.get(name)).find(Boolean);
  const number = value ?? NUMBER_IN_SUFFIX.exec(url.pathname)?.[1] ?? '';
  return ONLY_DIGITS.test(number) ? Number(number) : null;
}

function countSaid(lines: readonly Line[]): number {
  for (const { text } of lines) {
    const match = COUNT.exec(text);
    if (match) return Number(match[1] ?? match[2]);
  }
  return 0;
}

/** What the addresses of an article's pages have in common. */
function stemOf(href: string): string | null {
  const url = URL.parse(href);
  if (url === null) return null;
  for (const name of PAGE_PARAMETERS) url.searchParams.delete(name);
  url.hash = '';
  url.pathname = url.pathname.replace(PAGE_SUFFIX, '');
  return url.href;
}

function withoutFragment(href: string): string {
  const at = href.indexOf('#');
  return at < 0 ? href : href.slice(0, at);
}
