import type { AnyNode, Document, Element } from 'domhandler';
import { isTag } from 'domhandler';
import { isScript, textOf } from './text-of.ts';
import { HINT, TokenHints } from './token-hints.ts';

/** An element that may say something about the document, and where it stood in the page. */
export interface Marked {
  readonly text: string;
  /** datetime, content or title attribute: the machine's form of the text. */
  readonly value: string;
  /** class, id, itemprop and rel, lower case, blanks between. */
  readonly tokens: string;
  readonly tag: string;
  /** Characters of the page before it: the distance between two marks is measured in them. */
  readonly at: number;
  /** Which footer, aside, comment, related list or card it stands in, the innermost; 0 = none. */
  readonly aside: number;
  /** The last words of the page before it: what it may be labelled with. */
  readonly before: string;
}

/** What the document's machine-readable places and marked elements say, in page order. */
export interface PageFacts {
  lang: string;
  headTitle: string;
  base: string;
  canonical: string;
  /** name, property, itemprop or http-equiv, lower case → contents in order. */
  metas: Map<string, string[]>;
  jsonLd: string[];
  /** Inline scripts that set a publication time the way public account pages do. */
  scripts: string[];
  headings: Marked[];
  dates: Marked[];
  authors: Marked[];
  crumbs: Element[];
  /** Texts of links to the site's root and of logos. */
  home: string[];
  /** Name of the public account that published the page. */
  account: string;
}

