import { type PageElement, parentElement } from '../dom/page-element.ts';
import type { ParsedPage } from '../dom/parse-page.ts';
import { subtreeText } from '../dom/subtree-text.ts';
import type { PageFeatures } from './page-features.ts';

/** So many links to places of the page, one below the other, list its contents. */
const LEAST_ENTRIES = 3;
/** An entry's block is this close above its link. */
const MOST_STEPS = 3;
const NOT_WORD = /[^\p{L}]+/gu;

/**
 * Indexes of the blocks that list what stands further down on the page: each is a link to a place that is there. The
 * headings are the document's, their list above it is the page's.
 */
export function contentsEntries(
  page: ParsedPage,
  { blocks, measures, owners }: PageFeatures,
): ReadonlySet<number> {
  const links = contentsLinks(page);
  const found = new Set<number>();
  if (links.size < LEAST_ENTRIES) return found;
  let run: number[] = [];
  const close = (): void => {
    if (run.length >= LEAST_ENTRIES) for (const index of run) found.add(index);
    run = [];
  };
  for (const index of blocks.keys()) {
    const owner = owners[index] ?? null;
    const text = measures[index]?.text ?? '';
    const said = owner ? links.get(owner) : undefined;
    if (said !== undefined && said === wordsOf(text)) run.push(index);
    else if (text !== '') close();
  }
  close();
  return found;
}

/** Words of the links that lead to a place of the page, by the elements around each of them. */
function contentsLinks({ elements, table }: ParsedPage): Map<PageElement, string> {
  const links = new Map<PageElement, string>();
  const inner = table.named('a').filter((one) => one.attribute('href')?.startsWith('#'));
  if (inner.length === 0) return links;
  const places = new Set<string>();
  for (const element of elements) {
    const place = element.attribute('id') ?? element.attribute('name');
    if (place !== undefined) places.add(place);
  }
  for (const element of inner) {
    if (!places.has(placeOf(element.attribute('href') ?? ''))) continue;
    const words = wordsOf(subtreeText(element));
    if (words === '') continue;
    let around: PageElement | null = element;
    for (let step = 0; around && step < MOST_STEPS; step += 1) {
      links.set(around, words);
      around = parentElement(around);
    }
  }
  return links;
}

function placeOf(href: string): string {
  try {
    return decodeURIComponent(href.slice(1));
  } catch {
    return href.slice(1); // not encoded
  }
}

function wordsOf(text: string): string {
  return text.replace(NOT_WORD, '');
}
