/**
 * Repairs: blocks in, blocks out, with what was changed where. Two moments: damage to characters is
 * undone before anything is judged by its words, damage to the layout after the frame is gone.
 * Code blocks are never touched.
 */
import { REPAIRS, type Repair, type RepairEvent } from '#lib/model/removal.ts';
import { applyEdits, type Block, blockText, type Cut } from '../block.ts';
import { doubledPass } from './doubled-runs.ts';
import { editLines, type LineRepair, textEdits } from './edit-lines.ts';
import { escapeEdits } from './escapes.ts';
import { readImageCharacters } from './image-characters.ts';
import { invisibleEdits } from './invisible-characters.ts';
import { cutJammers } from './jammers.ts';
import { lineSigns, SIGN } from './line-signs.ts';
import { LOST } from './mojibake.ts';
import { mojibakePass } from './mojibake-pass.ts';
import { NO_PAGES, type Pages } from './page-breaks.ts';
import { annotationEdits, isAnnotatedByMirror } from './pinyin-annotations.ts';
import { repairPageBreaks } from './repair-page-breaks.ts';
import { repairPageMarks } from './repair-page-marks.ts';
import { type ShiftPass, shiftPass } from './shift-repair.ts';
import { isConvertedScript, simplifiedEdits } from './simplified-script.ts';

export interface RepairResult {
  readonly blocks: readonly Block[];
  readonly events: readonly RepairEvent[];
  readonly repairs: readonly Repair[];
  /** What is no text of the document: strings planted against copying, lines that number a page. */
  readonly cuts: readonly Cut[];
  /** Bytes were lost that could not be restored. */
  readonly damaged: boolean;
  /** `where` of the blocks in which they were lost. */
  readonly damagedAt: ReadonlySet<string>;
  /** `where` of the blocks in which a lost character was chosen by its context alone, and not clearly. */
  readonly guessedAt: ReadonlySet<string>;
  /** Lines that only number a page of the file the text was taken from. */
  readonly pages: Pages;
  /** Such marks were found: no number of the text is of a pager. */
  readonly hasPages: boolean;
  /** The same repairs for strings outside the blocks: titles, meta values. */
  readonly repairText: (text: string) => string;
}

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
    current.filter(({ kind }) => kind !== 'code').flatMap((block) => blockText(block).split(LINE));

  /** What one line gains is evidence for the next: again until nothing more is found. */
  const repairLostBytes = (isMirror: boolean): void => {
    for (let pass = 0; pass < MAX_SHIFT_PASSES; pass += 1) {
      const shifts = shiftPass(lines(), isMirror);
      if (!shifts) return;
      const found = events.length;
      noteDoubts(current, shifts, { damagedAt, guessedAt });
      apply('gbk-byte-shift', (line) => shifts.repair(line).edits);
      if (events.length === found) return;
      apply('escapes', escapesOf); // whether they are any is told by what stands beside them
    }
  };

  const { bits, hasCode } = signsOf(current);

  current = current.map((block) => readImages(block, events));
  const mendCharset = (): void => {
    const mojibake = (bits & (SIGN.latin | SIGN.chinese)) === 0 ? null : mojibakePass(lines());
    if (mojibake) apply('mojibake', mojibake);
  };
  mendCharset();
  const mended = events.length;
  apply('escapes', escapesOf, mended > 0 || hasCode || (bits & SIGN.escape) !== 0);
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
  for (const block of mayBeLost) if (isLost(block)) damagedAt.add(block.where);
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

const LINE = /[\n\t]/;
/** More passes than pages need; a bound for pages made to hurt. */
const MAX_SHIFT_PASSES = 4;

/** Notes the blocks in which lost characters were guessed or not found. */
function noteDoubts(
  blocks: readonly Block[],
  { repair }: ShiftPass,
  { damagedAt, guessedAt }: Record<'damagedAt' | 'guessedAt', Set<string>>,
): void {
  for (const block of blocks) {
    if (block.kind === 'code') continue;
    for (const line of blockText(block).split(LINE)) {
      const { guessed, unresolved } = repair(line);
      if (guessed) guessedAt.add(block.where);
      if (unresolved) damagedAt.add(block.where);
    }
  }
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

const ESCAPED = /[\\&]|x0/;
const escapesOf: LineRepair = (line) => (ESCAPED.test(line) ? escapeEdits(line) : []);

const invisiblesOf: LineRepair = (line) =>
  (lineSigns(line).bits & SIGN.invisible) !== 0 ? invisibleEdits(line) : [];

/** Which blocks hold what a repair looks for, where one look tells. */
const NEEDS: Readonly<Partial<Record<Repair, (text: string) => boolean>>> = {
  escapes: (text) => ESCAPED.test(text),
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

/** Private-use characters beyond this share of Chinese text are a font's secret or lost bytes; alone they are icons. */
const MAX_PRIVATE = 0.005;
const MIN_CHINESE = 10;
const PRIVATE = /[\ue000-\uf8ff]/g;
const HAN = /[\u4e00-\u9fff]/g;

function isLost(block: Block): boolean {
  if (block.kind === 'code') return false;
  const text = blockText(block);
  const { bits } = lineSigns(text);
  if ((bits & SIGN.chinese) === 0) return false;
  if ((bits & SIGN.broken) === 0) return LOST.test(text);
  if (text.includes('\ufffd')) return true;
  const chinese = text.match(HAN)?.length ?? 0;
  const hidden = text.match(PRIVATE)?.length ?? 0;
  return chinese >= MIN_CHINESE && hidden > chinese * MAX_PRIVATE;
}

/** Undoes damage to the layout of what was kept: page breaks of viewers, printed page numbers. */
export function repairLayout(blocks: readonly Block[], pages: Pages = NO_PAGES): RepairResult {
  const { blocks: repaired, events, cuts } = repairPageBreaks(blocks, pages);
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
