import { repairShifts, type ShiftRepair } from './gbk-byte-shift.ts';
import { isGb2312 } from './line-signs.ts';
import { countPage } from './page-counts.ts';
import type { ShiftContext } from './shift-context.ts';
import type { SearchBudget } from './shift-decoder.ts';
import { isSuspect } from './suspect-line.ts';

/** A page with shifted lines as one pass of the repairs sees it. */
export interface ShiftPass {
  readonly repair: (line: string) => ShiftRepair;
}

/** What is searched of one page. */
export interface ShiftBudgets {
  /** To tell whether it is damaged. */
  readonly find: SearchBudget;
  readonly repair: SearchBudget;
}

/** Some 0.5 seconds for a page: Chinese text takes 50 cells a character, bytes that are none up to 250. */
export function shiftBudgets(): ShiftBudgets {
  return { find: { left: 500_000 }, repair: { left: 1_000_000 } };
}

/**
 * The pass for a page; null if no line of it looks shifted. A mirror that annotates (`isMirror`) is the
 * software that loses bytes: there it takes less to suspect a line. All passes of a page share its budgets.
 */
export function shiftPass(
  lines: readonly string[],
  isMirror: boolean,
  budgets: ShiftBudgets,
): ShiftPass | null {
  if (isJapanese(lines)) return null;
  const halfWidth = isHalfWidth(lines);
  const reading = { expected: isMirror, halfWidth };
  if (!lines.some((line) => isSuspect(line, reading))) return null;
  const context: ShiftContext = {
    halfWidth,
    expected: isMirror,
    simplified: isSimplified(lines),
    counts: countPage(lines),
  };
  const { find, repair: budget } = budgets;
  const found = lines.some((line) => {
    if (find.left <= 0 || !isSuspect(line, reading)) return false;
    const { edits, unresolved } = repairShifts(line, context, find);
    return edits.length > 0 || unresolved;
  });
  if (!found) return null;
  const expecting = { ...context, expected: true };
  const repaired = new Map<string, ShiftRepair>();
  const repair = (line: string): ShiftRepair => {
    const known = repaired.get(line);
    if (known) return known;
    const isRead = isSuspect(line, { expected: true, halfWidth });
    const result = isRead ? repairShifts(line, expecting, budget) : NOTHING;
    // What was not read is said to be damaged.
    const told = result.complete ? result : { ...result, unresolved: true };
    repaired.set(line, told);
    return told;
  };
  return { repair };
}

const NOTHING: ShiftRepair = { edits: [], guessed: false, unresolved: false, complete: true };

const KANA = /[\u3041-\u30fe]/g;
const KANA_RUN = /[\u3041-\u30fe]{4}/;
const HAN = /[\u4e00-\u9fff]/g;
/** Shifted Chinese shows kana, but one or two in a hundred characters and never as words. */
const MAX_KANA = 0.04;

function isJapanese(lines: readonly string[]): boolean {
  let kana = 0;
  let han = 0;
  for (const line of lines) {
    kana += line.match(KANA)?.length ?? 0;
    han += line.match(HAN)?.length ?? 0;
  }
  return kana > (kana + han) * MAX_KANA && lines.some((line) => KANA_RUN.test(line));
}

/** Traditional characters of a hundred Chinese ones that a simplified page may have. */
const MAX_TRADITIONAL = 0.02;

function isSimplified(lines: readonly string[]): boolean {
  let han = 0;
  let traditional = 0;
  for (const line of lines) {
    for (const character of line) {
      if (character < '\u4e00' || character > '\u9fff') continue;
      han += 1;
      if (!isGb2312(character)) traditional += 1;
    }
  }
  return traditional < han * MAX_TRADITIONAL;
}

const HALF = /[\u4e00-\u9fff)”][,;:!?]/g;
const FULL = /[，；：！？]/g;

/** Does the page write ASCII punctuation between Chinese characters? */
function isHalfWidth(lines: readonly string[]): boolean {
  let half = 0;
  let full = 0;
  for (const line of lines) {
    half += line.match(HALF)?.length ?? 0;
    full += line.match(FULL)?.length ?? 0;
  }
  return half > full;
}
