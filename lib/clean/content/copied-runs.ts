import type { Block } from '../block.ts';
import { type PageElement, parentElement } from '../dom/page-element.ts';
import { atInt } from './numbers.ts';
import type { PageFeatures } from './page-features.ts';

/**
 * From this size on, a sentence or two, a run of blocks that stood above in the same order is a copy; shorter ones are
 * said twice on purpose. On sites left out of training anything up to 250 helps.
 */
const COPY_SIZE = 100;
const NONE = -1;
/** Names of boxes that hold a quotation. */
const QUOTATION = /quot/i;

/**
 * Which of the kept blocks say again what others above them said: the layout for small screens beside the one for
 * large ones, the accepted answer above its thread, the preview of a post. Under a heading of its own, and
 * within one box, a text is said again on purpose. Linear in the blocks.
 */
export function copiedRuns(
  { blocks, measures, owners }: PageFeatures,
  kept: readonly boolean[],
): ReadonlySet<number> {
  const order: number[] = [];
  blocks.forEach((block, index) => {
    if (kept[index] && isOwnText(block)) order.push(index);
  });
  const headings = headingCounts(order.map((index) => blocks[index]?.kind === 'heading'));
  const copies = new Set<number>();
  for (const { from, to, end } of repeatedRuns(order.map((index) => measures[index]?.text ?? ''))) {
    const run = order.slice(from, to);
    const size = run.reduce((sum, index) => sum + (measures[index]?.size ?? 0), 0);
    if (size < COPY_SIZE || atInt(headings, from) > atInt(headings, end)) continue;
    if (boxOf(owners, order[from]) === boxOf(owners, order[end - run.length])) continue;
    if (run.length === 1 && isWoven(owners, order, from)) continue;
    for (const index of run) copies.add(index);
  }
  return copies;
}

/** One paragraph below others of its box is where it belongs: what says it above is a list of key points, or a lead. */
function isWoven(owners: PageFeatures['owners'], order: readonly number[], place: number): boolean {
  const box = boxOf(owners, order[place]);
  return box !== null && place > 0 && boxOf(owners, order[place - 1]) === box;
}

function boxOf(owners: PageFeatures['owners'], index: number | undefined): PageElement | null {
  const owner = owners[index ?? -1];
  return owner ? parentElement(owner) : null;
}

/** A quotation repeats what it answers; code and tables repeat themselves. */
function isOwnText({ kind, quoted, where }: Block): boolean {
  return kind !== 'code' && kind !== 'table-row' && quoted === 0 && !QUOTATION.test(where);
}

/** How many headings there are before each place. */
function headingCounts(isHeading: readonly boolean[]): Int32Array {
  const counts = new Int32Array(isHeading.length + 1);
  isHeading.forEach((is, place) => {
    counts[place + 1] = atInt(counts, place) + Number(is);
  });
  return counts;
}

/** A stretch of places, and where the one it repeats ends. */
interface RepeatedRun {
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

/** Longest stretches of texts that all occur before the stretch, one after the other as in it. */
function repeatedRuns(texts: readonly string[]): RepeatedRun[] {
  const firstOf = new Map<string, number>();
  const runs: RepeatedRun[] = [];
  let from = 0;
  let original = NONE;
  texts.forEach((text, place) => {
    const next = original + 1;
    if (original !== NONE && next < from && texts[next] === text) {
      original = next;
    } else {
      if (original !== NONE) runs.push({ from, to: place, end: original + 1 });
      from = place;
      original = firstOf.get(text) ?? NONE;
    }
    if (!firstOf.has(text)) firstOf.set(text, place);
  });
  if (original !== NONE) runs.push({ from, to: texts.length, end: original + 1 });
  return runs;
}
