import type { AnyNode, Document, Element } from 'domhandler';
import { isTag } from 'domhandler';
import { isScript, textOf } from './text-of.ts';

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
  /** Inside a header, footer, aside, comment, related list or card of another document. */
  readonly aside: boolean;
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
}

const DATE_HINT = /date|time|publi|posted|info|meta|pub-|stamp|datum|fecha|zeit|riqi|shijian/;
const AUTHOR_HINT =
  /author|byline|writer|autor|auteur|redact|creator|contributor|zuozhe|username|poster|(?:^|[\s_-])by(?:[\s_-]|$)/;
const CRUMB_HINT =
  /crumb|(?:^|[\s_-])path(?:[\s_-]|$)|position|location|weizhi|(?:^| )(?:loc|dqwz|nav-path)(?: |$)/;
const TITLE_HINT =
  /headline|(?:^|[\s_-])(?:title|tit|biaoti|subject)(?:[\s_-]|$)|activity-name|[a-z]title(?:[\s_-]|$)/;
const ASIDE_HINT =
  /(?:^|[\s_-])(?:related|recommend\w*|comments?|comment-\w+|sidebar|footer|foot|widget|aside|teaser|teasers|cards?|promo|popular|trending|newsletter|reply|replies|respond|more-\w+|also|rank|hot|tuijian|xiangguan|ranking|carousel|latest|recent\w*|disqus)(?:[\s_-]|$)/;
const ASIDE_TAGS = new Set(['aside', 'footer', 'nav']);
const MAX_MARK_CHARS = 300;
const MAX_MARKS = 400;
const MAX_CRUMBS = 8;
const PUBLIC_ACCOUNT_TIME = /\b(?:ct|create_?time|publish_?time|svr_time|pubtime)\b/i;
const MAX_SCRIPT_CHARS = 400_000;

/** Reads the page in one walk without recursion; each element's text is taken to a bounded length only. */
export function pageFacts(root: Document): PageFacts {
  const facts = emptyFacts();
  let at = 0;
  let aside: Element | null = null;
  let node: AnyNode | null = root.firstChild as AnyNode | null;
  while (node) {
    let descend = true;
    if (isTag(node)) {
      if (!aside && isAside(node)) aside = node;
      descend = readElement(facts, node, at, aside !== null);
    } else if (node.type === 'text') {
      at += node.data.length;
    }
    let next: AnyNode | null = descend ? firstChildOf(node) : null;
    let left: AnyNode | null = node;
    while (!next && left && left !== root) {
      if (left === aside) aside = null;
      next = left.next as AnyNode | null;
      left = left.parent as AnyNode | null;
    }
    node = next;
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
    home: [],
  };
}

function firstChildOf(node: AnyNode): AnyNode | null {
  return 'children' in node ? ((node.children[0] as AnyNode | undefined) ?? null) : null;
}

function isAside(element: Element): boolean {
  if (ASIDE_TAGS.has(element.name)) return true;
  const { class: classes, id } = element.attribs;
  if (element.name === 'body' || element.name === 'html' || (!classes && !id)) return false;
  return ASIDE_HINT.test(`${classes ?? ''} ${id ?? ''}`.toLowerCase());
}

/** Notes what the element says; false if nothing inside it can matter. */
function readElement(facts: PageFacts, element: Element, at: number, aside: boolean): boolean {
  switch (element.name) {
    case 'html':
      facts.lang ||= element.attribs['lang'] ?? element.attribs['xml:lang'] ?? '';
      return true;
    case 'title':
      if (facts.headTitle === '' && !insideSvg(element)) facts.headTitle = textOf(element, 1000);
      return false;
    case 'meta':
      readMeta(facts, element, at, aside);
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
      readMarked(facts, element, at, aside);
      return true;
  }
}

function insideSvg(element: Element): boolean {
  return element.parent?.type === 'tag' && (element.parent as Element).name === 'svg';
}

function readMeta(facts: PageFacts, element: Element, at: number, aside: boolean): void {
  const { name, property, itemprop, content } = element.attribs;
  const key = (property ?? name ?? itemprop ?? element.attribs['http-equiv'] ?? '')
    .trim()
    .toLowerCase();
  if (key === '' || content === undefined || content.trim() === '') return;
  // A microdata meta inside a card speaks of the card's document.
  if (itemprop !== undefined && name === undefined && property === undefined && aside) return;
  const list = facts.metas.get(key);
  if (list) list.push(content.trim());
  else facts.metas.set(key, [content.trim()]);
  if (itemprop && DATE_HINT.test(key)) {
    facts.dates.push({ text: '', value: content, tokens: key, tag: 'meta', at, aside });
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
  if (type.includes('ld+json')) facts.jsonLd.push(source);
  else if (isScript(type) && source.length < MAX_SCRIPT_CHARS && PUBLIC_ACCOUNT_TIME.test(source)) {
    facts.scripts.push(source);
  }
}

function readMarked(facts: PageFacts, element: Element, at: number, aside: boolean): void {
  const { attribs, name } = element;
  const { class: classes, id, itemprop, rel } = attribs;
  const heading = name.length === 2 && name[0] === 'h' && name >= 'h1' && name <= 'h6';
  if (name === 'a' && isHome(attribs['href'])) noteHome(facts, element);
  if (!heading && name !== 'time' && name !== 'cite' && !classes && !id && !itemprop && !rel)
    return;
  const tokens = `${classes ?? ''} ${id ?? ''} ${itemprop ?? ''} ${rel ?? ''}`.toLowerCase();
  const mark = (list: Marked[]): void => {
    if (list.length >= MAX_MARKS) return;
    const text = textOf(element, MAX_MARK_CHARS);
    const value = attribs['datetime'] ?? attribs['content'] ?? '';
    list.push({ text, value, tokens, tag: name, at, aside });
  };
  if (heading || TITLE_HINT.test(tokens)) mark(facts.headings);
  if (name === 'time' || DATE_HINT.test(tokens)) mark(facts.dates);
  if (AUTHOR_HINT.test(tokens)) mark(facts.authors);
  if (CRUMB_HINT.test(tokens) && facts.crumbs.length < MAX_CRUMBS) facts.crumbs.push(element);
}

/** Links such as /, /index.html and https://host/ lead home. */
const HOME_LINK = /^(?:https?:)?(?:\/\/[^/?#]+)?\/?(?:index\.\w{1,5})?$/i;

function isHome(href: string | undefined): boolean {
  return href !== undefined && href !== '' && HOME_LINK.test(href.trim());
}

function noteHome(facts: PageFacts, element: Element): void {
  if (facts.home.length >= 12) return;
  const text = textOf(element, 60) || element.attribs['title'] || '';
  if (text !== '') facts.home.push(text);
  for (const child of element.children) {
    if (isTag(child) && child.name === 'img' && child.attribs['alt']) {
      facts.home.push(child.attribs['alt'].trim());
    }
  }
}
