/**
 * Repairs: blocks in, blocks out, with what was changed where. Two moments: damage to characters is
 * undone before anything is judged by its words, damage to the layout after the frame is gone.
 * Code blocks are never touched.
 */
import { REPAIRS, type Repair, type RepairEvent } from '#lib/model/removal.ts';
import { applyEdits, type Block, blockText } from '../block.ts';
import { doubledPass } from './doubled-runs.ts';
import { noteDoubts, noteLost } from './doubtful-blocks.ts';
import { editLines, LINE_BREAK, type LineRepair, textEdits } from './edit-lines.ts';
import { escapePass, mayHaveEscape } from './escapes.ts';
import { readImageCharacters } from './image-characters.ts';
import { invisibleEdits } from './invisible-characters.ts';
import { cutJammers } from './jammers.ts';
import { leftoverTagsPass } from './leftover-tags.ts';
import { lineSigns, SIGN } from './line-signs.ts';
import { mojibakePass } from './mojibake-pass.ts';
import { NO_PAGES, type Pages } from './page-breaks.ts';
import { annotationEdits, isAnnotatedByMirror } from './pinyin-annotations.ts';
import { repairPageBreaks } from './repair-page-breaks.ts';
import { repairPageMarks } from './repair-page-marks.ts';
import type { RepairResult } from './repair-result.ts';
import { shiftBudgets, shiftPass } from './shift-repair.ts';
import { isConvertedScript, simplifiedEdits } from './simplified-script.ts';

/** Undoes damage to the characters, before anything is judged by its words. */
export function repairDamage(blocks: readonly Block[]): RepairResult {
  const events: RepairEvent[] = [];
  const passes: LineRepair[] = [];
  const damagedAt = new Set<string>();
  const guessedAt = new Set<string>();
  let current: readonly Block[] = blocks;

  /** `mayFind` false: no line of the page holds what it looks for; what stands outside the blocks may. */
  const apply = (name: Repair, repair: LineRepair, mayFind = true): void => {
    passes.push(repair);
    if (!mayFind) return;
    const edited = editLines(current, name, repair, NEEDS[name]);
    current = edited.blocks;
    for (const event of edited.events) events.push(event);
  };
  const lines = (): string[] =>
    current
      .filter(({ kind }) => kind !== 'code')
      .flatMap((block) => blockText(block).split(LINE_BREAK));

  const budgets = shiftBudgets();
  /** What one line gains is evidence for the next: again until nothing more is found. */
  const repairLostBytes = (isMirror: boolean): void => {
    for (let pass = 0; pass < MAX_SHIFT_PASSES; pass += 1) {
      const shifts = shiftPass(lines(), isMirror, budgets);
      if (!shifts) return;
      const found = events.length;
      noteDoubts(current, shifts, { damagedAt, guessedAt });
      apply('gbk-byte-shift', (line) => shifts.repair(line).edits);
      if (events.length === found) return;
      apply('escapes', escapesOf); // whether they are any is told by what stands beside them
    }
  };

  const { bits, hasCode } = signsOf(current);
  const escapesOf = escapePass((bits & SIGN.escape) === 0 && !hasCode ? [] : lines());

  current = current.map((block) => readImages(block, events));
  const mendCharset = (): void => {
    const mojibake = (bits & (SIGN.latin | SIGN.chinese)) === 0 ? null : mojibakePass(lines());
    if (mojibake) apply('mojibake', mojibake);
  };
  mendCharset();
  const mended = events.length;
  apply('escapes', escapesOf, mended > 0 || hasCode || (bits & SIGN.escape) !== 0);
  const tags = isExtracted(blocks) ? leftoverTagsPass(lines()) : null;
  if (tags) apply('escapes', tags);
  apply('zero-width', invisiblesOf, events.length > 0 || (bits & SIGN.invisible) !== 0);
  if (events.length > mended) mendCharset(); // what they stood between may be bytes of one character
  if ((bits & SIGN.chinese) !== 0) {
    const isMirror = (bits & SIGN.tone) !== 0 && isAnnotatedByMirror(lines());
    repairLostBytes(isMirror);
    const found = events.length;
    repairScript(lines(), bits, apply);
    // A mirror may have converted what was shifted before: only now its bytes are those that were lost.
    if (events.length > found) repairLostBytes(isMirror);
    apply('doubled-runs', doubledPass(lines()));
  }
  // Only Chinese forums plant them; elsewhere short tokens are formulas, commands, tables.
  const jammed = (bits & SIGN.chinese) === 0 ? { blocks: current, cuts: [] } : cutJammers(current);
  current = jammed.blocks;
  const mayBeLost = events.length > 0 || (bits & SIGN.chinese) !== 0 ? current : [];
  noteLost(mayBeLost, damagedAt);
  // Here and not with the layout: inside a sentence they would hide what it says.
  const unmarked = repairPageMarks(current);
  current = unmarked.blocks;
  for (const event of unmarked.events) events.push(event);
  return {
    blocks: current,
    events,
    repairs: REPAIRS.filter((name) => events.some(({ repair }) => repair === name)),
    cuts: jammed.cuts,
    pages: unmarked.pages,
    hasPages: unmarked.hasPages,
    damaged: damagedAt.size > 0,
    damagedAt,
    guessedAt,
    repairText: (text) =>
      passes.reduce((said, repair) => applyEdits(said, textEdits(said, repair)), text),
  };
}

