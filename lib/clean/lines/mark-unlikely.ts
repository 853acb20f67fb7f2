import type { RemovalReason } from '#lib/model/removal.ts';
import { at } from '../content/numbers.ts';
import { hasChinese } from '../has-chinese.ts';
import { isDocumentShape } from './document-shapes.ts';
import { signsRespectfully } from './letter-end.ts';
import { keepProbabilities } from './line-model.ts';
import type { Line } from './scan-lines.ts';

/**
 * Less probable than this by its words and those around it is no line of the document, though its place on the page
 * spoke for it. On sites left out of training anything from 0.05 to 0.2 helps.
 */
const UNLIKELY = 0.1;
/** The model of lines has read texts with at least this share of Han characters. */
const LEAST_HAN = 0.4;
const HAN = /\p{Script=Han}/gu;

/**
 * A second opinion on the lines a page's selection kept, by the model that reads extracted texts; `all` are the lines
 * around them. A page without prose is no text to have an opinion on.
 */
export function markUnlikely(
  lines: readonly Line[],
  all: readonly Line[],
  reasons: Map<number, RemovalReason>,
): void {
  if (!isHan(lines) || !lines.some(({ prose }) => prose)) return;
  const keep = keepProbabilities(all);
  const places = new Map(all.map((line, place) => [line, place]));
  for (const [index, line] of lines.entries()) {
    const place = places.get(line);
    const isReply = line.frame?.reason === 'comments'; // a thread of a forum is its document
    if (place === undefined || isReply || reasons.has(index)) continue;
    if (isDocumentShape(line.text) || headsProse(lines, index)) continue;
    if (index > 0 && signsRespectfully(line.text)) continue;
    if (at(keep, place) < UNLIKELY) reasons.set(index, 'boilerplate');
  }
}

/** A heading right above running text that stays. */
function headsProse(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  return line?.block.kind === 'heading' && line.frame === null && lines[index + 1]?.prose === true;
}

function isHan(lines: readonly Line[]): boolean {
  if (!lines.some((line) => hasChinese(line.text))) return false;
  const text = lines.map((line) => line.text).join('');
  return (text.match(HAN)?.length ?? 0) > text.length * LEAST_HAN;
}
