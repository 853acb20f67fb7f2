import { at, clamp, log, share } from '../numbers.ts';
import { titleMatch } from '../title-match.ts';
import type { FeatureGroup } from './feature-group.ts';

const NO_H1 = -50;

/** Where on the page the block is, and where else its text or its kind is. */
export const placeFeatures: FeatureGroup = {
  names: [
    ...['order', 'sizeBefore', 'sinceH1', 'titleMatch', 'h1Seen', 'copies', 'isFirstCopy'],
    ...['place:count', 'place:meanSize', 'place:spread', 'place:likely', 'place:prior'],
    ...['place:others', 'nameScore', 'depth', 'frameShare', 'frameLinks', 'frameBlocks'],
  ],
  write(row, from, index, context) {
    const { blocks, measures, owners, tree, sizeBefore, total, firstH1, title, copies } = context;
    const text = measures[index]?.text ?? '';
    row[from] = share(index, blocks.length);
    row[from + 1] = share(at(sizeBefore, index), total);
    row[from + 2] = firstH1 < 0 ? NO_H1 : clamp(index - firstH1, -40, 60);
    row[from + 3] = titleMatch(text, title);
    row[from + 4] = Number(firstH1 >= 0 && index >= firstH1);
    const copy = copies.get(text);
    row[from + 5] = log((copy?.count ?? 1) - 1);
    row[from + 6] = Number(copy?.first === index);
    const group = context.groups[at(context.signatures, index)];
    row[from + 7] = log(group?.count ?? 1);
    row[from + 8] = log(share(group?.size ?? 0, group?.count ?? 1));
    row[from + 9] = share((group?.last ?? 0) - (group?.first ?? 0), blocks.length);
    const own = measures[index]?.size ?? 0;
    const others = (group?.size ?? 0) - own;
    const prior = at(context.priors, index);
    row[from + 10] = share(group?.mass ?? 0, group?.size ?? 0);
    row[from + 11] = share(group?.prior ?? 0, group?.count ?? 0);
    row[from + 12] = others > 0 ? ((group?.mass ?? 0) - prior * own) / others : -1;
    row[from + 13] = at(context.nameScores, index);
    const owner = owners[index]?.index ?? 0;
    const frame = tree.frame[owner] ?? -1;
    const size = at(tree.size, frame);
    row[from + 14] = at(tree.depth, owner);
    row[from + 15] = frame >= 0 ? share(size, total) : 2;
    row[from + 16] = frame >= 0 ? share(at(tree.linkSize, frame), size) : -1;
    row[from + 17] = frame >= 0 ? log(at(tree.blocks, frame)) : -1;
  },
};
