import { at, atInt, clamp, share } from '../numbers.ts';
import { titleMatch } from '../title-match.ts';
import type { FeatureGroup } from './feature-group.ts';

const NO_H1 = -50;

/** Where on the page the block is, what its place is called, and what else is in places of its kind. */
export const placeFeatures: FeatureGroup = {
  names: [
    ...['sizeBefore', 'sinceH1', 'titleMatch', 'copies', 'nameScore', 'frameShare', 'frameBlocks'],
    ...['place:count', 'place:meanSize', 'place:spread', 'place:likely', 'place:prior'],
    ...['place:others', 'echoes'],
  ],
  write(row, from, index, context) {
    const { blocks, measures, ownerIndices, tree, total, firstH1, groups, signatures } = context;
    const { text = '', size = 0 } = measures[index] ?? {};
    row[from] = share(at(context.sizeBefore, index), total);
    row[from + 1] = firstH1 < 0 ? NO_H1 : clamp(index - firstH1, -40, 60);
    row[from + 2] = titleMatch(text, context.title);
    row[from + 3] = Math.log1p(atInt(context.copies, index) - 1);
    row[from + 4] = at(context.nameScores, index);
    const frame = tree.frame[ownerIndices[index] ?? 0] ?? -1;
    row[from + 5] = frame >= 0 ? share(at(tree.size, frame), total) : 2;
    row[from + 6] = frame >= 0 ? Math.log1p(at(tree.blocks, frame)) : -1;
    row[from + 13] = Math.min(3, atInt(context.echoes, index));
    const group = groups[atInt(signatures, index)];
    if (!group) return;
    const prior = at(context.priors, index);
    const others = group.size - size;
    row[from + 7] = Math.log1p(group.count);
    row[from + 8] = Math.log1p(group.size / group.count);
    row[from + 9] = share(group.last - group.first, blocks.length);
    row[from + 10] = share(group.mass, group.size);
    row[from + 11] = group.prior / group.count;
    row[from + 12] = others > 0 ? (group.mass - prior * size) / others : -1;
  },
};
