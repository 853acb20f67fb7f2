import { type PageElement, parentElement } from '../../dom/page-element.ts';
import { at, clamp, share } from '../numbers.ts';
import type { PageContext } from '../page-context.ts';
import type { TreeMeasures } from '../tree-measures.ts';
import type { FeatureGroup, Put } from './feature-group.ts';

const FAR = 60;

/** The smallest box that holds both the block and a landmark: main prose, heading, longest block. */
export const meetingFeatures: FeatureGroup = {
  names: [
    ...['mainDepth', 'mainShare', 'mainRest'],
    ...['withH1:share', 'withH1:prose', 'withH1:links', 'withH1:up', 'withH1:down'],
    ...['withBig:share', 'withBig:prose', 'withBig:links', 'withBig:up', 'withBig:down'],
    ...['sizeToBig', 'fromBig'],
  ],
  write(put, { index, measure, owner, context }) {
    const { tree, main, total, h1, big, measures, owners } = context;
    const shared = owner && main ? commonAncestor(owner, main, tree) : null;
    const depth = shared ? at(tree.depth, shared.index) : 0;
    put(main ? at(tree.depth, main.index) - depth : 0);
    put(main ? share(at(tree.size, main.index), total) : 0);
    put(owner ? at(tree.depth, owner.index) - depth : 0);
    putMeeting(put, context, owner, h1);
    putMeeting(put, context, owner, owners[big] ?? null);
    put(share(measure.size, measures[big]?.size ?? 0));
    put(big < 0 ? FAR + 1 : clamp(index - big, -FAR, FAR));
  },
};

function putMeeting(
  put: Put,
  { tree, total }: PageContext,
  owner: PageElement | null,
  landmark: PageElement | null,
): void {
  const shared = owner && landmark ? commonAncestor(owner, landmark, tree) : null;
  if (!owner || !landmark || !shared) {
    for (let count = 0; count < 5; count++) put(-1);
    return;
  }
  const size = at(tree.size, shared.index);
  const depth = at(tree.depth, shared.index);
  put(share(size, total));
  put(share(at(tree.prose, shared.index), size));
  put(share(at(tree.linkSize, shared.index), size));
  put(at(tree.depth, owner.index) - depth);
  put(at(tree.depth, landmark.index) - depth);
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
