import type { RemovalReason } from '#lib/model/removal.ts';
import type { Block, Cut } from '../block.ts';
import { isContact } from './contact-line.ts';
import { cutBlock, cutPromotions, reasonOf } from './cut-lines.ts';
import { markFactList } from './fact-list.ts';
import { markMotto } from './forum-signature.ts';
import { htmlFacts } from './html-facts.ts';
import type { LineContext, LineResult } from './line-facts.ts';
import { markHead } from './mark-head.ts';
import { markInside, siteNames } from './mark-inside.ts';
import { markMasthead } from './mark-masthead.ts';
import { markUnlikely } from './mark-unlikely.ts';
import { isPlain, type Line, scanLines } from './scan-lines.ts';
import { sectionBoxEnd } from './section-box.ts';
import { sectionEnd } from './section-lines.ts';
import { readSiteName } from './site-name.ts';
import { findTextEnd } from './text-tail.ts';

/** Blocks read above and below what was kept. */
const ABOVE = 40;
const BELOW = 60;
/** Characters of an advertisement with its label. */
const LONGEST_ADVERTISEMENT = 300;
/** A line with the site's name, its address and a few words. */
const LONGEST_SIGNATURE = 60;
/** A rule that takes more of the selection than this took the document. */
const MOST_CUT = 0.3;

/**
 * The blocks a selection kept, less the frame lines that stood too close to the document to be told apart by
 * structure. Comments are the selection's to judge: a thread of a forum is its document.
 */
export function htmlLines(blocks: readonly Block[], context: LineContext): LineResult {
  const all = scanLines(around(blocks, context.all));
  const known = new Map(all.map((line) => [line.block, line]));
  const lines = blocks.map((block) => known.get(block) ?? scanLines([block])[0]).filter(isLine);
  const reasons = new Map<number, RemovalReason>();
  markMasthead(lines, reasons);
  markHead(lines, context, reasons);
  markSections(lines, all, reasons);
  markAdvertisements(lines, all, reasons);
  markTail(lines, reasons);
  markMotto(lines, context.url, reasons);
  markInside(lines, siteNames(lines, all, context.headTitle), reasons);
  markUnlikely(lines, all, reasons);
  markFactList(lines, all, reasons);

  const cuts: Cut[] = [];
  const kept: Block[] = [];
  const keptLines: Line[] = [];
  for (const [at, line] of lines.entries()) {
    const reason = reasons.get(at);
    if (reason !== undefined) {
      cuts.push(cutBlock(line.block, reason));
      continue;
    }
    const clean = cutPromotions(line);
    cuts.push(...clean.cuts);
    if (!clean.block) continue;
    kept.push(clean.block);
    keptLines.push(line);
  }
  return { blocks: kept, cuts, facts: htmlFacts(all, keptLines, context) };
}

/** The frame that speaks of the document stands near it: menus and footers of long pages are not read. */
function around(blocks: readonly Block[], all: readonly Block[]): readonly Block[] {
  const first = all.findIndex(({ where }) => where === blocks[0]?.where);
  const last = all.findLastIndex(({ where }) => where === blocks.at(-1)?.where);
  return first < 0 ? [] : all.slice(Math.max(0, first - ABOVE), last + 1 + BELOW);
}

function isLine(line: Line | undefined): line is Line {
  return line !== undefined;
}

/** Lists of other documents with the line that announces them, kept or not: their items are like each other. */
function markSections(
  lines: readonly Line[],
  all: readonly Line[],
  reasons: Map<number, RemovalReason>,
): void {
  const places = new Map(lines.map((line, at) => [line, at]));
  const total = sumOfText(lines);
  for (let at = 0; at < all.length; at += 1) {
    const frame = all[at]?.frame;
    if (frame?.opens !== 'section' || frame.reason !== 'related' || frame.where !== 'anywhere')
      continue;
    const to = Math.max(sectionEnd(all, at), sectionBoxEnd(all, at));
    const items = all.slice(at, to).filter((line) => places.has(line));
    if (sumOfText(items) <= total * MOST_CUT) {
      for (const item of items) reasons.set(places.get(item) ?? -1, frame.reason);
    }
    at = to - 1;
  }
}

/** What closes a document, at the end of it; prose below stays. */
function markTail(lines: readonly Line[], reasons: Map<number, RemovalReason>): void {
  const neutral = lines.map((line, at) =>
    reasons.has(at) || line.frame?.reason === 'comments'
      ? { ...line, frame: null, prose: false }
      : line,
  );
  const end = findTextEnd(neutral, 0);
  for (let at = end; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line || reasons.has(at) || line.prose || line.frame?.reason === 'comments') continue;
    const above = reasons.has(at - 1) ? undefined : lines[at - 1];
    // A notice ends with whom to ask, one field a line: what follows a field that is kept is one too.
    if (above && isContact(above.text) && isContact(line.text)) continue;
    if (!isPlain(line)) reasons.set(at, reasonOf(line));
    else if (isSignature(line)) reasons.set(at, 'promotion');
  }
}

/** The site's name with its address, below the end. */
function isSignature({ text }: Line): boolean {
  return text.length <= LONGEST_SIGNATURE && readSiteName(text) !== null;
}

/** What the word 广告 stands above in the same element is the advertisement. */
function markAdvertisements(
  lines: readonly Line[],
  all: readonly Line[],
  reasons: Map<number, RemovalReason>,
): void {
  const labels = all.filter((line) => line.frame?.reason === 'advertisement');
  const elements = new Set(labels.map(({ block }) => block.element).filter((one) => one !== null));
  for (const element of elements) {
    const own = lines.filter(({ block }) => block.element === element);
    // A label right in the article's own element stands above the article.
    if (sumOfText(own) > LONGEST_ADVERTISEMENT) continue;
    for (const [at, { block }] of lines.entries()) {
      if (block.element === element) reasons.set(at, 'advertisement');
    }
  }
}

function sumOfText(lines: readonly Line[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}
