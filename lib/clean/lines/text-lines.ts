import type { RemovalReason } from '#lib/model/removal.ts';
import type { Block, Cut } from '../block.ts';
import { cutBlock, cutPromotions, reasonOf } from './cut-lines.ts';
import type { LineResult } from './line-facts.ts';
import { isPlain, type Line, scanLines } from './scan-lines.ts';
import { sectionEnd } from './section-lines.ts';
import { textFacts } from './text-facts.ts';
import { isLoneDate, readTextHead, type TextHead } from './text-head.ts';
import { findTextEnd } from './text-tail.ts';

/** Extracted text: finds where the document begins and ends, reads the frame around it, cuts what is inside. */
export function textLines(blocks: readonly Block[]): LineResult {
  const lines = scanLines(blocks);
  const found = readTextHead(lines);
  const to = findTextEnd(lines, found.bodyFrom);
  const head = hasFrame(lines, found, to) ? found : { ...found, bodyFrom: 0, titleAt: -1 };
  const reasons = new Map<number, RemovalReason>();
  for (const at of lines.keys()) {
    if (at < head.bodyFrom || at >= to) reasons.set(at, outerReason(lines, at, head));
  }
  for (let at = head.bodyFrom; at < to; at += 1) at = markInside(lines, at, to, reasons);
  // Between the last paragraph and the signature below it the frame has its say too.
  const lastProse = lines.slice(0, to).findLastIndex((line) => line.prose);
  for (let at = lastProse + 1; at < to && lastProse >= head.bodyFrom; at += 1) {
    const line = lines[at];
    if (line?.frame) reasons.set(at, reasonOf(line));
  }

  const frame = lines.filter((_, at) => reasons.has(at));
  const body = lines.filter((_, at) => !reasons.has(at));
  const cuts: Cut[] = [];
  const kept: Block[] = [];
  for (const [at, line] of lines.entries()) {
    const reason = reasons.get(at);
    if (reason !== undefined) {
      cuts.push(cutBlock(line.block, reason));
      continue;
    }
    const clean = cutPromotions(line);
    cuts.push(...clean.cuts);
    if (clean.block) kept.push(clean.block);
  }
  return { blocks: kept, cuts, facts: textFacts(frame, body, head) };
}

/**
 * A first line that could be a title is one only on a page: text without any line of a frame is a document
 * that was cleaned before, and its first line stays.
 */
function hasFrame(lines: readonly Line[], head: TextHead, to: number): boolean {
  if (to < lines.length) return true;
  return lines.some((line, at) => {
    if (at < head.bodyFrom) return at !== head.titleAt && (!isPlain(line) || isLoneDate(line));
    return isInnerFrame(line) || line.promotions.length > 0;
  });
}

/** Marks the line at `at` and the list it opens, if it is the frame's; answers the last index it has judged. */
function markInside(
  lines: readonly Line[],
  at: number,
  to: number,
  reasons: Map<number, RemovalReason>,
): number {
  const line = lines[at];
  if (!line || !isInnerFrame(line)) return at;
  const end = line.frame?.opens === 'section' ? Math.min(to, sectionEnd(lines, at)) : at + 1;
  for (let item = at; item < end; item += 1) reasons.set(item, reasonOf(line));
  return end - 1;
}

/** Inside the document only what no document says goes. */
function isInnerFrame(line: Line): boolean {
  if (line.pager) return true;
  return line.frame?.where === 'anywhere' && !line.prose;
}

/** A line outside the document: its own reason, else that of the section it stands in. */
function outerReason(lines: readonly Line[], at: number, head: TextHead): RemovalReason {
  const line = lines[at];
  if (!line || at === head.titleAt) return 'metadata';
  if (!isPlain(line)) return reasonOf(line);
  if (at < head.bodyFrom) return isLoneDate(line) ? 'metadata' : 'header';
  for (let back = at - 1; back >= head.bodyFrom; back -= 1) {
    const frame = lines[back]?.frame;
    if (frame?.opens === 'section') return frame.reason;
  }
  return 'boilerplate';
}
