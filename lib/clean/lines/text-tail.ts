import type { RemovalReason } from '#lib/model/removal.ts';
import type { Line } from './scan-lines.ts';

/** How much running text may follow a line that closes the document, as a share of what stood before it. */
const SMALL = 0.15;
/** After a wall the site talks at length about how to pay. */
const SMALL_AFTER_CLAIM = 0.4;

/** Lines that stand below a document and open everything that is no longer it. */
const CLOSING: ReadonlySet<RemovalReason> = new Set([
  'related',
  'pager',
  'comments',
  'share',
  'metadata',
  'paywall',
  'download-prompt',
  'disclaimer',
  'footer',
  'navigation',
  'boilerplate',
  'subscribe',
]);

const SIGNED_DATE =
  /^(?:[\dx*○〇零一二三四五六七八九十]{2,4}年[\dx*○〇零一二三四五六七八九十]{1,3}月[\dx*○〇零一二三四五六七八九十]{0,3}[日号]?|\d{4}[-./]\d{1,2}[-./]\d{1,2})$/u;
/** Each round takes something away; pages need two. */
const MOST_ROUNDS = 20;
/** A signature has this many lines at most: who, when, 此件公开发布. */
const SIGNATURE_LINES = 4;

/**
 * Index of the first line below the document; lines.length if it ends with the page. What stands above such a
 * line is judged again without what stood below it, until nothing changes: the document's own text comes out as it is.
 */
export function findTextEnd(lines: readonly Line[], bodyFrom: number): number {
  // From the second floor on everybody else speaks.
  const others = lines.findIndex((line, at) => at > bodyFrom && line.frame?.reason === 'comments');
  let end = others < 0 ? lines.length : others;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const shorter = findClosing(lines, bodyFrom, end);
    if (shorter === end) break;
    end = shorter;
  }
  return end;
}

function findClosing(lines: readonly Line[], bodyFrom: number, end: number): number {
  const after = proseAfter(lines, end);
  let before = 0;
  for (let at = bodyFrom; at < end; at += 1) {
    const line = lines[at];
    if (!line) break;
    if (before > 0 && closes(line, lines, at, end) && isSmall(line, before, after[at + 1] ?? 0)) {
      return at;
    }
    if (!line.frame && !line.pager) before += line.size;
  }
  return end;
}

function isSmall(line: Line, before: number, after: number): boolean {
  const share = line.frame?.claim ? SMALL_AFTER_CLAIM : SMALL;
  return after <= before * share;
}

function closes(line: Line, lines: readonly Line[], at: number, end: number): boolean {
  if (line.lead || line.crumb || (line.meta && line.meta.labels > 1)) return true;
  const reason = line.frame?.reason ?? (line.pager ? 'pager' : null);
  if (reason === null) return false;
  if (line.frame?.opens === 'section' || line.frame?.claim !== undefined)
    return CLOSING.has(reason);
  // A signature below it: the line stands inside the document.
  if (isSignatureNear(lines, at, end)) return false;
  return CLOSING.has(reason) || (reason === 'promotion' && line.frame?.where === 'edge');
}

function isSignatureNear(lines: readonly Line[], at: number, end: number): boolean {
  for (let next = at + 1; next <= at + SIGNATURE_LINES && next < end; next += 1) {
    const line = lines[next];
    if (!line || line.pager || line.frame?.opens === 'section') return false;
    if (SIGNED_DATE.test(line.folded.replaceAll(' ', '')))
      return !line.meta || line.meta.labels === 0;
  }
  return false;
}

/** Characters of running text from each line on. */
function proseAfter(lines: readonly Line[], end: number): number[] {
  const sums = new Array<number>(lines.length + 1).fill(0);
  for (let at = end - 1; at >= 0; at -= 1) {
    const line = lines[at];
    sums[at] = (sums[at + 1] ?? 0) + (line?.prose ? line.size : 0);
  }
  return sums;
}
