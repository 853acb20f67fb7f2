import type { Edit } from '../block.ts';
import { gbkItems, type Item } from './gbk-items.ts';
import { plainItems } from './plain-items.ts';
import { isPunctuationAcross } from './punctuation-across.ts';
import { type Reading, readShift } from './read-shift.ts';
import type { ShiftContext } from './shift-context.ts';
import { decodeShifts } from './shift-decoder.ts';
import type { ShiftRun } from './shift-runs.ts';
import { wordCost } from './word-cost.ts';

export interface ShiftRepair {
  readonly edits: readonly Edit[];
  /** Some character was chosen though the bytes do not tell it and the context not clearly. */
  readonly guessed: boolean;
  /** Bytes are missing and nothing better than what stands there was found. */
  readonly unresolved: boolean;
}

/** Nats, read as words, by which a repair must be more probable than the line as it stands. */
const MIN_GAIN = 14;
const MIN_GAIN_EXPECTED = 8;
const MIN_GAIN_PROVEN = 3;
/** On a damaged page, where the run begins as mirrors lose bytes. */
const MIN_GAIN_EXPLAINED = 4;
/** The same read as characters. */
const MIN_CHARACTER_GAIN = 2;
/** From here on a line is suspicious though not mended. */
const MIN_SUSPICION = 6;

/** Edits that give a line of GBK its lost bytes back. */
export function repairShifts(line: string, context: ShiftContext): ShiftRepair {
  const items = gbkItems(line);
  const edits: Edit[] = [];
  let guessed = false;
  let unresolved = false;
  for (const run of decodeShifts(items, context)) {
    if (!isCandidate(items, run)) continue;
    const reading = readShift(items, run, context);
    if (!run.proven && leavesLetter(items, run, reading)) continue;
    const gain = gainOf(items, run, reading);
    if (gain >= thresholdOf(items, run, context)) {
      const insert = context.halfWidth ? folded(reading.text) : reading.text;
      edits.push({ from: items[reading.first]?.from ?? run.from, to: run.to, insert });
      guessed ||= reading.uncertain;
    } else unresolved ||= gain >= MIN_SUSPICION;
  }
  return { edits: ordered(edits), guessed, unresolved };
}

/**
 * One odd character is a name or a rare word; only its own annotation can prove it damaged. Where the run
 * begins as mirrors lose bytes, the words alone decide.
 */
function isCandidate(items: readonly Item[], run: ShiftRun): boolean {
  if (run.proven) return true;
  if (items.slice(run.first, run.last).every(({ unit }) => unit < 0x80)) return false;
  const least = isExplained(items, run) ? 0 : MIN_CHARACTER_GAIN;
  return run.last - run.first >= 2 && run.gain >= least;
}

/**
 * A reading that ends with one ASCII sign between Chinese characters. Where a run meets Latin words it gives the first
 * letter back to the others; one alone is what rare characters of old poems yield: 兔罝 read as 和昧D.
 */
function leavesLetter(items: readonly Item[], { last }: ShiftRun, { text }: Reading): boolean {
  const next = items[last]?.unit ?? 0;
  return text.charCodeAt(text.length - 1) < 0x80 && !(next > 0x20 && next < 0x7f);
}

function isExplained(items: readonly Item[], run: ShiftRun): boolean {
  const first = items[run.first];
  return first !== undefined && isPunctuationAcross(first);
}

function thresholdOf(items: readonly Item[], run: ShiftRun, context: ShiftContext): number {
  if (run.proven) return MIN_GAIN_PROVEN;
  if (context.expected && isExplained(items, run)) return MIN_GAIN_EXPLAINED;
  return context.expected ? MIN_GAIN_EXPECTED : MIN_GAIN;
}

/** Nats by which the reading is more probable, as words, than what stands there. */
function gainOf(items: readonly Item[], run: ShiftRun, reading: Reading): number {
  const { first, left, right, text } = reading;
  const gain =
    wordCost(left + plainItems(items, first, run.last) + right) - wordCost(left + text + right);
  return run.proven ? Math.max(run.gain, gain) : gain;
}

/** A run whose start moved back may reach into the one before it: the earlier one stays. */
function ordered(edits: readonly Edit[]): Edit[] {
  let at = 0;
  return edits.filter((edit) => {
    if (edit.from < at) return false;
    at = edit.to;
    return true;
  });
}

/** Full-width ASCII as the page writes it everywhere else. */
function folded(text: string): string {
  return text.replace(FULL_WIDTH, (character) =>
    String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
}

const FULL_WIDTH = /[\uff01-\uff5e]/g;
