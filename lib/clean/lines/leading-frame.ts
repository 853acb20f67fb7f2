import { at } from '../content/numbers.ts';
import { isKeywordString } from './keyword-string.ts';
import type { Line } from './scan-lines.ts';

/** 【效力】有效: a field whose label stands in brackets. */
const FIELD = /^【[^【】]{2,10}】\s?[^。；！？【】]{0,40}$/u;
/** So many of them stand one below the other at least. */
const MIN_FIELDS = 2;

/**
 * Cuts what a frame still says above the first paragraph: a line that only frames have, unless the model takes it for
 * the document's by `sure`, the last of the fields in brackets that were cut above it, keywords.
 */
export function cutLeading(
  lines: readonly Line[],
  keep: Float64Array,
  kept: boolean[],
  sure: number,
): void {
  const first = kept.indexOf(true);
  if (first <= 0) return;
  const prose = lines.findIndex(
    (line, index) => index >= first && line.prose && !isOfTitle(lines, index),
  );
  for (let index = first; index < prose; index += 1) {
    const line = lines[index];
    if (!line) return;
    const isFrame = line.frame !== null && at(keep, index) < sure;
    if (!isFrame && !endsFields(lines, index) && !isOfTitle(lines, index)) return;
    kept[index] = false;
  }
}

/** Keywords between the title and the text; a line below the title stands near it. */
function isOfTitle(lines: readonly Line[], index: number): boolean {
  const above = lines.slice(Math.max(0, index - NEAR), index);
  return above.some((line) => isKeywordString(lines[index]?.text ?? '', line.text));
}

const NEAR = 4;

function endsFields(lines: readonly Line[], index: number): boolean {
  const fields = lines.slice(Math.max(0, index - MIN_FIELDS), index + 1);
  return fields.length > MIN_FIELDS && fields.every(({ text }) => FIELD.test(text));
}
