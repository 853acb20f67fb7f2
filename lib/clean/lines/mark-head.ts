import type { RemovalReason } from '#lib/model/removal.ts';
import { reasonOf } from './cut-lines.ts';
import { indexBoxEnd } from './index-rows.ts';
import { leadBox } from './lead-box.ts';
import type { LineContext } from './line-facts.ts';
import { poetLine } from './poet-line.ts';
import { isLongTitle, isTitle } from './says-title.ts';
import { isPlain, type Line } from './scan-lines.ts';
import { isFirstFloor, isLoneDate } from './text-head.ts';

/** Frame lines above the first paragraph are few. */
const HEAD_BLOCKS = 12;
/** The box in which an office files its paper has a dozen rows, with what stands above it. */
const MOST_INDEX = 30;

/**
 * Down to the last of path, title, meta line and box of fields above the first paragraph the page speaks, not the document;
 * so it does where it says who wrote the poem, or what the text is about.
 */
export function markHead(
  lines: readonly Line[],
  context: LineContext,
  reasons: Map<number, RemovalReason>,
): void {
  const end = Math.min(HEAD_BLOCKS, headEnd(lines, context));
  let last = lines.slice(0, end).findLastIndex((line) => isHeadAnchor(line, context));
  // Frame lines right below the anchor go with it.
  while (last >= 0 && last + 1 < end && isFrameOnly(lines[last + 1])) last += 1;
  last = Math.max(last, indexBoxEnd(lines.slice(0, MOST_INDEX)) - 1);
  for (let at = 0; at <= last; at += 1) {
    const line = lines[at];
    if (line) reasons.set(at, headReason(line, context));
  }
  const left = lines.slice(last + 1);
  const poet = poetLine(left);
  if (poet >= 0) reasons.set(last + 1 + poet, 'metadata');
  const lead = leadBox(left);
  if (lead >= 0) reasons.set(last + 1 + lead, 'boilerplate');
}

/** Where the first paragraph is. A title may be long enough for one: it is none if fields stand between it and the text. */
function headEnd(lines: readonly Line[], context: LineContext): number {
  const proseAt = lines.findIndex((line) => line.prose);
  if (proseAt < 0) return lines.length;
  const line = lines[proseAt];
  if (!line || !isLongTitle(line, context)) return proseAt;
  const next = lines.findIndex(({ prose }, at) => prose && at > proseAt);
  const between = lines.slice(proseAt + 1, next < 0 ? lines.length : next);
  return next > 0 && between.some((one) => isHeadAnchor(one, context)) ? next : proseAt;
}

function isHeadAnchor(line: Line, context: LineContext): boolean {
  const isDated = line.meta !== null && (line.meta.publishedAt !== null || line.meta.labels > 1);
  return (
    isDated ||
    line.crumb !== null ||
    line.lead !== null ||
    isLoneDate(line) ||
    isTitle(line, context) ||
    isFirstFloor(line)
  );
}

function isFrameOnly(line: Line | undefined): boolean {
  return line !== undefined && !isPlain(line) && line.frame?.reason !== 'comments';
}

function headReason(line: Line, context: LineContext): RemovalReason {
  if (isTitle(line, context) || isLoneDate(line) || isFirstFloor(line)) return 'metadata';
  return isPlain(line) ? 'header' : reasonOf(line);
}
