import { applyEdits, type Edit } from '../block.ts';
import { gbkItems, type Item } from './gbk-items.ts';
import { plainItems } from './plain-items.ts';
import { isPunctuationAcross } from './punctuation-across.ts';
import type { ShiftContext } from './shift-context.ts';
import { decodeShifts, type SearchBudget } from './shift-decoder.ts';
import { shiftLanguage } from './shift-language.ts';
import type { ShiftLine } from './shift-line.ts';
import type { ShiftRun } from './shift-runs.ts';

export interface ShiftRepair {
  readonly edits: readonly Edit[];
  /** Some character was chosen though the bytes do not tell it and the context not clearly. */
  readonly guessed: boolean;
  /** Bytes are missing and nothing better than what stands there was found. */
  readonly unresolved: boolean;
  /** The line was read to its end. */
  readonly complete: boolean;
}

/** Nats by which a repair must be more probable than the line as it stands. */
const MIN_GAIN = 10;
const MIN_GAIN_EXPECTED = 2;
const MIN_GAIN_PROVEN = 0;
/** On a damaged page, where the run begins as mirrors lose bytes. */
const MIN_GAIN_EXPLAINED = 2;
/** Two characters where ？? stands, both half guessed. */
const MIN_GAIN_LEFT_OVER = 4;
/** Items of a run that says too little to be told by it. */
const SHORT = 3;
/** From here on so much reads better that one letter at its end is the document's: 治疗x次, 放A盘. Rare characters of poems gain up to 20. */
const MIN_GAIN_LETTER = 30;
/** From here on a line is suspicious though not mended. */
const MIN_SUSPICION = 0;
/** The same of what could be mended only in ways that clean text may look like too. */
const MIN_DOUBT = 6;
/** Nats between the best and the next reading below which the best is a guess. */
const CERTAIN = 5;
/** The same where a whole trail is missing: fewer of the characters that may stand there are considered. */
const CERTAIN_GUESS = 9;

/** Edits that give a line of GBK its lost bytes back, as far as the budget reaches. */
export function repairShifts(
  line: string,
  context: ShiftContext,
  budget: SearchBudget = { left: Number.POSITIVE_INFINITY },
): ShiftRepair {
  const items = gbkItems(line);
  const edits: Edit[] = [];
  let guessed = false;
  let unresolved = false;
  const shiftLine: ShiftLine = {
    items,
    plain: plainItems(items),
    language: shiftLanguage(context),
    halfWidth: context.halfWidth,
    expected: context.expected,
  };
  const { runs, complete } = decodeShifts(shiftLine, budget);
  for (const run of runs) {
    const isHeld = !isCandidate(items, run, context) || leavesLetter(items, run);
    if (isHeld && !run.proven) {
      unresolved ||= context.expected && run.gain >= MIN_DOUBT;
      continue;
    }
    if (run.gain >= thresholdOf(items, run, context)) {
      const insert = context.halfWidth ? folded(run.text) : run.text;
      edits.push({ from: run.from, to: run.to, insert });
      guessed ||= isGuessed(run);
    } else unresolved ||= run.gain >= MIN_SUSPICION;
  }
  // Marks that only a loss leaves, though nothing better was found.
  unresolved ||= LEFT_OVER.test(applyEdits(line, edits));
  return { edits, guessed, unresolved, complete };
}

/** Two characters of which one lost its trail are a guess however likely they are: 直接？睢? reads as 。款。, and was 罚款。. */
function isGuessed(run: ShiftRun): boolean {
  if (!run.guess) return run.margin < CERTAIN;
  return run.margin < CERTAIN_GUESS || run.last - run.first <= SHORT;
}

/** One odd character is a name or a rare word; only its own annotation can prove it damaged. */
function isCandidate(items: readonly Item[], run: ShiftRun, context: ShiftContext): boolean {
  if (run.proven) return true;
  if (isLeftOver(items, run) || isHalfLeftOver(items, run, context)) return true;
  const read = items.slice(run.first, run.last);
  if (read.every((item) => item.unit < 0x80 || isPunctuationAcross(item))) {
    // 照应!? is 照应。” where a quotation is open; ?！? stands in no other text.
    const isMarked = read.length > 2 && read[0]?.unit === QUESTION;
    return (context.expected || isMarked) && CLOSES.test(run.text);
  }
  return run.last - run.first >= 2;
}

