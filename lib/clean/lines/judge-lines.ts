import { applyEdits, blockText } from '../block.ts';
import { at } from '../content/numbers.ts';
import { hasChinese } from '../has-chinese.ts';
import { beginsInside } from './begins-inside.ts';
import { keepBoard } from './board-lines.ts';
import { keepBroken } from './broken-sentence.ts';
import { keepContinued } from './continued-lines.ts';
import { cutAppendix } from './cut-appendix.ts';
import { cutWidgets } from './cut-widgets.ts';
import { isPieceHeading, keepShapes } from './document-shapes.ts';
import { cutSignature } from './forum-signature.ts';
import { keepIndented } from './indented-end.ts';
import { keepFirstParagraph, keepLastParagraphs } from './last-paragraph.ts';
import { cutLeading } from './leading-frame.ts';
import { keepClosing } from './letter-end.ts';
import { readLines } from './line-model.ts';
import { headingTitle } from './markdown-title.ts';
import { settleFields } from './opening-fields.ts';
import { isSignedDate } from './prose.ts';
import { isInnerFrame, type RuledLines } from './ruled-lines.ts';
import { keepSalutation } from './salutation.ts';
import { isPlain, type Line } from './scan-lines.ts';
import { keepSiblings } from './sibling-lines.ts';
import type { TextHead } from './text-head.ts';

/** What only frames say is cut wherever it stands, unless the model is this sure of the opposite. */
const WANTED = 0.7;
/** A line this probably the title, and not the document's, is the title. */
const TITLE = 0.3;
const SURELY_TITLE = 0.5;
/** Where no frame speaks for it, a short first line must be likelier. */
const UNFRAMED_TITLE = 0.7;

/** Which lines of an extracted text are its document. */
export interface JudgedLines {
  readonly kept: readonly boolean[];
  /** Probability of each line to be the document's, and to be its title. */
  readonly keep: Float64Array;
  readonly title: Float64Array;
  /** The heading whose marks say that it is the title, -1 if none does. */
  readonly named: number;
  /** What rules take for the head. */
  readonly ruled: TextHead;
}

/** What the model makes of the lines, then what rules know better; `headings` are known for the document's by their `where`. */
export function judgeLines(
  lines: readonly Line[],
  headings: ReadonlySet<string> = new Set(),
): JudgedLines {
  const { kept, keep, title, ruled } = readLines(lines);
  const { head } = ruled;
  const texts = lines.map(({ text }) => text);
  const isForeign = !texts.some(hasChinese);
  if (isForeign) keepBetween(kept);
  keepSections(lines, headings, kept);
  keepLastParagraphs(lines, keep, kept);
  keepFirstParagraph(lines, keep, kept);
  const continued = keepContinued(texts, kept);
  keepSigned(lines, keep, kept);
  const own = lines.map((line) => (isPlain(line) ? ownText(line) : ''));
  keepShapes(own, kept);
  keepBroken(texts, own, kept);
  keepBoard(own, keep, kept);
  keepIndented(lines, kept);
  keepClosing(lines, kept);
  keepSalutation(lines, keep, kept);
  const lastProse = lines.findLastIndex((line, index) => line.prose && kept[index]);
  const signedAt = lines.findLastIndex(({ text }, index) => kept[index] && isSignedDate(text));
  lines.forEach((line, index) => {
    const isContact = index < signedAt && isSignedFor(line);
    if (continued.has(index)) return;
    const isFrame = index > lastProse ? line.frame !== null && !isContact : isInnerFrame(line);
    if (isFrame && (line.frame?.sure || at(keep, index) < WANTED)) kept[index] = false;
  });
  cutSignature(lines, kept);
  cutLeading(lines, keep, kept, WANTED);
  cutWidgets(lines, kept);
  cutAppendix(lines, kept);
  const opening = openingTitle(lines, kept, title, head);
  if (opening >= 0) kept[opening] = false;
  settleFields(lines, keep, kept);
  if (ruled.kept.every(Boolean)) keepInside(lines, keep, kept);
  keepSiblings(texts, kept);
  const isInside = kept[1] === true && beginsInside(lines.map(({ block }) => block));
  const named = isInside ? -1 : headingTitle(lines, title);
  if (named >= 0) kept.fill(false, 0, named + 1);
  else if (isInside) kept[0] = true;
  else if (isWithoutFrame(ruled, kept) && (isForeign || at(title, 0) <= UNFRAMED_TITLE)) {
    kept[0] = true;
  }
  return { kept, keep, title, named, ruled: head };
}

