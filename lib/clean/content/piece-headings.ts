import type { RemovalReason } from '#lib/model/removal.ts';
import type { PageFeatures } from './page-features.ts';

/** 学生会竞选演讲稿 篇1; what it is of is its first part. */
const PIECE = /^([^。，；：:]{2,40}?)[\s(（【]{0,2}(?:篇|第)?\s?([一1])\s?(?:篇|部分)?[)）】]?$/u;
const LONGEST = 50;

/**
 * Keeps the heading of the first of several pieces, right above its text: below an editor's few words it stands where the
 * frame ends. The heading of the second piece says that it is one.
 */
export function keepFirstPiece(
  { measures }: PageFeatures,
  chosen: readonly boolean[],
  fixed: readonly (RemovalReason | null)[],
): boolean[] {
  const at = chosen.indexOf(true) - 1;
  const { text = '', links = 0 } = measures[at] ?? {};
  const first = text.trim();
  const number = first.length <= LONGEST ? PIECE.exec(first)?.[2] : undefined;
  if (number === undefined || fixed[at] || links > 0) return [...chosen];
  const from = first.lastIndexOf(number);
  const next = `${first.slice(0, from)}${number === '1' ? '2' : '二'}${first.slice(from + 1)}`;
  const isOne = measures.some((one, index) => chosen[index] && one.text?.trim() === next);
  return chosen.map((is, index) => is || (isOne && index === at));
}
