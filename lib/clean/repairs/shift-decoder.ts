/**
 * Finds where a line of GBK lost a byte, so that every later pair of bytes was read one byte off until
 * an ASCII byte set it right again, and what the line said. The most probable reading of the bytes is
 * found by dynamic programming (Viterbi) over three states: aligned; a lead byte is missing; shifted,
 * with one byte pending. The price of a reading is the price of its characters (character-cost.ts) plus
 * the price of each accident. Damaged and undamaged text differ by several nats a character.
 */
import { characterCost } from './character-cost.ts';
import { isCommonWord } from './common-words.ts';
import { gbkCode, gbkUnit } from './gbk-codec.ts';
import type { Item } from './gbk-items.ts';
import { charactersRead, isReading } from './readings.ts';
import { simplifiedUnit } from './traditional.ts';

/** A character of the reading that bytes alone do not tell: one of `units` stands at `at` of the text. */
export interface OpenChoice {
  readonly at: number;
  /** Most probable first. */
  readonly units: readonly number[];
  /** The lost byte was the trail, as at the end of a line: the choice is a guess. */
  readonly guess: boolean;
}

/** A stretch of the line that was read again. */
export interface ShiftRun {
  /** Index of the first and after the last item of the run. */
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly choices: readonly OpenChoice[];
  /** Nats by which the reading is more probable than what stands there. */
  readonly gain: number;
  /** A pinyin annotation that fits nothing on the page fits the reading. */
  readonly proven: boolean;
}

type State = 'aligned' | 'missing' | 'shifted';
const STATES: readonly State[] = ['aligned', 'missing', 'shifted'];

/** One step of a path: from `previous` to this cell, reading one item or none. */
interface Cell {
  readonly cost: number;
  readonly state: State;
  /** The byte that waits for its trail; 0 unless shifted. */
  readonly pending: number;
  readonly previous: Cell | null;
  /** The item read, -1 if the step read none. */
  readonly item: number;
  /** Characters the step says; several = open choice, most probable first. */
  readonly units: readonly number[];
  /** An ASCII character said after them, or 0. */
  readonly ascii: number;
  readonly guess: boolean;
  /** The last character said. */
  readonly said: number;
}

/**
 * Prices in nats. Low, so that short runs are found too: what is found is weighed again as words, which
 * see more than single characters (gbk-byte-shift.ts).
 */
const LOSS = 6;
const LOSS_EXPECTED = 2;
/** The byte that was lost stood before bytes that read as full-width punctuation, or left a '?'. */
const LOSS_EXPLAINED = 2;
const DANGLING = 2;
const DANGLING_UNSEEN = 12;
const PAIR_GONE = 9;
const WRONG_READING = 14;
const READING_HOLDS = -4;
const GUESS = 1;
const HALF_WIDTH = 4;
const BROKEN = 12;
const UNREADABLE = 30;
/** Nats by which one choice must be better than the next to be no guess. */
const CLEARLY = 2;

const QUESTION = 0x3f;
const MAX_CHOICES = 60;
/** A choice this much dearer than the best one is not considered. */
const CHOICE_RANGE = 9;

/** The most probable reading of the items, as the runs in which it differs from what stands there. */
export function decodeShifts(
  items: readonly Item[],
  { halfWidth, expected }: { readonly halfWidth: boolean; readonly expected: boolean },
): ShiftRun[] {
  const lossPrice = expected ? LOSS_EXPECTED : LOSS;
  const ahead = oddAhead(items);
  let cells: Cell[] = [start()];
  for (const [index, item] of items.entries()) {
    const open = openLosses(cells, item, ahead[index] ? lossPrice : null);
    cells = prune(open.flatMap((cell) => step(cell, items, index, halfWidth)));
  }
  const ends = cells.flatMap((cell) => {
    if (cell.state === 'aligned') return [cell];
    return cell.state === 'shifted' ? dangle(cell, -1, DANGLING) : [];
  });
  const best = prune(ends)[0];
  return best ? runsOf(best, items) : [];
}

function start(): Cell {
  return {
    cost: 0,
    state: 'aligned',
    pending: 0,
    previous: null,
    item: -1,
    units: [],
    ascii: 0,
    guess: false,
    said: 0,
  };
}

/** The cheapest cell of each state. */
function prune(cells: readonly Cell[]): Cell[] {
  if (cells.length < 2) return [...cells];
  return STATES.flatMap((state) => {
    let best: Cell | null = null;
    for (const cell of cells) {
      if (cell.state === state && (best === null || cell.cost < best.cost)) best = cell;
    }
    return best ? [best] : [];
  });
}

