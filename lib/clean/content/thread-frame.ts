import type { PageElement } from '../dom/page-element.ts';
import { HAN_PAGE } from './fill-gaps.ts';
import type { PageFeatures } from './page-features.ts';
import { pageKind } from './page-kind.ts';
import { titleMatch } from './title-match.ts';

/** A heading that says so much of <title> is the thread's. */
const LEAST_MATCH = 0.6;
/** So much of what was kept stands below it. */
const LEAST_BELOW = 0.7;
/** A signature has few lines. */
const MOST_LINES = 3;

/**
 * Kept blocks of a thread that belong to its forum: what stands above the thread's own title (its forum's description,
 * announcements), and what ends several posts alike, which is how their writers are signed.
 */
export function threadFrame(features: PageFeatures, kept: readonly boolean[]): ReadonlySet<number> {
  const { context } = features;
  const isThread = pageKind(context) === 'forum' || context.hints.isThread;
  if (!isThread || context.wideShare >= HAN_PAGE) return NOTHING;
  return new Set([...aboveTitle(features, kept), ...signatures(features, kept)]);
}

const NOTHING: ReadonlySet<number> = new Set();

function aboveTitle(
  { blocks, measures, context }: PageFeatures,
  kept: readonly boolean[],
): number[] {
  const title = blocks.findIndex(
    ({ kind }, index) =>
      kind === 'heading' && titleMatch(measures[index]?.text ?? '', context.title) >= LEAST_MATCH,
  );
  if (title <= 0) return [];
  const sizeOf = (from: number): number =>
    measures.reduce((sum, { size }, at) => (at >= from && kept[at] ? sum + size : sum), 0);
  if (sizeOf(title) < sizeOf(0) * LEAST_BELOW) return [];
  return [...kept.keys()].filter((at) => at < title && kept[at]);
}

/** The last kept lines of the boxes that repeat, where two of these end alike but say something else above. */
function signatures(
  { measures, owners, context }: PageFeatures,
  kept: readonly boolean[],
): number[] {
  const posts = new Map<PageElement, number[]>();
  for (let at = kept.length - 1; at >= 0; at -= 1) {
    const owner = owners[at];
    const unit = owner ? context.units[owner.index]?.element : undefined;
    if (!kept[at] || !unit) continue;
    const lines = posts.get(unit);
    if (lines) lines.push(at);
    else posts.set(unit, [at]);
  }
  const alike = Map.groupBy(posts.values(), ([last = -1]) => measures[last]?.text ?? '');
  return [...alike.values()].flatMap((group) => sharedEnd(group, measures));
}

/** The lines that all posts of a group end with; none where that is most of what they say. */
function sharedEnd(
  group: readonly (readonly number[])[],
  measures: PageFeatures['measures'],
): number[] {
  const [first = []] = group;
  if (group.length < 2) return [];
  const isShared = (back: number): boolean => {
    const text = measures[first[back] ?? -1]?.text;
    return group.every((lines) => text !== undefined && measures[lines[back] ?? -1]?.text === text);
  };
  let shared = 1;
  while (shared <= MOST_LINES && isShared(shared)) shared += 1;
  const sizeOf = (lines: readonly number[]): number =>
    lines.reduce((sum, at) => sum + (measures[at]?.size ?? 0), 0);
  // The same post twice is no signature.
  const isPost = group.every(
    (lines) => sizeOf(lines.slice(shared)) < sizeOf(lines.slice(0, shared)),
  );
  if (shared > MOST_LINES || isPost) return [];
  return group.flatMap((lines) => (lines.length > shared ? lines.slice(0, shared) : []));
}
