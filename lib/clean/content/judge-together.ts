import type { RemovalReason } from '#lib/model/removal.ts';
import { HAN_PAGE } from './fill-gaps.ts';
import { addAt, at, atInt } from './numbers.ts';
import type { PageFeatures } from './page-features.ts';
import { pageKind } from './page-kind.ts';

/** Fewer blocks of a kind of place are no row of posts. */
const LEAST = 3;
/** What all of a kind come to says so much of each. On forums left out of training 0.3 to 0.9 are the same. */
const SHARED = 0.4;

/**
 * On a thread blocks of the same kind of place are posts by one template, so they are judged together: a short reply
 * between long ones is as much the document's. `probabilities` move towards the mean of their kind.
 */
export function judgeTogether(
  { context, measures }: PageFeatures,
  probabilities: Float64Array,
  fixed: readonly (RemovalReason | null)[],
): void {
  // In Chinese threads the first post is the document, the replies below it are not (first-post.ts).
  if (context.wideShare >= HAN_PAGE) return;
  if (pageKind(context) !== 'forum' && !context.hints.isThread) return;
  const { signatures, groups } = context;
  const sums = new Float64Array(groups.length);
  const counts = new Float64Array(groups.length);
  measures.forEach((_, index) => {
    if (fixed[index]) return;
    addAt(sums, atInt(signatures, index), at(probabilities, index));
    addAt(counts, atInt(signatures, index), 1);
  });
  for (let index = 0; index < probabilities.length; index += 1) {
    const group = atInt(signatures, index);
    if (fixed[index] || at(counts, group) < LEAST) continue;
    const own = at(probabilities, index);
    probabilities[index] = own + SHARED * (at(sums, group) / at(counts, group) - own);
  }
}
