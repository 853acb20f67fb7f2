import { at } from '../content/numbers.ts';
import { plantForest, predict } from '../content/tree-model.ts';
import { readLexicon } from '../content/words/lexicon.ts';
import { once } from '../once.ts';
import { keepShapes } from './document-shapes.ts';
import { isSignedDate } from './prose.ts';
import { isInnerFrame } from './ruled-lines.ts';
import { isPlain, type Line } from './scan-lines.ts';
import { lineRows, textContext } from './text-context.ts';
import type { TextHead } from './text-head.ts';
import model from './text-model.json' with { type: 'json' };

/** The model, ready for use. */
const readModel = once(() => ({
  lexicon: readLexicon(model.lexicon),
  keep: plantForest({ features: model.features, trees: model.keep }),
}));
/** Only extracted texts are asked for their title. */
const readTitleModel = once(() => plantForest({ features: model.features, trees: model.title }));

/**
 * What a change between document and frame costs, in log odds: documents are in one piece, with few lines cut out.
 * Chosen on sites left out of training; anything from 0.5 to 1.5 is as good.
 */
const CHANGE = 1;
/** Probabilities closer to 0 and 1 are not meant. */
const SURE = 1e-3;

/** What only frames say is cut wherever it stands, unless the model is this sure of the opposite. */
const WANTED = 0.7;
/** A line this probably the title, and not the document's, is the title. */
const TITLE = 0.3;
const SURELY_TITLE = 0.5;

/** Which lines of an extracted text are its document. */
export interface JudgedLines {
  readonly kept: readonly boolean[];
  /** Probability of each line to be the document's, and to be its title. */
  readonly keep: Float64Array;
  readonly title: Float64Array;
  /** What rules take for the head. */
  readonly ruled: TextHead;
}

/** Probability of each line to be the document's, by its words and those around it. */
export function keepProbabilities(lines: readonly Line[]): Float64Array {
  const { lexicon, keep } = readModel();
  const rowOf = lineRows(textContext(lines, lexicon));
  return Float64Array.from(lines, (_, index) => predict(keep, rowOf(index)));
}

/** Judges each line by its words and those around it, then takes the likeliest course through the text. */
export function judgeLines(lines: readonly Line[]): JudgedLines {
  const { lexicon, keep: keepModel } = readModel();
  const titleModel = readTitleModel();
  const context = textContext(lines, lexicon);
  const rowOf = lineRows(context);
  const keep = new Float64Array(lines.length);
  const title = new Float64Array(lines.length);
  for (let index = 0; index < lines.length; index += 1) {
    const row = rowOf(index);
    keep[index] = predict(keepModel, row);
    title[index] = predict(titleModel, row);
  }
  const { head } = context.ruled;
  const kept = likeliestCourse(keep);
  keepSigned(lines, keep, kept);
  keepShapes(
    lines.map((line) => (isPlain(line) ? line.text : '')),
    kept,
  );
  const lastProse = lines.findLastIndex((line, index) => line.prose && kept[index]);
  const signedAt = lines.findLastIndex(({ text }, index) => kept[index] && isSignedDate(text));
  lines.forEach((line, index) => {
    const isContact = line.frame?.reason === CONTACTS && index < signedAt;
    const isFrame = index > lastProse ? line.frame !== null && !isContact : isInnerFrame(line);
    if (isFrame && (line.frame?.sure || at(keep, index) < WANTED)) kept[index] = false;
  });
  const opening = openingTitle(kept, title, head);
  if (opening >= 0) kept[opening] = false;
  return { kept, keep, title, ruled: head };
}

/** Above a signature stand contacts, names and offices, but few lines of them. */
const MOST_SIGNED = 12;
/** A date that the model takes for the document's by this much signs it. */
const SIGNED = 0.5;

/** 联系方式: is said by footers, and by notices of offices. */
const CONTACTS = 'footer';

/** What stands between the text and the date it is signed with is the document's, though frames say such things too. */
function keepSigned(lines: readonly Line[], keep: Float64Array, kept: boolean[]): void {
  const last = kept.lastIndexOf(true);
  if (last < 0) return;
  const below = lines.slice(last + 1, last + 2 + MOST_SIGNED);
  const signed = below.findLastIndex(
    ({ text }, ahead) => isSignedDate(text) && at(keep, last + 1 + ahead) >= SIGNED,
  );
  const between = below.slice(0, signed + 1);
  if (between.some(isInnerFrame)) return;
  kept.fill(true, last + 1, last + 2 + signed);
}

/**
 * The first line that is left, if it is the title: where the frame says no title, a text mostly begins with it, and one
 * line is too little to change the course for. -1 if not.
 */
function openingTitle(kept: readonly boolean[], title: Float64Array, head: TextHead): number {
  const first = kept.indexOf(true);
  if (first < 0 || kept.lastIndexOf(true) === first) return -1;
  if (title.some((probability, index) => !kept[index] && probability > TITLE)) return -1;
  return first === head.titleAt || at(title, first) > SURELY_TITLE ? first : -1;
}

/** The sequence of kept and cut with the highest probability, changes being dear (Viterbi 1967, two states). */
function likeliestCourse(keep: Float64Array): boolean[] {
  const cameFromKept = [new Uint8Array(keep.length), new Uint8Array(keep.length)];
  let cut = 0;
  let kept = 0;
  for (let index = 0; index < keep.length; index += 1) {
    const probability = Math.min(1 - SURE, Math.max(SURE, at(keep, index)));
    const odds = Math.log(probability / (1 - probability));
    const [toCut, toKept] = cameFromKept;
    if (toCut) toCut[index] = Number(kept - CHANGE > cut);
    if (toKept) toKept[index] = Number(kept >= cut - CHANGE);
    [cut, kept] = [Math.max(cut, kept - CHANGE), Math.max(kept, cut - CHANGE) + odds];
  }
  const course = new Array<boolean>(keep.length).fill(false);
  let isKept = kept > cut;
  for (let index = keep.length - 1; index >= 0; index -= 1) {
    course[index] = isKept;
    isKept = cameFromKept[Number(isKept)]?.[index] === 1;
  }
  return course;
}
