import { type Element, isTag } from 'domhandler';
import type { PageElement } from '../dom/page-element.ts';
import { textOf } from './text-of.ts';

const MOST_ELEMENTS = 200;
const LONGEST = 100;

/** Texts of an element's links and list items in page order, whether they lead anywhere or not. */
export function namesIn(element: Element): string[] {
  const names: string[] = [];
  const stack: Element[] = [element];
  let seen = 0;
  for (let top = stack.pop(); top && seen < MOST_ELEMENTS; top = stack.pop()) {
    seen += 1;
    if (top !== element && (top.name === 'a' || top.name === 'li')) {
      names.push(textOf(top, LONGEST));
      continue;
    }
    for (const child of [...top.children].reverse()) if (isTag(child)) stack.push(child);
  }
  return names.filter((name) => name !== '');
}

const LEAST_LINKS = 2;

/**
 * Texts of the parts of an element that is nothing but links with the name of the page behind them, whatever picture parts
 * them; none of an element with words of its own.
 */
export function childNames({ children }: Element): string[] {
  if (children.length > MOST_ELEMENTS) return [];
  const parts = children.filter(isTag);
  const isBare = children.every((child) => isTag(child) || !('data' in child && child.data.trim()));
  const links = parts.filter(({ name }) => name === 'a').length;
  if (!isBare || links < LEAST_LINKS) return [];
  return parts.map((part) => textOf(part, LONGEST)).filter((name) => name !== '');
}

/** Where the shelves of a blog or a forum lie: /categories/xx/, /category/12.html. */
const SHELF = /\/categor(?:y|ies)\/[^/]/iu;
/** The page of a member: u.php?uid=61, space-uid-7.html, home.php?mod=space&uid=7, /user/1203. */
const MEMBER =
  /(?:[?&]uid=|space-uid-|mod=space|[?&]memberid=|\/u(?:ser|id)?\/)\d|(?:^|\/)(?:space|profile|u)\.(?:php|aspx?)\?\w{1,8}=\d/iu;
const LONGEST_ADDRESS = 200;

/** A link that leads to one of the site's shelves, or says that it does. */
export function isShelfLink(element: PageElement): boolean {
  if (element.name !== 'a') return false;
  const href = element.attribute('href') ?? '';
  if (href.length > LONGEST_ADDRESS) return false;
  const rel = element.attribute('rel') ?? '';
  return rel.toLowerCase().includes('category') || SHELF.test(href);
}

/** A link to the page of a member. */
export function isMemberLink(element: PageElement): boolean {
  if (element.name !== 'a') return false;
  const href = element.attribute('href') ?? '';
  return href.length <= LONGEST_ADDRESS && MEMBER.test(href);
}