/** Union of the signs of all lines, and whether one of them has what an escape without its backslash begins with. */
function signsOf(blocks: readonly Block[]): { bits: number; hasCode: boolean } {
  let bits = 0;
  let hasCode = false;
  for (const block of blocks) {
    if (block.kind === 'code') continue;
    const text = blockText(block);
    bits |= lineSigns(text).bits;
    hasCode ||= text.includes(CODE);
  }
  return { bits, hasCode };
}

/** More passes than pages need; a bound for pages made to hurt. */
const MAX_SHIFT_PASSES = 4;

/** Of a page's own text tags are what it shows: a lesson on markup, a form that was filled in wrongly. */
function isExtracted([first]: readonly Block[]): boolean {
  return first?.where.startsWith('line:') ?? false;
}

function readImages(block: Block, events: RepairEvent[]): Block {
  const read = readImageCharacters(block);
  if (read !== block) {
    events.push({
      repair: 'image-characters',
      before: blockText(block),
      after: blockText(read),
      where: block.where,
    });
  }
  return read;
}

/** How escapes without their backslash begin: x0dx0a. */
const CODE = 'x0';

const invisiblesOf: LineRepair = (line) =>
  (lineSigns(line).bits & SIGN.invisible) !== 0 ? invisibleEdits(line) : [];

/** Which blocks hold what a repair looks for, where one look tells. */
const NEEDS: Readonly<Partial<Record<Repair, (text: string) => boolean>>> = {
  escapes: (text) => mayHaveEscape(text) || text.includes('<'),
  'zero-width': (text) => (lineSigns(text).bits & SIGN.invisible) !== 0,
};

/** Annotations of a mirror and the script it converted to. */
function repairScript(
  lines: readonly string[],
  bits: number,
  apply: (name: Repair, repair: LineRepair) => void,
): void {
  const annotated = (bits & SIGN.tone) !== 0 && isAnnotatedByMirror(lines);
  if (annotated) apply('pinyin-annotations', annotationEdits);
  if (annotated || ((bits & SIGN.traditional) !== 0 && isConvertedScript(lines))) {
    apply('simplified-script', simplifiedEdits);
  }
}

/** Undoes damage to the layout of what was kept: page breaks of viewers, printed page numbers. */
export function repairLayout(
  blocks: readonly Block[],
  pages: Pages = NO_PAGES,
  pageCount: number | null = null,
): RepairResult {
  const { blocks: repaired, events, cuts } = repairPageBreaks(blocks, pages, pageCount);
  return {
    blocks: repaired,
    events,
    repairs: events.length > 0 ? ['page-breaks'] : [],
    cuts,
    damaged: false,
    damagedAt: new Set(),
    guessedAt: new Set(),
    pages,
    hasPages: pages.lines.size > 0,
    repairText: (text) => text,
  };
}
