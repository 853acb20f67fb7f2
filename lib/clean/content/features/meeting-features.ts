import { clamp, share } from '../numbers.ts';
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
    const { tree, total, mass, big, measures, ownerIndices, likely, meetings } = context;
    const owner = ownerIndices[index] ?? -1;
    let next = from;
    for (const { landmark, meet } of meetings) {
      const shared = owner < 0 || landmark < 0 ? -1 : (meet[owner] ?? -1);
      if (shared < 0) row.fill(-1, next, next + MEETING.length);
      else {
        const size = tree.size[shared] ?? 0;
        const depth = tree.depth[shared] ?? 0;
        row[next] = share(size, total);
        row[next + 1] = share(tree.linkSize[shared] ?? 0, size);
        row[next + 2] = (tree.depth[owner] ?? 0) - depth;
        row[next + 3] = (tree.depth[landmark] ?? 0) - depth;
        row[next + 4] = share(likely.mass[shared] ?? 0, mass);
      }
      next += MEETING.length;
    }
    const best = likely.best?.index ?? 0;
    row[next] = likely.f1[best] ?? 0;
    row[next + 1] = share(likely.mass[best] ?? 0, tree.size[best] ?? 0);
    row[next + 2] = likely.around[Math.max(0, owner)] ?? 0;
    row[next + 3] = share(measures[index]?.size ?? 0, measures[big]?.size ?? 0);
    row[next + 4] = big < 0 ? FAR + 1 : clamp(index - big, -FAR, FAR);
  },
};
