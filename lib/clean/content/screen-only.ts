import { ofClasses } from '../dom/element-table.ts';
import { at } from './numbers.ts';
import type { PageFeatures } from './page-features.ts';

/** What style sheets take out of the printed page: buttons, hints, advertisements. */
const SCREEN_ONLY =
  /(?:^|\s)(?:no[-_]?print|not-?print|print-?(?:none|hide|hidden)|hidden-print|d-print-none|hide-on-print|print:hidden)(?=\s|$)/i;
/** Some thirty Han characters: a video with what it shows is kept off paper, too, and is the document's. */
const LONGEST = 80;
/** With more of what was kept inside, the site keeps its readers from printing the document. */
const MOST = 0.15;

/** Kept blocks that the page itself leaves out where the document is printed. */
export function screenOnly(
  { owners, measures, context, tree }: PageFeatures,
  kept: readonly boolean[],
): ReadonlySet<number> {
  const { elements, table } = context.page;
  if (!table.classes.some((classes) => SCREEN_ONLY.test(classes))) return NOTHING;
  const isOf = ofClasses(table, (classes) => SCREEN_ONLY.test(classes));
  const inside = new Uint8Array(elements.length);
  for (let index = 0; index < elements.length; index += 1) {
    const isShort = at(tree.size, index) <= LONGEST;
    const isIn =
      inside[table.up[index] ?? -1] === 1 || (isShort && isOf(table.classOf[index] ?? 0));
    inside[index] = isIn ? 1 : 0;
  }
  const found = owners.flatMap((owner, index) =>
    owner && kept[index] && inside[owner.index] === 1 ? [index] : [],
  );
  const sizeOf = (indices: Iterable<number>): number =>
    [...indices].reduce((sum, index) => sum + (measures[index]?.size ?? 0), 0);
  const all = kept.flatMap((isKept, index) => (isKept ? [index] : []));
  return sizeOf(found) <= sizeOf(all) * MOST ? new Set(found) : NOTHING;
}

const NOTHING: ReadonlySet<number> = new Set();
