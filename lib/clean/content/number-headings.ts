import type { RemovalReason } from '#lib/model/removal.ts';
import type { PageFeatures } from './page-features.ts';

/** 01, Part 2, 叁: the parts of an essay, set alone on their lines. */
const NUMBER =
  /^(?:0(\d)|(?:part|no\.?|chapter)\s?0?(\d{1,2}))$|^([一二三四五六七八九十]|[壹贰叁肆伍陆柒捌玖拾])$/iu;
const HAN = ['一二三四五六七八九十', '壹贰叁肆伍陆柒捌玖拾'];
/** A part's number stands this close to text that was kept, above and below. */
const NEAR = 3;
const LEAST = 2;
/** chapter 012. */
const LONGEST = 11;

/**
 * Keeps numbers that part the text like headings. To a model they look like the links of a pager, which stand side by
 * side; these rise from 1 through the document with text between them.
 */
export function keepNumbers(
  features: PageFeatures,
  chosen: readonly boolean[],
  fixed: readonly (RemovalReason | null)[],
): boolean[] {
  const found: number[] = [];
  for (const [index, { text = '', links }] of features.measures.entries()) {
    if (fixed[index] || links > 0 || numberOf(text) !== found.length + 1) continue;
    if (isBetween(chosen, index)) found.push(index);
  }
  if (found.length < LEAST) return [...chosen];
  const kept = [...chosen];
  for (const index of found) kept[index] = true;
  return kept;
}

function isBetween(chosen: readonly boolean[], index: number): boolean {
  const above = chosen.slice(Math.max(0, index - NEAR), index);
  const below = chosen.slice(index + 1, index + 1 + NEAR);
  return above.includes(true) && below.includes(true);
}

function numberOf(text: string): number {
  const line = text.trim();
  if (line.length > LONGEST) return 0;
  const [, padded, named, han = ''] = NUMBER.exec(line) ?? [];
  const digits = padded ?? named;
  if (digits !== undefined) return Number(digits);
  return han === '' ? 0 : Math.max(...HAN.map((row) => row.indexOf(han))) + 1;
}
