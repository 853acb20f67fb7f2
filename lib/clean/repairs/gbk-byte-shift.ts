import type { Edit } from '../block.ts';
import { characterCost } from './character-cost.ts';
import { gbkUnit } from './gbk-codec.ts';
import { gbkItems, type Item, withoutAnnotations } from './gbk-items.ts';
import { cheapest, FOLDED_WORTH, lossWorth } from './lost-byte.ts';
import {
  decodeShifts,
  isPunctuationAcross,
  type OpenChoice,
  type ShiftRun,
} from './shift-decoder.ts';
import { wordCost } from './word-cost.ts';

export interface ShiftRepair {
  readonly edits: readonly Edit[];
  /** Some character was chosen though the bytes do not tell it and the context not clearly. */
  readonly guessed: boolean;
  /** Bytes are missing and nothing better than what stands there was found. */
  readonly unresolved: boolean;
}

export interface ShiftContext {
  /** The page has its full-width punctuation folded to ASCII. */
  readonly halfWidth: boolean;
  /** Other lines of the page are damaged so: less evidence is needed. */
  readonly expected: boolean;
  /** How often the page has two characters side by side: what it says elsewhere it may say here. */
  readonly pairs: ReadonlyMap<string, number>;
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
const NEAR = 6;
const LATER = 8;
const QUESTION = 0x3f;
const MAX_START_DRIFT = 5;

/** Edits that give a line of GBK its lost bytes back. */
export function repairShifts(line: string, context: ShiftContext): ShiftRepair {
  const items = gbkItems(line);
  const edits: Edit[] = [];
  let guessed = false;
  let unresolved = false;
  for (const run of decodeShifts(items, context)) {
    if (!isCandidate(items, run)) continue;
    const reading = readBest(items, run, context);
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
  const least = isExplained(items, run) ? 0 : MIN_CHARACTER_GAIN;
  return run.last - run.first >= 2 && run.gain >= least;
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
    wordCost(left + plain(items, first, run.last) + right) - wordCost(left + text + right);
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

type Pairs = ReadonlyMap<string, number>;

interface Reading {
  readonly first: number;
  readonly text: string;
  readonly left: string;
  readonly right: string;
  readonly uncertain: boolean;
}

/**
 * The run read as it is and, where its '?' may be a folded ？ (A3BF) and not the sign of a lost byte, with
 * those two bytes: ?陀^ is 。客觀.
 */
function readBest(
  items: readonly Item[],
  run: ShiftRun,
  { pairs, halfWidth }: ShiftContext,
): Reading {
  const reading = readRun(items, run, pairs);
  const marked = items[run.first];
  const next = items[run.first + 1];
  if (!halfWidth || !marked || !next || !isMarker(marked, run)) return reading;
  const second = gbkUnit(marked.unit | 0x80, next.code >> 8);
  if (second === 0) return reading;
  const text = `。${String.fromCharCode(second)}${run.text.slice(1)}`;
  // 同住??陀^: the first one stands for the lost byte.
  const first = items[run.first - 1]?.unit === QUESTION ? run.first - 1 : run.first;
  const folded = readRun(items, { ...run, first, text, choices: shifted(run.choices) }, pairs);
  const costOf = ({ left, text: said, right }: Reading): number => wordCost(left + said + right);
  return costOf(folded) - FOLDED_WORTH < costOf(reading) ? { ...folded, uncertain: true } : reading;
}

/** Does the run begin with an ASCII mark that stands for the lost byte of its first character? */
function isMarker({ unit, swallowed }: Item, { choices: [opening] }: ShiftRun): boolean {
  return unit === QUESTION && !swallowed && opening?.at === 0 && !opening.guess;
}

/** The choices behind the first one, one character later. */
function shifted([, ...later]: readonly OpenChoice[]): OpenChoice[] {
  return later.map((choice) => ({ ...choice, at: choice.at + 1 }));
}

/** The run with its open choices made by the words around them. */
function readRun(items: readonly Item[], run: ShiftRun, pairs: Pairs): Reading {
  const right = plain(items, run.last, Math.min(items.length, run.last + NEAR));
  const atLineEnd = run.last >= items.length;
  let { first, text } = run;
  let uncertain = false;
  const [opening, ...later] = run.choices;
  const opens = opening?.at === 0 && !opening.guess && items[run.first]?.code !== 0;
  let drift = 0;
  if (opens) {
    const chosen = chooseStart(items, run, pairs);
    ({ first, text, uncertain } = chosen);
    drift = text.length - run.text.length;
  }
  const before = plain(items, 0, first);
  // A '?' stands in the place of the lost byte.
  const lostBefore = items[run.first]?.unit === QUESTION ? items[run.first + 1] : undefined;
  for (const choice of opens ? later : run.choices) {
    const made = choose(
      before,
      text,
      right,
      { ...choice, at: choice.at + drift },
      { atLineEnd, pairs, lostBefore: choice.at === 0 ? lostBefore : undefined },
    );
    text = made.text;
    uncertain ||= made.uncertain;
  }
  return { first, text, left: leftOf(items, first), right, uncertain };
}

/** Where the damage begins and which byte was lost: the start that reads best as words. */
function chooseStart(
  items: readonly Item[],
  run: ShiftRun,
  pairs: Pairs,
): { first: number; text: string; uncertain: boolean } {
  const candidates: { first: number; text: string; cost: number; worth: number }[] = [];
  const lowest = Math.max(0, run.first - MAX_START_DRIFT);
  for (
    let first = lowest;
    first <= run.first + MAX_START_DRIFT && first < run.last - 1;
    first += 1
  ) {
    const rest = restFrom(items, run, first);
    if (rest === null) continue;
    const left = plain(items, lowest - NEAR, first);
    const near = rest.slice(0, Math.max(0, run.first + LATER - first - 1));
    for (const unit of likeliest(left, openings(items, first), near, pairs)) {
      const opening = String.fromCharCode(unit);
      // Every candidate is priced over the same items: one that starts later keeps more as it is.
      const cost = wordCost(left + opening + near) - known(pairs, left, opening + near);
      const worth = lossWorth(items[first], { left, opening: unit, right: near });
      candidates.push({ first, text: opening + rest, cost, worth });
    }
  }
  const { best, uncertain } = cheapest(candidates);
  if (!best) return { first: run.first, text: run.text, uncertain: true };
  return { first: best.first, text: best.text, uncertain };
}

/** What follows the first character if the damage begins at item `first`; null if bytes do not pair. */
function restFrom(items: readonly Item[], run: ShiftRun, first: number): string | null {
  if (first >= run.first) {
    for (let index = run.first; index < first; index += 1) {
      if (items[index]?.code === 0) return null;
    }
    return run.text.slice(first - run.first + 1);
  }
  let text = '';
  for (let index = first; index < run.first; index += 1) {
    const code = items[index]?.code ?? 0;
    const next = items[index + 1]?.code ?? 0;
    if (code === 0 || next === 0 || items[index]?.reading !== null) return null;
    const unit = gbkUnit(code & 0xff, next >> 8);
    if (unit === 0) return null;
    text += String.fromCharCode(unit);
  }
  return text + run.text.slice(1);
}

/** The few characters that go best between their nearest neighbours. */
function likeliest(
  left: string,
  units: readonly number[],
  right: string,
  pairs: Pairs,
): readonly number[] {
  const before = left.slice(-2);
  const after = right.slice(0, 2);
  return units
    .map((unit) => {
      const said = String.fromCharCode(unit) + after;
      return { unit, cost: wordCost(before + said) - known(pairs, before, said) };
    })
    .sort((a, b) => a.cost - b.cost)
    .slice(0, LIKELIEST)
    .map(({ unit }) => unit);
}

const LIKELIEST = 4;
const OPENINGS = 40;
const RANGE = 8;

/** The characters whose trail is the first byte of item `first`, most probable first. */
function openings(items: readonly Item[], first: number): number[] {
  const trail = (items[first]?.code ?? 0) >> 8;
  const units: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    const unit = gbkUnit(lead, trail);
    if (unit !== 0) units.push(unit);
  }
  units.sort((a, b) => characterCost(a) - characterCost(b));
  const limit = characterCost(units[0] ?? 0) + RANGE;
  return units.slice(0, OPENINGS).filter((unit) => characterCost(unit) <= limit);
}

interface Around {
  readonly atLineEnd: boolean;
  readonly pairs: Pairs;
  /** The item before which a '?' stands for a lost byte, if that is what is chosen. */
  readonly lostBefore: Item | undefined;
}

function choose(
  left: string,
  text: string,
  right: string,
  choice: OpenChoice,
  { atLineEnd, pairs, lostBefore }: Around,
): { text: string; uncertain: boolean } {
  const head = text.slice(0, choice.at);
  const tail = text.slice(choice.at + 1);
  const before = (left + head).slice(-NEAR);
  const after = (tail + right).slice(0, NEAR);
  const isLast = after === '' && atLineEnd;
  const ranked = choice.units.map((unit) => {
    const said = String.fromCharCode(unit) + after;
    const fit = markFit(unit, left + head, isLast);
    return {
      unit,
      cost: wordCost(before + said) - known(pairs, before, said) + fit,
      worth: lossWorth(lostBefore, { left: before, opening: unit, right: after }),
    };
  });
  const { best, uncertain } = cheapest(ranked);
  if (!best) return { text, uncertain: true };
  return { text: head + String.fromCharCode(best.unit) + tail, uncertain };
}

/** What a choice is worth because the page has its first character beside the same neighbours elsewhere. */
function known(pairs: Pairs, left: string, text: string): number {
  const before = pairs.get(left.slice(-1) + text.charAt(0)) ?? 0;
  const after = pairs.get(text.slice(0, 2)) ?? 0;
  return (
    bonus(before) +
    bonus(after) +
    (ENUMERATES.test(left.slice(-1) + text.slice(0, 3)) ? SEEN * 2 : 0)
  );
}

/** （三） and ；三是: marks and numbers of an enumeration. */
const ENUMERATES =
  /^[（(][一二三四五六七八九十][）)]|^[^一二三四五六七八九十][；。，][一二三四五六七八九十]是/;

function bonus(count: number): number {
  return count === 0 ? 0 : SEEN + Math.log(count);
}

const SEEN = 1.5;
const PAIR = /(?=(\p{sc=Han}\p{sc=Han}))/gu;

/** The pairs of Chinese characters of a page with their numbers. */
export function countPairs(lines: readonly string[]): Map<string, number> {
  const pairs = new Map<string, number>();
  for (const line of lines) {
    for (const [, pair = ''] of withoutAnnotations(line).matchAll(PAIR)) {
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
  }
  return pairs;
}

const CLOSERS = '”’）》〉】〕」』';
const OPENERS = '“‘（《〈【〔「『';
const UNFIT = 6;
const QUESTIONS = /[什哪谁几吗呢么何否多怎][^，。；]{0,12}$/;
const INTRODUCES = /(?:如下|以下|包括|分别|内容|要求|标准|原则|方案)$/;
const SENTENCE_END = /[。！？]$/;

/** How ill a mark fits what was said before it, in nats: closers need what they close, paragraphs end in few marks. */
function markFit(unit: number, left: string, isLast: boolean): number {
  const mark = String.fromCharCode(unit);
  const closer = CLOSERS.indexOf(mark);
  if (closer < 0) return isLast ? lastMarkFit(mark, left) : 0;
  const opened = left.lastIndexOf(OPENERS.charAt(closer));
  const isOpen = opened >= 0 && left.indexOf(CLOSERS.charAt(closer), opened) < 0;
  if (!isOpen) return UNFIT;
  return isLast || SENTENCE_END.test(left) ? -UNFIT : 0;
}

function lastMarkFit(mark: string, left: string): number {
  if (OPENERS.includes(mark) || '，、'.includes(mark)) return UNFIT;
  if (mark === '：') return INTRODUCES.test(left) ? -UNFIT : UNUSUAL;
  if (mark === '？') return QUESTIONS.test(left) ? -UNFIT : UNUSUAL;
  return mark === '。' && SENTENCE_END.test(left) ? UNFIT : 0;
}

const UNUSUAL = 2;

function leftOf(items: readonly Item[], first: number): string {
  return plain(items, first - NEAR, first);
}

/** The characters of items [from, to) without annotations. */
function plain(items: readonly Item[], from: number, to: number): string {
  let text = '';
  for (let index = Math.max(0, from); index < to; index += 1) {
    text += String.fromCharCode(items[index]?.unit ?? 0);
  }
  return text;
}

/** Full-width ASCII as the page writes it everywhere else. */
function folded(text: string): string {
  return text.replace(FULL_WIDTH, (character) =>
    String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
}

const FULL_WIDTH = /[\uff01-\uff5e]/g;
