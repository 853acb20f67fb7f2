import { type Block, type BlockKind, blockText } from '../block.ts';
import { isProse } from '../lines/prose.ts';
import { isGenreLine, isHeadingShaped } from './genre-lines.ts';
import { lineKey, normalLine } from './line-key.ts';

/** A line of a block with what a profile's use of it depends on. */
export interface DocumentLine {
  readonly block: Block;
  /** Of the block among all blocks of the page. */
  readonly place: number;
  /** Offsets in the block's text. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly path: string | null;
  /** Running text; a heading never is. */
  readonly isProse: boolean;
  /** Share of the line that is link, 0..1. */
  readonly linkShare: number;
}

/** A line that could be the site's, if its host repeats it. */
export interface Candidate {
  readonly line: DocumentLine;
  readonly at: number;
  readonly normal: string;
  readonly key: string;
  readonly isHeadingShaped: boolean;
}

const KINDS: ReadonlySet<BlockKind> = new Set(['paragraph', 'list-item', 'quote', 'heading']);
/** Longer lines were written for one document. */
const LONGEST = 1000;
/** Letters without which a line is anything: 完, OK, a price, 25 lbs. A Han character counts for two. */
const LEAST_LETTERS = 6;
const WIDE = /[\u2e80-\uffef]/gu;

/** The lines of a block that are not blank; a row or a piece of code is one line. */
export function documentLines(block: Block, place: number, path: string | null): DocumentLine[] {
  const whole = blockText(block);
  const isFlow = KINDS.has(block.kind);
  const lines: DocumentLine[] = [];
  let from = 0;
  for (const text of isFlow ? whole.split('\n') : [whole]) {
    const to = from + text.length;
    const trimmed = text.trim();
    if (trimmed !== '') {
      lines.push({
        block,
        place,
        from,
        to,
        text: trimmed,
        path,
        isProse: block.kind !== 'heading' && isProse(trimmed),
        linkShare: linkedChars(block, from, to) / text.length,
      });
    }
    from = to + 1;
  }
  return lines;
}

function linkedChars({ cells }: Block, from: number, to: number): number {
  let offset = 0;
  let linked = 0;
  for (const spans of cells) {
    for (const { text, href } of spans) {
      const end = offset + text.length;
      if (href !== undefined) linked += Math.max(0, Math.min(to, end) - Math.max(from, offset));
      offset = end;
    }
    offset += 1; // the tab between cells
  }
  return linked;
}

/** The line as a candidate; null for rows, code, forms of the genre, and what is too short or too long to tell. */
export function candidate(line: DocumentLine, at: number): Candidate | null {
  const { block, text } = line;
  if (!KINDS.has(block.kind) || text.length > LONGEST || isGenreLine(text)) return null;
  const normal = normalLine(text);
  if (letters(normal) < LEAST_LETTERS) return null;
  const headingShaped = block.kind === 'heading' || isHeadingShaped(text);
  return { line, at, normal, key: lineKey(normal), isHeadingShaped: headingShaped };
}

/** Figures are one 0 each in the normal form. */
function letters(normal: string): number {
  const words = normal.replaceAll('0', '');
  return words.length + (words.match(WIDE)?.length ?? 0);
}

const SENTENCE_MARK = /[，。；！？、]|[,;] |[.!?](?: |$)/u;
const SHORTEST_SENTENCE = 12;
const MOSTLY = 0.5;

/**
 * Half of the text at least is sentences or verse: among rows of products, figures and entries a
 * repeated line is as good as any other, and no profile is used.
 */
export function isWriting(lines: readonly DocumentLine[]): boolean {
  let all = 0;
  let written = 0;
  for (const { text } of lines) {
    all += text.length;
    if (text.length >= SHORTEST_SENTENCE && SENTENCE_MARK.test(text)) written += text.length;
  }
  return written >= all * MOSTLY;
}