/** Accidents that read no item: a byte is missing before the item, or a pair or a trail was dropped. */
function openLosses(cells: readonly Cell[], item: Item, lossPrice: number | null): Cell[] {
  const result = [...cells];
  for (const cell of cells) {
    if (cell.state === 'shifted') result.push(...dropsBefore(cell, item));
    if (cell.state !== 'aligned' || lossPrice === null) continue;
    const price = isPunctuationAcross(item) ? LOSS_EXPLAINED : lossPrice;
    result.push({ ...idle(cell, price), state: 'missing' });
  }
  return prune(result);
}

/** A trail is dropped before ASCII, with its sign or silently; before another pair it would have joined it. */
function dropsBefore(cell: Cell, item: Item): Cell[] {
  if (item.code !== 0) return pairGone(cell, -1);
  const price = item.unit < 0x40 ? DANGLING : DANGLING_UNSEEN;
  return [...dangle(cell, -1, price), ...pairGone(cell, -1)];
}

/** How far ahead of the first odd character a loss is looked for. */
const REACH = 6;
const ODD_COST = 9.5;

/** For each item: is there something odd at it or soon after it? Nothing is lost where all is usual. */
function oddAhead(items: readonly Item[]): boolean[] {
  let next = Number.POSITIVE_INFINITY;
  const ahead: boolean[] = [];
  for (let index = items.length - 1; index >= 0; index -= 1) {
    const item = items[index];
    if (item && isOdd(item)) next = index;
    ahead[index] = next - index <= REACH;
  }
  return ahead;
}

