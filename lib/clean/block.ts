import type { Element } from 'domhandler';
import type { RemovalReason } from '#lib/model/removal.ts';

/** Inline formatting that Markdown can say and plain text drops. */
export type Mark = 'strong' | 'emphasis' | 'code' | 'strike' | 'superscript' | 'subscript';

/** A run of text with the same formatting. `text` may hold '\n' where the page broke the line. */
export interface Span {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Absolute http(s) or mailto address, if the run is a link. */
  readonly href?: string;
  /** The run is an image: `text` is '' and this is what to show. */
  readonly image?: { readonly src: string; readonly alt: string };
}

export type BlockKind =
  | 'heading'
  | 'paragraph'
  | 'list-item'
  | 'quote'
  | 'code'
  | 'table-row'
  | 'image'
  | 'rule';

/**
 * One piece of the page's flow in document order: what a reader sees as a paragraph.
 * Both inputs, HTML and extracted text, become a list of these, and `text` and `markdown`
 * are two renderings of what is left of the list.
 */
export interface Block {
  readonly kind: BlockKind;
  /** Heading level 1..6, nesting depth of a list item (0 = outermost), else 0. */
  readonly level: number;
  /** Number of an ordered list's item as the browser shows it, null for bullets and others. */
  readonly ordinal: number | null;
  /** Rows: one entry a cell. All others: exactly one entry. */
  readonly cells: readonly (readonly Span[])[];
  /** Language of a code block as the page declared it, else null. */
  readonly language: string | null;
  /** How deep the block is quoted; 0 outside quotations. */
  readonly quoted: number;
  /** Which table, list, code block or stanza it is part of: equal numbers belong together; 0 = none. */
  readonly group: number;
  /** The row is a header row. */
  readonly header: boolean;
  /** Path in the page, or line:N of a text: shown by --explain. */
  readonly where: string;
  /** Blanks the line began with; only for text input. */
  readonly indent?: number;
  /** The element it came from; null for text input. */
  readonly element: Element | null;
}

/** A decision about a block or a part of its text; `from`/`to` are offsets in `blockText(block)`. */
export interface Cut {
  readonly block: Block;
  readonly from: number;
  readonly to: number;
  readonly step: string;
  readonly reason: RemovalReason;
}

/** Replaces `line.slice(from, to)` by `insert`. Lists of edits are sorted and do not overlap. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** The block's text as the reader sees it: cells joined by tabs, spans joined by nothing. */
export function blockText({ cells }: Pick<Block, 'cells'>): string {
  const [first] = cells;
  if (cells.length === 1 && first?.length === 1) return first[0]?.text ?? '';
  const known = texts.get(cells);
  if (known !== undefined) return known;
  const text = joinedText(cells);
  texts.set(cells, text);
  return text;
}

/** Texts of blocks of several spans: a dozen steps ask, and one string for all of them is put together and hashed once. */
const texts = new WeakMap<Block['cells'], string>();

function joinedText(cells: Block['cells']): string {
  let text = '';
  for (let cell = 0; cell < cells.length; cell += 1) {
    if (cell > 0) text += '\t';
    for (const span of cells[cell] ?? []) text += span.text;
  }
  return text;
}

/** `line` with `edits` applied. */
export function applyEdits(line: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits) {
    result += line.slice(at, edit.from) + edit.insert;
    at = edit.to;
  }
  return result + line.slice(at);
}

/** The block with `edits` (offsets in `blockText(block)`) applied to its spans: formatting survives. */
export function editBlock(block: Block, edits: readonly Edit[]): Block {
  if (edits.length === 0) return block;
  let offset = 0;
  let first = 0;
  const cells = block.cells.map((spans) => {
    const last = spans.findLastIndex((span) => span.text !== '');
    const cell = spans.map((span, index) => {
      while ((edits[first]?.to ?? Number.POSITIVE_INFINITY) < offset) first += 1;
      const text = editSpan(span.text, { offset, isLast: index === last }, edits, first);
      offset += span.text.length;
      return text === span.text ? span : { ...span, text };
    });
    offset += 1; // the tab between cells
    return cell.filter((span) => span.text !== '' || span.image !== undefined);
  });
  return { ...block, cells };
}

/**
 * The part of the edits from `first` on that falls into one span. An insertion belongs to the span where
 * it begins, at the end of a cell to its last span with text.
 */
function editSpan(
  text: string,
  { offset, isLast }: { readonly offset: number; readonly isLast: boolean },
  edits: readonly Edit[],
  first: number,
): string {
  let result = '';
  let at = 0;
  for (let index = first; index < edits.length; index += 1) {
    const edit = edits[index];
    if (!edit || edit.from > offset + text.length) break;
    const from = edit.from - offset;
    const start = Math.max(0, Math.min(text.length, from));
    if (start > at) result += text.slice(at, start);
    const begins = from >= 0 && (from < text.length || (isLast && from === text.length));
    if (begins) result += edit.insert;
    at = Math.max(at, start, Math.min(text.length, edit.to - offset));
  }
  return result + text.slice(at);
}
