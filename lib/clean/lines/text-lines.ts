import type { RemovalReason } from '#lib/model/removal.ts';
import type { Block, Cut } from '../block.ts';
import { cutBlock, cutPromotions, reasonOf } from './cut-lines.ts';
import type { LineResult } from './line-rules.ts';
import { isPlain, type Line, scanLines } from './scan-lines.ts';
import { sectionEnd } from './section-lines.ts';
import { textFacts } from './text-facts.ts';
import { isLoneDate, readTextHead, type TextHead } from './text-head.ts';
import { findTextEnd } from './text-tail.ts';

/** Extracted text: finds where the document begins and ends, reads the frame around it, cuts what is inside. */
export function textLines(blocks: readonly Block[]): LineResult {
  const lines = scanLines(blocks);
  const head = readTextHead(lines);
  const to = findTextEnd(lines, head.bodyFrom);
  const reasons = new Map<number, RemovalReason>();
  for (const at of lines.keys()) {
    if (at < head.bodyFrom || at >= to) reasons.set(at, outerReason(lines, at, head));
  }
  for (let at = head.bodyFrom; at < to; at += 1) at = markInside(lines, at, to, reasons);

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
    const clean = cutPromotions(line.block);
    cuts.push(...clean.cuts);
    if (clean.block) kept.push(clean.block);
  }
  return { blocks: kept, cuts, facts: textFacts(frame, body, head) };
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