function isOdd(item: Item): boolean {
  if (item.lone !== 0 || item.unit < 0x80) return item.unit !== 0x20 && !isDigit(item.unit);
  return characterCost(item.unit) >= ODD_COST || item.reading !== null || isPunctuationAcross(item);
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** Every way to read item `index` from `cell`. */
function step(cell: Cell, items: readonly Item[], index: number, halfWidth: boolean): Cell[] {
  const item = items[index];
  if (!item) return [];
  if (cell.state === 'aligned') return stepAligned(cell, items, index);
  const result = readPair(cell, item, index, halfWidth);
  if (cell.state === 'shifted' && (item.unit === QUESTION || item.unit === 0xfffd)) {
    if (item.swallowed) result.push(...readSwallowed(cell, item, index));
    else result.push(...dangle(cell, index, DANGLING), ...pairGone(cell, index));
  }
  return result;
}

function stepAligned(cell: Cell, items: readonly Item[], index: number): Cell[] {
  const item = items[index];
  if (!item) return [];
  const result: Cell[] = [
    { ...idle(cell, alignedCost(item)), item: index, units: [item.unit], state: 'aligned' },
  ];
  if (item.unit !== QUESTION) return result;
  if (!item.swallowed) {
    result.push({ ...idle(cell, LOSS_EXPLAINED), item: index, state: 'missing' });
    return result;
  }
  // X?qǐng): the mirror read the trail of X and the next byte as a character and annotated that.
  const lead = innerLead(items[index - 1], item.reading ?? '', items[index + 1]);
  if (lead !== 0) {
    // Only a byte that makes a character of that reading is found, so the reading holds here too.
    const price = DANGLING + READING_HOLDS;
    result.push({ ...idle(cell, price), item: index, state: 'shifted', pending: lead });
  }
  return result;
}

/**
 * The byte b for which [trail of `before`, b] is a character read so. Where several are, what follows
 * must decide clearly between them; 0 if nothing does.
 */
function innerLead(before: Item | undefined, reading: string, after: Item | undefined): number {
  const trail = (before?.code ?? 0) & 0xff;
  const bytes: { byte: number; cost: number }[] = [];
  for (const character of charactersRead(reading)) {
    const code = gbkCode(character.charCodeAt(0));
    const byte = code & 0xff;
    if (trail === 0 || code >> 8 !== trail || byte < 0x81) continue;
    bytes.push({ byte, cost: costAfter(byte, after) });
  }
  bytes.sort((a, b) => a.cost - b.cost);
  const [best, second] = bytes;
  if (!best || (second && second.cost - best.cost < CLEARLY)) return 0;
  return best.byte;
}

/** Price of the character that begins with `byte` and ends in the next item. */
function costAfter(byte: number, after: Item | undefined): number {
  if (!after) return BROKEN;
  if (after.swallowed) {
    const unit = withLead(byte).find((each) =>
      isReading(String.fromCharCode(each), after.reading ?? ''),
    );
    return unit === undefined ? UNREADABLE : characterCost(unit);
  }
  const unit = gbkUnit(byte, after.code === 0 ? after.lone || after.unit : after.code >> 8);
  return unit === 0 ? UNREADABLE : characterCost(unit);
}

/** The item's first byte completes what waits; its second byte, if it has one, waits next. */
function readPair(cell: Cell, item: Item, index: number, halfWidth: boolean): Cell[] {
  return bytePairs(item, halfWidth).flatMap(({ first, second, price }) => {
    const said = complete(cell, first, item.reading);
    if (!said) return [];
    // A second byte that is ASCII is a character of its own: the pairs are right again after it.
    const ascii = second < 0x80 ? second : 0;
    const state: State = second < 0x80 ? 'aligned' : 'shifted';
    return [
      {
        ...idle(cell, price + said.cost + (ascii === 0 ? 0 : characterCost(ascii))),
        state,
        pending: state === 'shifted' ? second : 0,
        item: index,
        units: said.units,
        ascii,
        said: ascii === 0 ? (said.units[0] ?? 0) : ascii,
      },
    ];
  });
}

interface BytePair {
  readonly first: number;
  /** 0 if the item is one byte. */
  readonly second: number;
  readonly price: number;
}

/** The bytes an item may have been in a shifted run. An annotation needs a whole character or ASCII before it. */
function bytePairs(item: Item, halfWidth: boolean): BytePair[] {
  if (item.swallowed) return [];
  if (item.lone !== 0) return [{ first: item.lone, second: 0, price: 0 }];
  if (item.code !== 0) {
    const pair = { first: item.code >> 8, second: item.code & 0xff, price: 0 };
    return item.reading === null ? [pair] : [];
  }
  return item.unit < 0x7f ? asciiPairs(item, halfWidth) : [];
}

/** ASCII is itself, or full-width punctuation (A3xx, the ideographic space A1A1) that was folded. */
function asciiPairs({ unit, reading }: Item, halfWidth: boolean): BytePair[] {
  const pairs: BytePair[] = unit >= 0x40 ? [{ first: unit, second: 0, price: 0 }] : [];
  if (reading !== null || unit < 0x20) return pairs;
  if (unit === 0x20) return [...pairs, { first: 0xa1, second: 0xa1, price: HALF_WIDTH }];
  return [...pairs, { first: 0xa3, second: unit | 0x80, price: halfWidth ? 0 : HALF_WIDTH }];
}

/** What the waiting byte (or a missing one) and `first` say. */
function complete(
  cell: Cell,
  first: number,
  reading: string | null,
): { units: readonly number[]; cost: number } | null {
  let units: readonly number[] = [];
  if (cell.state === 'missing') units = withTrail(first);
  else {
    const unit = gbkUnit(cell.pending, first);
    if (unit !== 0) units = [unit];
  }
  if (reading !== null)
    units = units.filter((unit) => isReading(String.fromCharCode(unit), reading));
  const said = likely(cell.said, units);
  return said && { ...said, cost: said.cost + (reading === null ? 0 : READING_HOLDS) };
}

/** `?jī)` after a waiting byte: the '?' is the trail, told by its reading. */
function readSwallowed(cell: Cell, item: Item, index: number): Cell[] {
  const units = withLead(cell.pending).filter((unit) =>
    isReading(String.fromCharCode(unit), item.reading ?? ''),
  );
  const said = likely(cell.said, units);
  if (!said) return [];
  return [
    {
      ...idle(cell, said.cost + READING_HOLDS),
      item: index,
      state: 'aligned',
      units: said.units,
      said: said.units[0] ?? 0,
    },
  ];
}

/** The trail of the waiting byte was dropped, or is the '?' or U+FFFD at `index`. */
function dangle(cell: Cell, index: number, price: number): Cell[] {
  const said = likely(cell.said, withLead(cell.pending));
  if (!said) return [];
  return [
    {
      ...idle(cell, price + GUESS + said.cost),
      item: index,
      state: 'aligned',
      units: said.units,
      guess: true,
      said: said.units[0] ?? 0,
    },
  ];
}

/** A pair that is no character in public was dropped: a trail and the next lead are missing. */
function pairGone(cell: Cell, index: number): Cell[] {
  return dangle(cell, index, PAIR_GONE).map((dangled) => ({ ...dangled, state: 'missing' }));
}

/** Of the characters that may follow, the likely ones, best first; null if there is none. */
function likely(
  before: number,
  units: readonly number[],
): { units: readonly number[]; cost: number } | null {
  let best = -1;
  let cost = Number.POSITIVE_INFINITY;
  const range = units;
  for (const unit of range) {
    const price = characterCost(unit) - pairWorth(before, unit);
    if (price < cost) {
      best = unit;
      cost = price;
    }
  }
  if (best < 0) return null;
  return {
    units: best === range[0] ? range : [best, ...range.filter((unit) => unit !== best)],
    cost,
  };
}

/** What two characters gain by making a common word. */
function pairWorth(before: number, unit: number): number {
  if (before < 0x3400 || unit < 0x3400) return 0;
  return isCommonWord(simplifiedUnit(before), simplifiedUnit(unit)) ? PAIR : 0;
}

const PAIR = 4;

function idle(cell: Cell, price: number): Cell {
  return {
    cost: cell.cost + price,
    state: cell.state,
    pending: 0,
    previous: cell,
    item: -1,
    units: [],
    ascii: 0,
    guess: false,
    said: cell.said,
  };
}

/** Price of an item that is what it seems. */
function alignedCost(item: Item): number {
  if (item.lone !== 0 || item.swallowed) return BROKEN + characterCost(item.unit);
  const cost = characterCost(item.unit);
  if (item.reading === null) return cost;
  if (item.unit < 0x80) return cost + BROKEN;
  return isReading(String.fromCharCode(item.unit), item.reading) ? cost : cost + WRONG_READING;
}

/** ！ ； ？ and their half-width forms: bytes that mirrors replaced across the border of two characters. */
export function isPunctuationAcross(item: Item): boolean {
  return '！；？!;?'.includes(String.fromCharCode(item.unit));
}

const trails = new Map<number, readonly number[]>();
const leads = new Map<number, readonly number[]>();

/** Characters whose second byte is `trail`, most probable first. */
function withTrail(trail: number): readonly number[] {
  return cached(trails, trail, (byte) => gbkUnit(byte, trail), 0x81);
}

/** Characters whose first byte is `lead`, most probable first. */
function withLead(lead: number): readonly number[] {
  return cached(leads, lead, (byte) => gbkUnit(lead, byte), 0x40);
}

function cached(
  cache: Map<number, readonly number[]>,
  key: number,
  unitOf: (byte: number) => number,
  from: number,
): readonly number[] {
  const known = cache.get(key);
  if (known) return known;
  const units: number[] = [];
  for (let byte = from; byte <= 0xfe; byte += 1) {
    const unit = unitOf(byte);
    if (unit !== 0) units.push(unit);
  }
  units.sort((a, b) => characterCost(a) - characterCost(b));
  const range = inRange(units);
  cache.set(key, range);
  return range;
}

function inRange(units: readonly number[]): readonly number[] {
  const limit = characterCost(units[0] ?? 0) + CHOICE_RANGE;
  return units.slice(0, MAX_CHOICES).filter((unit) => characterCost(unit) <= limit);
}

/** The stretches of a path that leave the aligned state. */
function runsOf(end: Cell, items: readonly Item[]): ShiftRun[] {
  const path: Cell[] = [];
  for (let cell: Cell | null = end; cell?.previous; cell = cell.previous) path.push(cell);
  path.reverse();
  const runs: ShiftRun[] = [];
  let run: Cell[] = [];
  for (const cell of path) {
    if (cell.state === 'aligned' && cell.previous?.state === 'aligned') continue;
    run.push(cell);
    if (cell.state === 'aligned') {
      runs.push(runOf(run, items));
      run = [];
    }
  }
  return runs;
}

function runOf(cells: readonly Cell[], items: readonly Item[]): ShiftRun {
  const indexes = cells.map((cell) => cell.item).filter((index) => index >= 0);
  const first = indexes[0] ?? 0;
  const last = (indexes.at(-1) ?? -1) + 1;
  const read = items.slice(first, last);
  const choices: OpenChoice[] = [];
  let text = '';
  for (const { units, ascii, guess } of cells) {
    const best = units[0];
    if (best === undefined) continue;
    if (units.length > 1 || guess) choices.push({ at: text.length, units, guess });
    text += String.fromCharCode(best);
    if (ascii !== 0) text += String.fromCharCode(ascii);
  }
  const before = cells[0]?.previous?.cost ?? 0;
  const after = cells.at(-1)?.cost ?? 0;
  const asIs = read.reduce((sum, item) => sum + alignedCost(item), 0);
  return {
    first,
    last,
    from: read[0]?.from ?? 0,
    to: read.at(-1)?.to ?? 0,
    text,
    choices,
    gain: asIs - (after - before),
    proven: read.some(
      ({ swallowed, unit, reading }) => swallowed || (reading !== null && unit < 0x80),
    ),
  };
}
