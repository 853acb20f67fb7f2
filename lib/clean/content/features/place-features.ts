import { at, clamp, log, share } from '../numbers.ts';
import { titleMatch } from '../title-match.ts';
import type { FeatureGroup } from './feature-group.ts';

const NO_H1 = -50;

/** Where on the page the block is, and where else its text or its kind is. */
export const placeFeatures: FeatureGroup = {
  names: [
    ...['order', 'sizeBefore', 'sinceH1', 'titleMatch', 'h1Seen', 'copies', 'isFirstCopy'],
    ...['signatureCount', 'signatureSize', 'signatureSpread'],
  ],
  write(put, { index, measure, context }) {
    const { blocks, sizeBefore, total, firstH1, title, copies, groups, signatures } = context;
    put(share(index, blocks.length));
    put(share(at(sizeBefore, index), total));
    put(firstH1 < 0 ? NO_H1 : clamp(index - firstH1, -40, 60));
    put(titleMatch(measure.text, title));
    put(Number(firstH1 >= 0 && index >= firstH1));
    const copy = copies.get(measure.text);
    put(log((copy?.count ?? 1) - 1));
    put(Number(copy?.first === index));
    const group = groups[at(signatures, index)];
    put(log(group?.count ?? 1));
    put(log(share(group?.size ?? 0, group?.count ?? 1)));
    put(share((group?.last ?? 0) - (group?.first ?? 0), blocks.length));
  },
};
