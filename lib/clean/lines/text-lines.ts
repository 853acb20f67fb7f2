import type { RemovalReason } from '#lib/model/removal.ts';
import type { Block, Cut } from '../block.ts';
import { at } from '../content/numbers.ts';
import { namesEra } from '../metadata/byline.ts';
import { isMasthead, isRuledLabel } from '../metadata/never-title.ts';
import { cutBlock, cutPromotions, reasonOf } from './cut-lines.ts';
import { cutEditMarks } from './edit-marks.ts';
import { type JudgedLines, judgeLines } from './judge-lines.ts';
import type { LineResult } from './line-facts.ts';
import { pictureNames } from './picture-names.ts';
import { cutReferences, referenceMarks } from './reference-marks.ts';
import { isPlain, type Line, scanLines } from './scan-lines.ts';
import { textFacts } from './text-facts.ts';
import { authorBelow, cleanTitle, isLoneDate, type TextHead } from './text-head.ts';

/** Extracted text: judges which lines are its document, reads the frame around it, cuts what is inside. */
export function textLines(blocks: readonly Block[]): LineResult {
  const unmarked = cutEditMarks(blocks);
  const lines = scanLines(unmarked.blocks);
  const judged = judgeLines(lines, unmarked.headings);
  const head = headOf(lines, judged);
  const cuts: Cut[] = [...unmarked.cuts];
  const kept: Block[] = [];
  const body: Line[] = [];
  const frame: Line[] = [];
  const references = cutReferences(lines.slice(judged.kept.lastIndexOf(true) + 1));
  let section: RemovalReason = 'boilerplate';
  const pictures = pictureNames(
    lines.map(({ text }) => text),
    head.title,
  );
  for (const [index, line] of lines.entries()) {
    const around = section;
    if (index >= head.bodyFrom && line.frame?.opens === 'section') section = line.frame.reason;
    const isPicture = pictures.has(index);
    if (isPicture || !judged.kept[index]) {
      const reason = isPicture ? 'media' : (reasonAt(line, index, head) ?? around);
      cuts.push(cutBlock(line.block, reason));
      frame.push(line);
      continue;
    }
    const clean = cutPromotions(withMarks(line, references));
    cuts.push(...clean.cuts);
    // A line that is nothing but promotion says who the site is.
    (clean.block ? body : frame).push(line);
    if (clean.block) kept.push(clean.block);
  }
  return { blocks: kept, cuts, facts: textFacts(frame, body, head) };
}

/** The line with the marks in it that lead to references which are cut. */
function withMarks(line: Line, references: ReadonlySet<string>): Line {
  const marks = referenceMarks(line.block, references);
  if (marks.length === 0) return line;
  const others = line.promotions.filter(
    (one) => !marks.some((mark) => one.from < mark.to && mark.from < one.to),
  );
  const promotions = [...others, ...marks].sort((a, b) => a.from - b.from);
  return { ...line, promotions };
}

/** What the rules' choice of the title is worth beside the model's probability of a line. */
const RULED = 0.1;
/** A line that is less probably the title is none. */
const LEAST = 0.03;

/** The title is the heading that says so, else the likeliest of the lines that are not the document's. */
function headOf(lines: readonly Line[], judged: JudgedLines): TextHead {
  const { kept, ruled, named } = judged;
  let titleAt = named < 0 ? likeliestTitle(lines, judged) : named;
  const first = kept.indexOf(true);
  const stated = lines.find((line) => line.lead)?.lead?.title ?? null;
  if (titleAt < 0 && ruled.titleAt >= 0 && !kept[ruled.titleAt]) titleAt = ruled.titleAt;
  return {
    bodyFrom: first < 0 ? lines.length : first,
    titleAt,
    title: cleanTitle(stated ?? (titleAt < 0 ? null : (lines[titleAt]?.text ?? null))),
    floorAt: ruled.floorAt,
    author: authorBelow(lines, titleAt, ruled.floorAt) ?? ruled.author,
  };
}

function likeliestTitle(lines: readonly Line[], { kept, title, ruled }: JudgedLines): number {
  let titleAt = -1;
  const worth = (index: number): number => at(title, index) + (index === ruled.titleAt ? RULED : 0);
  for (let index = 0; index < lines.length; index += 1) {
    if (kept[index] || at(title, index) < LEAST || isNoTitle(lines[index])) continue;
    if (titleAt < 0 || worth(index) > worth(titleAt)) titleAt = index;
  }
  return titleAt;
}

/** The name of an office above its pages, buttons, what stands between two rules. */
function isNoTitle(line: Line | undefined): boolean {
  return !line || line.frame?.sure === true || isMasthead(line.folded) || isRuledLabel(line.folded);
}

/** Why a line outside the document goes; null if the section it stands in says so. */
function reasonAt(line: Line, index: number, head: TextHead): RemovalReason | null {
  if (index === head.titleAt) return 'metadata';
  if (!isPlain(line)) return reasonOf(line);
  if (index >= head.bodyFrom) return null;
  return isLoneDate(line) || namesEra(line.text) ? 'metadata' : 'header';
}
