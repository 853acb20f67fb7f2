import type { PageElement } from '../dom/page-element.ts';
import { ISO_START, type Marked } from './marked.ts';
import { isMemberLink, isShelfLink } from './page-links.ts';
import { HINT } from './token-hints.ts';

/** Elements of a page that may hold one of its fields, by kind. */
export interface MarkedLists {
  readonly shelves: Marked[];
  readonly members: Marked[];
  readonly headings: Marked[];
  readonly dates: Marked[];
}

/** Elements of a line that have a time as their title. */
const SAYS_TIME = new Set(['span', 'em', 'i', 'b', 'abbr', 'small', 'p', 'div']);
const HEADING: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** The lists of the page's facts that an element belongs to by its name, its classes or where it leads. */
export function markLists(
  facts: MarkedLists,
  element: PageElement,
  hints: number,
): readonly Marked[][] {
  const { name } = element;
  if (hints === 0 && isSilent(element)) return NONE;
  const lists: Marked[][] = [];
  if (isShelfLink(element) || (hints & HINT.shelf && name === 'span')) lists.push(facts.shelves);
  if (isMemberLink(element)) lists.push(facts.members);
  if (hints & HINT.title || HEADING.has(name)) lists.push(facts.headings);
  if (hints & HINT.date || name === 'time' || isDated(element)) lists.push(facts.dates);
  return lists;
}

const NONE: readonly Marked[][] = [];

/** Most elements are neither links nor headings nor times and have no title: no list is theirs. */
function isSilent({ name, held }: PageElement): boolean {
  if (name === 'a' || name === 'time' || HEADING.has(name)) return false;
  for (let at = 0; at < held.length; at += 2) if (held[at] === 'title') return false;
  return true;
}

/** 2年前, and the time itself in the title attribute. */
function isDated(element: PageElement): boolean {
  const title = element.attribute('title');
  return title !== undefined && ISO_START.test(title) && SAYS_TIME.has(element.name);
}
