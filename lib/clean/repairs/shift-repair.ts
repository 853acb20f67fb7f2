import type { Edit } from '../block.ts';
import { countPairs, repairShifts, type ShiftContext } from './gbk-byte-shift.ts';
import { ANNOTATED } from './gbk-items.ts';
import { lineSigns, SIGN } from './line-signs.ts';

/** A shifted line as one pass of the repairs sees it. */
export interface ShiftPass {
  readonly edits: (line: string) => readonly Edit[];
  /** Was a character of the line chosen without knowing? Ask with the line as it was. */
  readonly isUncertain: (line: string) => boolean;
}

/** A rare character needs two of its kind close by; on a damaged page one is enough. */
const RARITY = 4;
const RARITY_EXPECTED = 2;
/** A byte that became '?', before what reads as full-width punctuation or a syllable without its bracket. */
const QUESTION = /\?(?:[！；？!;?]|[a-zɡɑü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ][a-zɡɑ]{0,4}[)）])/;
/** An annotation behind an ASCII character: the trail byte of what it annotates. */
const ASCII_ANNOTATED = /[!-~][(（][a-zɡɑü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ]/;

/** The pass for a page; null if no line of it looks shifted. */
export function shiftPass(lines: readonly string[]): ShiftPass | null {
  if (!lines.some((line) => isSuspect(line, RARITY))) return null;
  const context: ShiftContext = {
    halfWidth: isHalfWidth(lines),
    expected: false,
    pairs: countPairs(lines),
  };
  const damaged = lines.some(
    (line) => isSuspect(line, RARITY) && repairShifts(line, context).edits.length > 0,
  );
  if (!damaged) return null;
  const expecting = { ...context, expected: true };
  const repair = (line: string): ReturnType<typeof repairShifts> =>
    isSuspect(line, RARITY_EXPECTED) ? repairShifts(line, expecting) : NOTHING;
  return {
    edits: (line) => repair(line).edits,
    isUncertain: (line) => repair(line).uncertain,
  };
}

const NOTHING = { edits: [], uncertain: false };

function isSuspect(line: string, rarity: number): boolean {
  const signs = lineSigns(line);
  if ((signs.bits & SIGN.chinese) === 0) return false;
  if (signs.rarity >= rarity || (signs.bits & SIGN.broken) !== 0) return true;
  if (line.includes('?') && QUESTION.test(line)) return true;
  return (signs.bits & SIGN.tone) !== 0 && ANNOTATED.test(line) && ASCII_ANNOTATED.test(line);
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
