import { hanNumber } from '../metadata/han-numerals.ts';
import { classifyLine } from './classify-line.ts';

/** 国旗下讲话篇三, 工作总结 篇2：…, 范文三 */
const PIECE =
  /^(.{0,40}?(?:篇|范文|例文|第(?=.{1,3}篇)))\s?([一二三四五六七八九十]{1,3}|\d{1,2})篇?(?:[：:\s].{0,40})?$/u;
const LONGEST_HEADING = 60;
/** Between two pieces stands a short list of other documents. */
const MOST_BETWEEN = 14;
const LEAST = 2;
/** A piece has a sentence; a list of other collections has none. */
const SENTENCE = /.{10}[。！？!?]$/u;

interface Piece {
  readonly stem: string;
  readonly number: number;
}

/**
 * The lines of the pieces that follow the last of at least two in the document, as their headings are numbered: 篇三 below 篇二
 * and the list of other documents under it. Each piece reaches to the next line that only frames have.
 */
export function laterPieces(texts: readonly string[], kept: readonly boolean[]): number[] {
  const own = texts.slice(Math.max(0, kept.indexOf(true) - 1), kept.lastIndexOf(true) + 1);
  const pieces = own.flatMap((text) => pieceOf(text) ?? []);
  const last = pieces.at(-1);
  if (!last || pieces.filter(({ stem }) => stem === last.stem).length < LEAST) return [];
  const found: number[] = [];
  let number = last.number + 1;
  for (let from = kept.lastIndexOf(true) + 1; from < texts.length; number += 1) {
    const at = headingAt(texts, from, { stem: last.stem, number });
    const to = at < 0 ? -1 : endOf(texts, at);
    if (to < 0) break;
    for (let line = at; line < to; line += 1) found.push(line);
    from = to;
  }
  return found;
}

function pieceOf(text: string): Piece | null {
  const [, stem, digits = ''] = text.length <= LONGEST_HEADING ? (PIECE.exec(text) ?? []) : [];
  if (stem === undefined) return null;
  return { stem, number: Number(digits) || hanNumber(digits) };
}

function headingAt(texts: readonly string[], from: number, wanted: Piece): number {
  const at = texts.slice(from, from + MOST_BETWEEN).findIndex((text) => {
    const piece = pieceOf(text);
    return piece?.stem === wanted.stem && piece.number === wanted.number;
  });
  return at < 0 ? -1 : from + at;
}

/** Index behind the piece's last line; -1 if nothing below the heading is a sentence. */
function endOf(texts: readonly string[], at: number): number {
  let to = at + 1;
  while (to < texts.length && !pieceOf(texts[to] ?? '') && !classifyLine(texts[to] ?? '')) to += 1;
  return texts.slice(at + 1, to).some((text) => SENTENCE.test(text)) ? to : -1;
}
