import { at } from '../content/numbers.ts';
import { isTitleShaped } from './prose.ts';
import { isPlain, type Line } from './scan-lines.ts';
import { isLoneDate } from './text-head.ts';

/** The head of an extracted page is short. */
const HEAD_LINES = 40;

/**
 * The heading above the first paragraph that names the document: the one right above its meta line, else the only one
 * of the highest level, of several in the head (the site's name is one, too) the likeliest. Where sections below have
 * the same level, the marks tell no title from them. -1 if there is none, as in every text without marks.
 */
export function headingTitle(lines: readonly Line[], title: Float64Array): number {
  const head = firstProse(lines);
  const candidates: number[] = [];
  let highest = Number.POSITIVE_INFINITY;
  for (const [index, line] of lines.entries()) {
    if (line.block.kind !== 'heading' || !isPlain(line)) continue;
    if (index < head && isTitleShaped(line.text)) candidates.push(index);
    highest = Math.min(highest, line.block.level);
  }
  if (candidates.length === 0) return -1;
  const dated = candidates.findLast((index) => isDated(lines[index + 1]));
  if (dated !== undefined) return dated;
  const own = candidates.filter((index) => lines[index]?.block.level === highest);
  const isSection = (line: Line, index: number): boolean =>
    index >= head && line.block.kind === 'heading' && line.block.level === highest && isPlain(line);
  if (own.length === 0 || lines.some(isSection)) return -1;
  return own.reduce((best, index) => (at(title, index) > at(title, best) ? index : best));
}

function firstProse(lines: readonly Line[]): number {
  const first = lines.findIndex(({ prose, block }) => prose && block.kind !== 'heading');
  return first < 0 ? Math.min(lines.length, HEAD_LINES) : first;
}

function isDated(line: Line | undefined): boolean {
  return line !== undefined && (isLoneDate(line) || (line.meta?.publishedAt ?? null) !== null);
}
