import { isTitleShaped } from './prose.ts';
import { isInnerFrame } from './ruled-lines.ts';
import { isPlain, type Line } from './scan-lines.ts';

/** A paragraph of two sentences is worth more than a line: so probable it stays, at the document's end too. */
const LEAST = 0.3;
const SHORTEST = 40;
/** One sentence right below the document. */
const LEAST_SENTENCE = 0.42;
/** Below a heading or a line of promotion: the model must be nearer to keeping it. */
const LEAST_BELOW = 0.4;
const SHORTEST_BELOW = 30;
const LONGEST_HEADING = 16;
const ENDED = /[。！？!?]$/u;
const MARKS = /[。！？!?]/gu;

/** The same above the document, over the heading of its first part: 欢迎加入…。请您仔细阅读以下内容。 */
export function keepFirstParagraph(
  lines: readonly Line[],
  keep: Float64Array,
  kept: boolean[],
): void {
  const first = kept.indexOf(true);
  const from = isHeading(lines[first - 1], keep[first - 1]) ? first - 2 : first - 1;
  if (from > 0 && isWorth(lines[from], keep[from], false)) kept.fill(true, from, first);
}

/**
 * Keeps paragraphs right below the document that the model is in doubt about: the likeliest course may leave it one
 * paragraph early, where a list follows. What sites write below a text is a sentence, seldom two.
 */
export function keepLastParagraphs(
  lines: readonly Line[],
  keep: Float64Array,
  kept: boolean[],
): void {
  for (let at = kept.lastIndexOf(true) + 1; at > 0 && at < lines.length; at += 1) {
    const from = isPassed(lines[at], keep[at]) ? at + 1 : at;
    const to = isHeading(lines[from], keep[from]) ? from + 1 : from;
    if (!isWorth(lines[to], keep[to], to === at)) return;
    kept.fill(true, from, to + 1);
    at = to;
  }
}

/** Whether the paragraph stays; `isNext` if nothing stands between it and the document. */
function isWorth(line: Line | undefined, keep = 0, isNext: boolean): boolean {
  if (!line || !isPlain(line) || keep < (isNext ? LEAST : LEAST_BELOW)) return false;
  if (isNext && keep >= LEAST_SENTENCE && isSentence(line)) return true;
  return isParagraph(line, isNext ? SHORTEST : SHORTEST_BELOW);
}

/** A line of promotion between paragraphs goes, but ends nothing. */
function isPassed(line: Line | undefined, keep = 1): boolean {
  return line?.frame?.opens === 'line' && isInnerFrame(line) && keep < LEAST;
}

/** 小窍门 above the paragraph. */
function isHeading(line: Line | undefined, keep = 0): boolean {
  if (!line || !isPlain(line) || line.prose || keep < LEAST_BELOW) return false;
  const { text } = line;
  return text.length <= LONGEST_HEADING && isTitleShaped(text) && !ENDED.test(text);
}

/** 下课！ Short, but it ends as sentences do. */
const isSentence = ({ text, promotions }: Line): boolean =>
  promotions.length === 0 && ENDED.test(text);

function isParagraph({ text, prose, promotions }: Line, shortest: number): boolean {
  if (!prose || text.length < shortest || promotions.length > 0 || !ENDED.test(text)) return false;
  return (text.match(MARKS)?.length ?? 0) > 1;
}
