import type { RemovalReason } from '#lib/model/removal.ts';
import type { Line } from './scan-lines.ts';

/** Rows of such a list are short. */
const LONGEST_ROW = 40;
const LEAST_ROWS = 3;
/** 收藏 2.3万, 做过 618, 浏览：1.2k次: what a site counts. */
const COUNTED =
  /^(?:收藏|做过|想做|浏览|阅读|点击|人气|下载|评论|点赞|喜欢|关注|热度)(?:次数|量|数|人数)?[\s:：]{0,3}\d[\d.,]{0,9}\s?[万千wk]?\+?\s?[次人个条℃]?$/iu;
const ROW = />(?:li|dd|dt)(?:[.[][^>]*)?$/u;

/**
 * Rows of a list above the text that the page fills in: if one is what the site counts or says of rights, the rest are
 * 难度, 时间, 用户上传 of the same box. Most of its rows were cut already, or it is a list of the document's.
 */
export function markFactList(
  lines: readonly Line[],
  all: readonly Line[],
  reasons: Map<number, RemovalReason>,
): void {
  const first = lines.findIndex((_, at) => !reasons.has(at));
  const box = boxOf(lines[first]);
  if (box === null) return;
  const rows = all.filter((line) => boxOf(line) === box);
  if (rows.length < LEAST_ROWS) return;
  const left: number[] = [];
  for (let at = first; boxOf(lines[at]) === box; at += 1) if (!reasons.has(at)) left.push(at);
  if (left.length > rows.length / 2) return;
  if (left.some((at) => (lines[at]?.text.length ?? 0) > LONGEST_ROW)) return;
  const told = rows.find(({ frame, text }) => frame?.reason === 'disclaimer' || COUNTED.test(text));
  if (!told) return;
  const reason = told.frame?.reason === 'disclaimer' ? 'disclaimer' : 'metadata';
  for (const at of left) reasons.set(at, reason);
}

/** Place of the list a line is a row of; null if it is none. */
function boxOf(line: Line | undefined): string | null {
  const where = line?.block.where ?? '';
  return ROW.test(where) ? where.slice(0, where.lastIndexOf('>')) : null;
}
