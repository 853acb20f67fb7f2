import type { Meeting } from '../landmarks.ts';
import { at, clamp, share } from '../numbers.ts';
import type { PageContext } from '../page-context.ts';
import type { FeatureGroup } from './feature-group.ts';

const FAR = 60;
const MEETING = ['share', 'links', 'up', 'down', 'mass'];
const LANDMARKS = ['Main', 'H1', 'Half', 'Most', 'Best'];

/**
 * The smallest box that holds both the block and a landmark: the main prose, the heading, and the elements
 * that most probably hold the document.
 */
export const meetingFeatures: FeatureGroup = {
  names: [
    ...LANDMARKS.flatMap((landmark) => MEETING.map((name) => `with${landmark}:${name}`)),
    ...['best:f1', 'best:likely', 'around:f1', 'sizeToBig', 'fromBig'],
  ],
  write(row, from, index, context) {
    const { tree, big, measures, ownerIndices, likely, meetings } = context;
    const owner = ownerIndices[index] ?? -1;
    let next = from;
    for (const meeting of meetings) {
      writeMeeting(row, next, owner, meeting, context);
      next += MEETING.length;
    }
    const best = likely.best?.index ?? 0;
    row[next] = at(likely.f1, best);
    row[next + 1] = share(at(likely.mass, best), at(tree.size, best));
    row[next + 2] = at(likely.around, Math.max(0, owner));
    row[next + 3] = share(measures[index]?.size ?? 0, measures[big]?.size ?? 0);
    row[next + 4] = big < 0 ? FAR + 1 : clamp(index - big, -FAR, FAR);
  },
};

/** How large the box is, how much of it links and how much of it probably the document's; -1 without a landmark. */
function writeMeeting(
  row: Float32Array,
  from: number,
  owner: number,
  { landmark, meet }: Meeting,
  { tree, total, mass, likely }: PageContext,
): void {
  const shared = owner < 0 || landmark < 0 ? -1 : (meet[owner] ?? -1);
  if (shared < 0) {
    row.fill(-1, from, from + MEETING.length);
    return;
  }
  const size = at(tree.size, shared);
  const depth = at(tree.depth, shared);
  row[from] = share(size, total);
  row[from + 1] = share(at(tree.linkSize, shared), size);
  row[from + 2] = at(tree.depth, owner) - depth;
  row[from + 3] = at(tree.depth, landmark) - depth;
  row[from + 4] = share(at(likely.mass, shared), mass);
}
