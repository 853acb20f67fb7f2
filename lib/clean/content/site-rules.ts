import { load } from 'cheerio/slim';
import type { SiteRules } from '#lib/model/source.ts';
import { PageElement, parentElement } from '../dom/page-element.ts';
import type { ParsedPage } from '../dom/parse-page.ts';
import { subtreeText } from '../dom/subtree-text.ts';

/** What the selectors of a source definition find on a page. */
export interface RuledParts {
  /** The document is inside these; null if there is no such rule or it found nothing. */
  isContent(element: PageElement): boolean | null;
  isRemoved(element: PageElement): boolean;
  readonly title: string | null;
  readonly date: string | null;
}

/** Applies the rules; a selector that is none, or that finds nothing, changes nothing. */
export function ruledParts(page: ParsedPage, rules: SiteRules): RuledParts {
  const find = selector(page);
  const content = rules.content === undefined ? [] : find(rules.content);
  const removed = rules.remove.flatMap(find);
  const inContent = insideOf(page, content);
  const inRemoved = insideOf(page, removed);
  const textOf = (rule: string | undefined): string | null => {
    const first = rule === undefined ? undefined : find(rule)[0];
    if (!first) return null;
    return first.attribs['content'] ?? first.attribs['datetime'] ?? (subtreeText(first) || null);
  };
  return {
    isContent: ({ index }) => (content.length === 0 ? null : inContent[index] === 1),
    isRemoved: ({ index }) => inRemoved[index] === 1,
    title: textOf(rules.title),
    date: textOf(rules.date),
  };
}

function selector(page: ParsedPage): (rule: string) => PageElement[] {
  const $ = load(page.root);
  return (rule) => {
    try {
      return $(rule)
        .get()
        .filter((node) => node instanceof PageElement);
    } catch {
      return []; // not a selector: a rule somebody mistyped must not stop a crawl
    }
  };
}

/** 1 for the given elements and everything inside them. */
function insideOf(page: ParsedPage, tops: readonly PageElement[]): Uint8Array {
  const inside = new Uint8Array(page.elements.length);
  for (const { index } of tops) inside[index] = 1;
  for (const element of page.elements) {
    const up = parentElement(element);
    if (up && inside[up.index] === 1) inside[element.index] = 1;
  }
  return inside;
}
