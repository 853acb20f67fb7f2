import { type Element, isTag, type ParentNode } from 'domhandler';
import type { PageElement } from '../dom/page-element.ts';
import type { ParsedPage } from '../dom/parse-page.ts';
import { boardTitle } from './board-title.ts';
import { homeNames, leadsHome } from './home-link.ts';
import { markLists } from './mark-lists.ts';
import { ElementMark, type Marked } from './marked.ts';
import { isPicturedPath } from './pictured-path.ts';
import { Places } from './places.ts';
import { withoutPrint } from './print-title.ts';
import { isScript, textOf } from './text-of.ts';
import { HINT, TokenHints } from './token-hints.ts';

/** What the document's machine-readable places and marked elements say, in page order. */
export interface PageFacts {
  lang: string;
  headTitle: string;
  base: string;
  canonical: string;
  /** name, property, itemprop or http-equiv, lower case → contents in order. */
  metas: Map<string, string[]>;
  jsonLd: string[];
  /** Inline scripts: public account pages set their publication time in one. */
  scripts: string[];
  headings: Marked[];
  dates: Marked[];
  authors: Marked[];
  crumbs: Element[];
  /** Links to shelves of the site. */
  shelves: Marked[];
  /** Links to members of the site. */
  members: Marked[];
  /** Texts of links to the site's root and of logos. */
  home: string[];
  /** Name of the public account that published the page. */
  account: string;
}

const ASIDE_TAGS = new Set(['aside', 'footer', 'nav']);
const MAX_MARKS = 400;
const MAX_CRUMBS = 8;
const MAX_ACCOUNT = 40;
/** A field has no more characters; reading names takes their square. */
const MAX_META = 1_000;
/** Metas whose value is words that become a field. */
const TEXT_KEY = /title|site|author|name|section|column|category|headline/;
const MAX_HOME = 12;
const MAX_SCRIPT_CHARS = 400_000;

/**
 * Reads the page in one pass over its elements; what an element says is read when asked, to a bounded length only.
 * `repair` undoes damage to the characters of what becomes a field, `host` is the page's, '' if unknown.
 */
export function pageFacts(
  { elements, table, sums, headTitle, base }: ParsedPage,
  repair: (text: string) => string,
  host: string,
): PageFacts {
  const facts = emptyFacts();
  const said = withoutPrint(repair(headTitle ?? ''));
  const board = boardTitle(said);
  facts.headTitle = board?.title ?? said;
  if (board) facts.home.push(board.board);
  facts.base = base ?? '';
  const tokens = new TokenHints(table);
  const places = new Places(sums.text, table.up);
  const reader: Reader = { facts, places, repair, host };
  for (const element of elements) {
    const hints = tokens.of(element);
    places.enter(element, isAside(element, hints));
    readElement(reader, element, hints);
  }
  return facts;
}

/** The facts of a page that says nothing. */
export function emptyFacts(): PageFacts {
  return {
    lang: '',
    headTitle: '',
    base: '',
    canonical: '',
    metas: new Map(),
    jsonLd: [],
    scripts: [],
    headings: [],
    dates: [],
    authors: [],
    crumbs: [],
    shelves: [],
    members: [],
    home: [],
    account: '',
  };
}

/** The footer of the document itself: blogs say there who wrote it, when and on which shelf it stands. */
const OWN_FOOTER = /(?:^|\s)(?:entry|post|article)[_-](?:footer|meta)(?:\s|$)/;

function isAside(element: PageElement, hints: number): boolean {
  if (element.name === 'footer' && OWN_FOOTER.test(element.attribute('class') ?? '')) return false;
  if (ASIDE_TAGS.has(element.name)) return true;
  return (hints & HINT.aside) !== 0 && element.name !== 'body' && element.name !== 'html';
}

interface Reader {
  readonly facts: PageFacts;
  readonly places: Places;
  readonly repair: (text: string) => string;
  readonly host: string;
}

function readElement(reader: Reader, element: PageElement, hints: number): void {
  const { facts } = reader;
  switch (element.name) {
    case 'html':
      facts.lang ||= element.attribute('lang') ?? element.attribute('xml:lang') ?? '';
      break;
    case 'meta':
      readMeta(reader, element);
      break;
    case 'link':
      readLink(facts, element);
      break;
    case 'script':
      readScript(facts, element);
      break;
    default:
      readMarked(reader, element, hints);
  }
}

function readMeta({ facts, places, repair }: Reader, element: PageElement): void {
  const name = element.attribute('name');
  const property = element.attribute('property');
  const itemprop = element.attribute('itemprop');
  const content = element.attribute('content') ?? '';
  const key = (property ?? name ?? itemprop ?? '').trim().toLowerCase();
  if (key === '' || content.trim() === '') return;
  const place = places.of(element);
  const isMicrodata = name === undefined && property === undefined;
  // A microdata meta inside a card speaks of the card's document.
  if (isMicrodata && place.aside > 0) return;
  const said = content.trim().slice(0, MAX_META);
  const value = TEXT_KEY.test(key) ? repair(said) : said;
  const list = facts.metas.get(key);
  if (list) list.push(value);
  else facts.metas.set(key, [value]);
  if (isMicrodata && key.includes('date')) {
    facts.dates.push(new ElementMark(element, place, repair));
  }
}

function readLink(facts: PageFacts, element: PageElement): void {
  if (element.attribute('rel')?.toLowerCase().trim() !== 'canonical') return;
  facts.canonical ||= element.attribute('href') ?? '';
}

function readScript(facts: PageFacts, element: PageElement): void {
  const type = element.attribute('type')?.toLowerCase() ?? '';
  const child = element.children[0];
  const source = child && child.type === 'text' ? child.data : '';
  if (type.includes('ld+json') || source.startsWith('{"@context"')) facts.jsonLd.push(source);
  else if (isScript(type) && source !== '' && source.length < MAX_SCRIPT_CHARS) {
    facts.scripts.push(source);
  }
}

function readMarked(reader: Reader, element: PageElement, hints: number): void {
  const { facts, places, repair } = reader;
  const { name } = element;
  if (name === 'a' && leadsHome(element.attribute('href'), reader.host)) {
    noteHome(reader, element);
    notePath(facts, element.parent);
  }
  const lists = markLists(facts, element, hints);
  if (hints & HINT.crumb && facts.crumbs.length < MAX_CRUMBS) facts.crumbs.push(element);
  if (hints & HINT.account) facts.account ||= textOf(element, MAX_ACCOUNT);
  if (hints & HINT.author) noteByline(reader, element);
  if (lists.length === 0) return;
  const mark = new ElementMark(element, places.of(element), repair);
  for (const list of lists) if (list.length < MAX_MARKS) list.push(mark);
}

function noteByline({ facts, places, repair }: Reader, element: PageElement): void {
  if (facts.authors.length >= MAX_MARKS) return;
  facts.authors.push(new ElementMark(element, places.of(element), repair, true));
}

function notePath({ crumbs }: PageFacts, parent: ParentNode | null): void {
  if (parent && isTag(parent) && crumbs.length < MAX_CRUMBS && isPicturedPath(parent)) {
    crumbs.push(parent);
  }
}

function noteHome({ facts, repair }: Reader, element: PageElement): void {
  if (facts.home.length < MAX_HOME) facts.home.push(...homeNames(element).map(repair));
}
