import { at, atByte } from '../content/numbers.ts';

const CUT = 0;
const KEPT = 1;
/** Probabilities closer to 0 and 1 are not meant. */
const SURE = 1e-3;

/**
 * How probable it is that a line is the document's where the line beside it is not (`enter`), and that it is not where
 * that one is (`leave`).
 */
export interface Seams {
  readonly enter: Float64Array;
  readonly leave: Float64Array;
}

/** Read from the line above each, and from the line below each. */
export interface BothSeams {
  readonly down: Seams;
  readonly up: Seams;
}

/** Probability of each line to be the document's: the mean of what both directions say of all courses together. */
export function likelyKept({ down, up }: BothSeams): Float64Array {
  const count = down.enter.length;
  const fromTop = new Float64Array(count);
  const fromEnd = new Float64Array(count);
  for (let index = 0; index < count; index += 1) {
    fromTop[index] = passed(down, index, at(fromTop, index - 1));
  }
  for (let index = count - 1; index >= 0; index -= 1) {
    fromEnd[index] = passed(up, index, at(fromEnd, index + 1));
  }
  return fromTop.map((probability, index) => (probability + at(fromEnd, index)) / 2);
}

function passed({ enter, leave }: Seams, index: number, beside: number): number {
  return beside * (1 - within(at(leave, index))) + (1 - beside) * within(at(enter, index));
}

/**
 * The likeliest sequence of kept and cut, by the product of both directions (Viterbi 1967, two states); a text begins
 * and ends outside its document. One direction alone, once it has left the document by mistake, does not come back.
 */
export function likeliestCourse({ down, up }: BothSeams): boolean[] {
  const count = down.enter.length;
  const cutFrom = new Uint8Array(count);
  const keptFrom = new Uint8Array(count);
  let [cut, kept] = [0, -Infinity];
  /** Worth of the course so far, in `state` at the line before, that goes on to `next`. */
  const goOn = (index: number, state: number, next: number): number => {
    const before = state === CUT ? cut : kept;
    const above = index === 0 ? 0 : logOf(up, index - 1, next, state);
    return before + above + logOf(down, index, state, next);
  };
  for (let index = 0; index < count; index += 1) {
    const [stayCut, toCut] = [goOn(index, CUT, CUT), goOn(index, KEPT, CUT)];
    const [toKept, stayKept] = [goOn(index, CUT, KEPT), goOn(index, KEPT, KEPT)];
    cutFrom[index] = toCut > stayCut ? KEPT : CUT;
    keptFrom[index] = stayKept > toKept ? KEPT : CUT;
    cut = Math.max(stayCut, toCut);
    kept = Math.max(stayKept, toKept);
  }
  const course = new Array<boolean>(count).fill(false);
  const last = count - 1;
  let state = count > 0 && kept + logOf(up, last, CUT, KEPT) > cut + logOf(up, last, CUT, CUT);
  for (let index = last; index >= 0; index -= 1) {
    course[index] = state;
    state = atByte(state ? keptFrom : cutFrom, index) === KEPT;
  }
  return course;
}

/** Log probability that a line is in `state` where the line beside it is in `beside`. */
function logOf({ enter, leave }: Seams, index: number, beside: number, state: number): number {
  const change = within(at(beside === CUT ? enter : leave, index));
  return Math.log(beside === state ? 1 - change : change);
}

const within = (probability: number): number => Math.min(1 - SURE, Math.max(SURE, probability));
