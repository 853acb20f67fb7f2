import { type PageElement, parentElement } from '../../dom/page-element.ts';
import { at, clamp, share } from '../numbers.ts';
import type { PageContext } from '../page-context.ts';
import type { TreeMeasures } from '../tree-measures.ts';
import type { FeatureGroup } from './feature-group.ts';

const FAR = 60;
const MEETING = ['share', 'prose', 'links', 'up', 'down', 'mass', 'likely'];
const LANDMARKS = ['Main', 'H1', 'Big', 'Half', 'Most', 'Best'];

/**
 * The smallest box that holds both the block and a landmark: the main prose, the heading, the longest
 * block, and the elements that most probably hold the document.
 */
export const meetingFeatures: FeatureGroup = {
  names: [
    ...LANDMARKS.flatMap((landmark) => MEETING.map((name) => `with${landmark}:${name}`)),
    ...['best:f1', 'best:likely', 'around:f1', 'sizeToBig', 'fromBig'],
  ],
  write(row, from, index, context) {
    const { tree, main, h1, big, measures, owners, likely } = context;
    const owner = owners[index] ?? null;
    const landmarks = [main, h1, owners[big] ?? null, likely.half, likely.most, likely.best];
    let next = from;
    for (const landmark of landmarks) next = writeMeeting(row, next, context, owner, landmark);
    const best = likely.best?.index ?? 0;
    row[next++] = at(likely.f1, best);
    row[next++] = share(at(likely.mass, best), at(tree.size, best));
    row[next++] = bestAround(owner, likely.f1);
    row[next++] = share(measures[index]?.size ?? 0, measures[big]?.size ?? 0);
    row[next++] = big < 0 ? FAR + 1 : clamp(index - big, -FAR, FAR);
  },
};

function writeMeeting(
  row: Float32Array,
  from: number,
  { tree, total, likely, mass }: PageContext,
  owner: PageElement | null,
  landmark: PageElement | null,
): number {
  const to = from + MEETING.length;
  const shared = owner && landmark ? commonAncestor(owner, landmark, tree) : null;
  if (!owner || !landmark || !shared) {
    row.fill(-1, from, to);
    return to;
  }
  const { index } = shared;
  const size = at(tree.size, index);
  const depth = at(tree.depth, index);
  row[from] = share(size, total);
  row[from + 1] = share(at(tree.prose, index), size);
  row[from + 2] = share(at(tree.linkSize, index), size);
  row[from + 3] = at(tree.depth, owner.index) - depth;
  row[from + 4] = at(tree.depth, landmark.index) - depth;
  row[from + 5] = share(at(likely.mass, index), mass);
  row[from + 6] = share(at(likely.mass, index), size);
  return to;
}

function commonAncestor(a: PageElement, b: PageElement, tree: TreeMeasures): PageElement | null {
  let left: PageElement | null = a;
  let right: PageElement | null = b;
  while (left && right && left !== right) {
    if (at(tree.depth, left.index) >= at(tree.depth, right.index)) left = parentElement(left);
    else right = parentElement(right);
  }
  return left && right ? left : null;
}

/** The highest expected F1 of an element around the block. */
function bestAround(owner: PageElement | null, f1: Float64Array): number {
  let best = 0;
  for (let box = owner; box; box = parentElement(box)) best = Math.max(best, at(f1, box.index));
  return best;
}