/**
 * A reading that ends with one ASCII sign between Chinese characters. Where a run meets Latin words it gives the first
 * letter back to the others; one alone is what rare characters of old poems yield: 兔罝 read as 和昧D.
 */
function leavesLetter(items: readonly Item[], run: ShiftRun): boolean {
  if (isMarked(items, run) || run.gain >= MIN_GAIN_LETTER) return false;
  const { last, text } = run;
  const next = items[last]?.unit ?? 0;
  return text.charCodeAt(text.length - 1) < 0x80 && !(next > 0x20 && next < 0x7f);
}

/** ?； before odd characters: the place of the lost byte and what it stood before, which no clean text has. */
function isMarked(items: readonly Item[], run: ShiftRun): boolean {
  const next = items[run.first + 1];
  return items[run.first]?.unit === QUESTION && next !== undefined && MARKED.has(next.unit);
}

/** ！? alone: both bytes of what stood there are gone but one each, and no text has the two so. */
function isLeftOver(items: readonly Item[], run: ShiftRun): boolean {
  const first = items[run.first];
  return (
    run.last - run.first === 2 &&
    first !== undefined &&
    MARKED.has(first.unit) &&
    items[run.first + 1]?.unit === QUESTION
  );
}

/**
 * !? at the end of a line whose page writes half-width punctuation: 负担。 became 负!?, “好。” “好!?. Who shouts and asks in
 * one writes the same, but of nothing that reads better otherwise by so much, and behind words that ask.
 */
function isHalfLeftOver(
  items: readonly Item[],
  run: ShiftRun,
  { halfWidth }: ShiftContext,
): boolean {
  if (!halfWidth || run.last < items.length || run.gain < MIN_DOUBT) return false;
  const text = items.map(({ unit }) => String.fromCharCode(unit)).join('');
  return FULL_STOP_AT_END.test(run.text) && !ASKS.test(text);
}

function isExplained(items: readonly Item[], run: ShiftRun): boolean {
  const first = items[run.first];
  return first !== undefined && isPunctuationAcross(first);
}

function thresholdOf(items: readonly Item[], run: ShiftRun, context: ShiftContext): number {
  if (run.proven) return MIN_GAIN_PROVEN;
  if (isHalfLeftOver(items, run, context)) return MIN_DOUBT;
  if (context.expected && isExplained(items, run)) return MIN_GAIN_EXPLAINED;
  if (isLeftOver(items, run)) return CLOSES.test(run.text) ? MIN_GAIN_EXPECTED : MIN_GAIN_LEFT_OVER;
  // 喔? is no 多 and a half: two characters of which one is guessed can be made of anything.
  if (run.guess && run.last - run.first < SHORT) return MIN_GAIN;
  return context.expected ? MIN_GAIN_EXPECTED : MIN_GAIN;
}

/** Full-width ASCII as the page writes it everywhere else. */
function folded(text: string): string {
  return text.replace(FULL_WIDTH, (character) =>
    String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
}

const QUESTION = 0x3f;
/** ！ ； ？ */
const MARKED: ReadonlySet<number> = new Set([0xff01, 0xff1b, 0xff1f]);
/** 。” or 担。 */
const FULL_STOP_AT_END = /^(?:。[”」』]|[\u4e00-\u9fff]。)$/;
/** In the last sentence of the line. */
const ASKS =
  /(?:什么|怎|为何|凭啥|难道|到底|究竟|居然|竟然|岂|谁|哪|几|[吗呢么吧])[^。！？!?，,：:“]{0,20}[!;]\?$/;
const CLOSES = /^[。！？][”」』]/;
/** ！? not in a row of question marks; ;? at the end of a line. */
const LEFT_OVER = /[！；？]\?(?! ?\?)|[\u4e00-\u9fff];\?$/;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
