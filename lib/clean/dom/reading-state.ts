import type { Block, BlockKind, Mark, Span } from '../block.ts';
import { elementPaths } from './element-path.ts';
import type { PageElement } from './page-element.ts';
import type { PageSums } from './page-sums.ts';
import type { ParsedPage } from './parse-page.ts';
import { urlResolver } from './resolve-url.ts';
import { NO_MARKS, TextRun } from './text-run.ts';

/** How a sentence or its line ends. */
export const SENTENCE_END = /[.!?。！？…”"』」：:;；]\s*$/;

/** A list that is open: the number of its next item, and the group all lists inside it share. */
interface List {
  readonly ordered: boolean;
  next: number;
  readonly step: number;
  readonly group: number;
}

/** A row of a table that is open, and how many of its cells are headers. */
export interface Row {
  readonly element: PageElement;
  readonly cells: Span[][];
  headers: number;
}

/**
 * Where the reading of a page stands: the blocks so far, the text of the next one, and what the open
 * elements say of it. It knows how a block is written; what an element means is its readers' to know.
 * They put what an element changes back when it ends, see `after`.
 */
export class ReadingState {
  readonly blocks: Block[] = [];
  run = new TextRun();
  readonly sums: PageSums;
  /** The field whose text is the document. */
  readonly textBox: PageElement | null;
  readonly resolve: (href: string | undefined) => string | null;
  marks: readonly Mark[] = NO_MARKS;
  href: string | null = null;
  /** Level of the heading around the text, 0 outside headings. */
  level = 0;
  quoted = 0;
  lists: readonly List[] = [];
  /** The list item whose first paragraph is still to come. */
  item: { ordinal: number | null } | null = null;
  pre: { code: boolean; language: string | null } | null = null;
  /** Group of the data table around the text, 0 outside. */
  table = 0;
  row: Row | null = null;
  inFormula = false;
  /** The innermost block element. */
  container: PageElement | null = null;
  private readonly undo: { element: PageElement; restore: () => void }[] = [];
  private readonly path = elementPaths();
  private group = 0;

  constructor({ sums, textBox }: ParsedPage, base: string | null) {
    this.sums = sums;
    this.textBox = textBox;
    this.resolve = urlResolver(base);
  }

  /** Does `restore` when the element ends, the last one first. */
  after(element: PageElement, restore: () => void): void {
    this.undo.push({ element, restore });
  }

  /** Does what was to be done after the element. */
  end(element: PageElement): void {
    let last = this.undo.at(-1);
    while (last?.element === element) {
      this.undo.pop();
      last.restore();
      last = this.undo.at(-1);
    }
  }

  /** Whether the text read so far is no sentence that goes on. */
  isWhole(): boolean {
    if (this.run.length === 0 || this.pre || this.item) return true;
    return this.run.endsWith(SENTENCE_END);
  }

  /** A box floats beside a sentence: its text comes before the paragraph, not into it. */
  holdRun(element: PageElement): void {
    const held = this.run;
    this.run = new TextRun();
    this.after(element, () => {
      this.flush();
      this.run = held;
    });
  }

  /** A number no group of blocks has yet. */
  newGroup(): number {
    this.group += 1;
    return this.group;
  }

  /** Ends the block being read; without text there is none. Inside a row its cells take the text. */
  flush(): void {
    if (this.run.isEmpty || this.row) return;
    const element = this.run.parent ?? this.container;
    const spans = this.run.take();
    if (spans.length === 0 || !element) return;
    if (this.pre) this.emit(this.pre.code ? 'code' : 'paragraph', [spans], element);
    else if (spans.every((span) => span.image || span.text.trim() === '')) {
      this.emit('image', [spans.filter((span) => span.image)], element);
    } else this.emit(this.flowKind(), [spans], element);
  }

  /** Writes a block of this kind, with what holds where it stands. */
  emit(kind: BlockKind, cells: Span[][], element: PageElement, header = false): void {
    let level = 0;
    let ordinal: number | null = null;
    let group = kind === 'table-row' ? this.table : 0;
    if (kind === 'heading') level = this.level;
    if (kind === 'list-item' && this.item) {
      level = Math.max(0, this.lists.length - 1);
      ordinal = this.item.ordinal;
      group = this.lists[0]?.group ?? 0;
      this.item = null; // further paragraphs of the item are paragraphs
    }
    const language = kind === 'code' ? (this.pre?.language ?? null) : null;
    this.blocks.push({
      kind,
      level,
      ordinal,
      cells,
      language,
      quoted: this.quoted,
      group,
      header,
      where: this.path(element),
      element,
    });
  }

  private flowKind(): BlockKind {
    if (this.level > 0) return 'heading';
    if (this.item) return 'list-item';
    return this.quoted > 0 ? 'quote' : 'paragraph';
  }
}