/** The model has learned from Chinese texts: of others it tells where the document begins and ends, not what is inside it. */
function keepBetween(kept: boolean[]): void {
  const from = kept.indexOf(true);
  if (from >= 0) kept.fill(true, from, kept.lastIndexOf(true));
}

/** Without what the site put inside it. */
function ownText({ text, block, promotions }: Line): string {
  return promotions.length === 0 ? text : applyEdits(blockText(block), promotions).trim();
}

/** The model is in doubt about it. */
const DOUBTED = 0.2;

/** Where rules know no line of a frame none stands between paragraphs that are kept. */
function keepInside(lines: readonly Line[], keep: Float64Array, kept: boolean[]): void {
  for (let index = kept.indexOf(true) + 1; index < kept.lastIndexOf(true); index += 1) {
    const line = lines[index];
    if (line && !kept[index] && isPlain(line) && at(keep, index) >= DOUBTED) kept[index] = true;
  }
}

/** All but the first line is kept, and rules know no line of a frame: a document that was cleaned before. */
function isWithoutFrame(ruled: RuledLines, kept: readonly boolean[]): boolean {
  return kept[0] === false && kept.indexOf(false, 1) < 0 && ruled.kept.every(Boolean);
}

/** From the first kept line to the last heading with the prose right below it the document is in one piece. */
function keepSections(
  lines: readonly Line[],
  headings: ReadonlySet<string>,
  kept: boolean[],
): void {
  const from = kept.indexOf(true);
  const last = lines.findLastIndex(({ block }) => headings.has(block.where));
  if (from < 0 || last < from) return;
  const to = lines[last + 1]?.prose ? last + 1 : last;
  for (let at = from; at <= to; at += 1) {
    const line = lines[at];
    if (line && (isPlain(line) || headings.has(line.block.where))) kept[at] = true;
  }
}

/** Above a signature stand contacts, names and offices, but few lines of them. */
const MOST_SIGNED = 12;
/** A date that the model takes for the document's by this much signs it. */
const SIGNED = 0.5;

/** The same below the name of an office. */
const SIGNED_BY = 0.35;
const OFFICE =
  /^\p{sc=Han}{3,26}(?:[局厅委署院部处科校会社]|中心|政府|公司|办公室|领导小组|学院|大学|中学|小学|医院|支队|大队)$/u;

function isOffice(text = ''): boolean {
  return OFFICE.test(text);
}

/** 联系方式: is said by footers, and by notices of offices. */
const CONTACTS = 'footer';

/** 附件：某某手册.pdf: what an office attaches, above its name and the date. */
const ATTACHED = /^附件\d{0,2}[:：]/u;

function isSignedFor({ frame, text }: Line): boolean {
  return frame?.reason === CONTACTS || ATTACHED.test(text);
}

/** What stands between the text and the date it is signed with is the document's, though frames say such things too. */
function keepSigned(lines: readonly Line[], keep: Float64Array, kept: boolean[]): void {
  const last = kept.lastIndexOf(true);
  if (last < 0) return;
  const below = lines.slice(last + 1, last + 2 + MOST_SIGNED);
  const signed = below.findLastIndex(
    ({ text }, ahead) =>
      isSignedDate(text) &&
      at(keep, last + 1 + ahead) >= (isOffice(below[ahead - 1]?.text) ? SIGNED_BY : SIGNED),
  );
  const between = below.slice(0, signed + 1);
  if (between.some(isInnerFrame)) return;
  kept.fill(true, last + 1, last + 2 + signed);
}

/** 某某总结 篇1 above 某某总结 篇2. */
function isFirstPiece(lines: readonly Line[], kept: readonly boolean[], first: number): boolean {
  const isPiece = ({ text }: Line, index: number): boolean =>
    kept[index] === true && isPieceHeading(text);
  return isPieceHeading(lines[first]?.text ?? '') && lines.filter(isPiece).length > 1;
}

/**
 * The first line that is left, if it is the title: where the frame says no title, a text mostly begins with it, and one
 * line is too little to change the course for. -1 if not.
 */
function openingTitle(
  lines: readonly Line[],
  kept: readonly boolean[],
  title: Float64Array,
  head: TextHead,
): number {
  const first = kept.indexOf(true);
  if (first < 0 || kept.lastIndexOf(true) === first) return -1;
  if (isFirstPiece(lines, kept, first)) return -1;
  if (title.some((probability, index) => !kept[index] && probability > TITLE)) return -1;
  return first === head.titleAt || at(title, first) > SURELY_TITLE ? first : -1;
}