const ASIDE_TAGS = new Set(['aside', 'footer', 'nav']);
const MAX_MARK_CHARS = 300;
const MAX_MARKS = 400;
const MAX_CRUMBS = 8;
const PUBLIC_ACCOUNT_TIME = /\b(?:ct|create_?time|publish_?time|svr_time|pubtime)\b/i;
const MAX_ACCOUNT = 40;
const HEADING = /^h[1-6]$/;
const ISO_START = /^\d{4}-\d\d/;
const HOME_LINK = /^(?:https?:)?(?:\/\/[^/?#]+)?\/?(?:index\.\w{1,5})?$/i;
const MAX_HOME = 12;
const MAX_SCRIPT_CHARS = 400_000;

/** Where the walk is: passed on to every mark. */
interface Place {
  at: number;
  aside: number;
  before: string;
}

/** Reads the page in one walk without recursion; each element's text is taken to a bounded length only. */
export function pageFacts(root: Document): PageFacts {
  const facts = emptyFacts();
  const place: Place = { at: 0, aside: 0, before: '' };
  const asides = new AsideStack();
  const tokens = new TokenHints();
  let node: AnyNode | null = firstChildOf(root);
  while (node) {
    let descend = true;
    if (isTag(node)) {
      const hints = tokens.of(node.attribs);
      if (isAside(node, hints)) asides.enter(node);
      place.aside = asides.current;
      descend = readElement(facts, node, hints, place);
    } else if (node.type === 'text') {
      passText(place, node.data);
    }
    node = (descend ? firstChildOf(node) : null) ?? nextAfter(node, root, asides);
  }
  return facts;
}

/** The asides the walk is in, innermost last. */
class AsideStack {
  private readonly open: { element: AnyNode; id: number }[] = [];
  private count = 0;

  enter(element: Element): void {
    this.count += 1;
    this.open.push({ element, id: this.count });
  }

  leave(node: AnyNode): void {
    if (this.open.at(-1)?.element === node) this.open.pop();
  }

  get current(): number {
    return this.open.at(-1)?.id ?? 0;
  }
}

/** The node after this one's subtree; asides that end here are left. */
function nextAfter(from: AnyNode, root: Document, asides: AsideStack): AnyNode | null {
  let left: AnyNode | null = from;
  while (left && left !== root) {
    asides.leave(left);
    if (left.next) return left.next as AnyNode;
    left = left.parent as AnyNode | null;
  }
  return null;
}

function passText(place: Place, text: string): void {
  place.at += text.length;
  const words = text.length > 200 ? text.slice(-60).trim() : text.trim();
  if (words !== '') place.before = words.slice(-40);
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
    home: [],
    account: '',
  };
}

function firstChildOf(node: AnyNode): AnyNode | null {
  return 'children' in node ? ((node.children[0] as AnyNode | undefined) ?? null) : null;
}

function isAside(element: Element, hints: number): boolean {
  if (ASIDE_TAGS.has(element.name)) return true;
  return (hints & HINT.aside) !== 0 && element.name !== 'body' && element.name !== 'html';
}

/** Notes what the element says; false if nothing inside it can matter. */
function readElement(facts: PageFacts, element: Element, hints: number, place: Place): boolean {
  switch (element.name) {
    case 'html':
      facts.lang ||= element.attribs['lang'] ?? element.attribs['xml:lang'] ?? '';
      return true;
    case 'title':
      if (facts.headTitle === '' && !insideSvg(element)) facts.headTitle = textOf(element, 1000);
      return false;
    case 'meta':
      readMeta(facts, element, place);
      return false;
    case 'link':
      readLink(facts, element);
      return false;
    case 'base':
      facts.base ||= element.attribs['href'] ?? '';
      return false;
    case 'script':
      readScript(facts, element);
      return false;
    case 'style':
    case 'template':
    case 'svg':
    case 'select':
    case 'iframe':
      return false;
    default:
      readMarked(facts, element, hints, place);
      return true;
  }
}

function insideSvg(element: Element): boolean {
  return element.parent?.type === 'tag' && (element.parent as Element).name === 'svg';
}

function readMeta(facts: PageFacts, element: Element, place: Place): void {
  const { name, property, itemprop, content } = element.attribs;
  const key = (property ?? name ?? itemprop ?? element.attribs['http-equiv'] ?? '')
    .trim()
    .toLowerCase();
  if (key === '' || content === undefined || content.trim() === '') return;
  // A microdata meta inside a card speaks of the card's document.
  if (itemprop !== undefined && name === undefined && property === undefined && place.aside > 0)
    return;
  const list = facts.metas.get(key);
  if (list) list.push(content.trim());
  else facts.metas.set(key, [content.trim()]);
  if (itemprop && key.includes('date')) {
    facts.dates.push({ text: '', value: content, tokens: key, tag: 'meta', ...place });
  }
}

function readLink(facts: PageFacts, element: Element): void {
  const { rel, href } = element.attribs;
  if (rel?.toLowerCase().trim() === 'canonical') facts.canonical ||= href ?? '';
}

function readScript(facts: PageFacts, element: Element): void {
  const type = element.attribs['type']?.toLowerCase() ?? '';
  const child = element.children[0];
  const source = child && child.type === 'text' ? child.data : '';
  if (type.includes('ld+json') || source.startsWith('{"@context"')) facts.jsonLd.push(source);
  else if (isScript(type) && source.length < MAX_SCRIPT_CHARS && PUBLIC_ACCOUNT_TIME.test(source)) {
    facts.scripts.push(source);
  }
}

function readMarked(facts: PageFacts, element: Element, hints: number, place: Place): void {
  const { name, attribs } = element;
  if (name === 'a' && isHome(attribs['href'])) noteHome(facts, element);
  const lists: Marked[][] = [];
  if (hints & HINT.title || HEADING.test(name)) lists.push(facts.headings);
  if (hints & HINT.date || name === 'time') lists.push(facts.dates);
  if (hints & HINT.author) lists.push(facts.authors);
  if (hints & HINT.crumb && facts.crumbs.length < MAX_CRUMBS) facts.crumbs.push(element);
  if (hints & HINT.account) facts.account ||= textOf(element, MAX_ACCOUNT);
  if (lists.length === 0) return;
  const mark: Marked = {
    text: textOf(element, MAX_MARK_CHARS),
    value: machineValue(attribs),
    tokens: tokensOf(attribs),
    tag: name,
    ...place,
  };
  for (const list of lists) if (list.length < MAX_MARKS) list.push(mark);
}

function tokensOf(attribs: Readonly<Record<string, string>>): string {
  const { class: classes = '', id = '', itemprop = '', rel = '' } = attribs;
  return `${classes} ${id} ${itemprop} ${rel}`.toLowerCase();
}

/** The value a machine is meant to read; a title only where it is a date, as in abbr of hAtom. */
function machineValue(attribs: Readonly<Record<string, string>>): string {
  const title = attribs['title'] ?? '';
  return attribs['datetime'] ?? attribs['content'] ?? (ISO_START.test(title) ? title : '');
}

/** Links such as /, /index.html and https://host/ lead home. */
function isHome(href: string | undefined): boolean {
  return href !== undefined && href !== '' && href.length < 80 && HOME_LINK.test(href.trim());
}

function noteHome(facts: PageFacts, element: Element): void {
  if (facts.home.length >= MAX_HOME) return;
  const text = textOf(element, 60) || (element.attribs['title'] ?? '');
  if (text !== '') facts.home.push(text);
  for (const child of element.children) {
    const alt = isTag(child) && child.name === 'img' ? child.attribs['alt']?.trim() : '';
    if (alt) facts.home.push(alt);
  }
}
