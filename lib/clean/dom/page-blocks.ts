import { type AnyNode, Text } from 'domhandler';
import type { Block, BlockKind, Mark, Span } from '../block.ts';
import { elementPaths } from './element-path.ts';
import { formulaSource } from './formula.ts';
import { imageSource } from './image-source.ts';
import { PageElement } from './page-element.ts';
import type { PageSums } from './page-sums.ts';
import type { ParsedPage } from './parse-page.ts';
import { codeLanguage, isCode } from './preformatted.ts';
import { urlResolver } from './resolve-url.ts';
import { subtreeText } from './subtree-text.ts';
import { isDataTable } from './table-shape.ts';
import { TAG } from './tag-sets.ts';
import { NO_MARKS, TextRun } from './text-run.ts';

/**
 * Every block of the page in document order, boilerplate and hidden ones included: each text node
 * outside script, style and template is in exactly one. One walk, no recursion, linear.
 */
export function pageBlocks(page: ParsedPage, url: string | null): Block[] {
  return new PageReader(page.sums, page.base ?? url).read(page.root);
}

const MARKS: Readonly<Record<string, Mark>> = {
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  cite: 'emphasis',
  dfn: 'emphasis',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
  s: 'strike',
  del: 'strike',
  strike: 'strike',
  sup: 'superscript',
  sub: 'subscript',
};
const INDENT = /^[ \n\r\t]*(?:\u3000|\u00a0{2})/;
const SENTENCE_END = /[.!?。！？…”"』」：:;；]\s*$/;
/** A line this long that ends a sentence is a paragraph, not a line of verse or an address. */
const PARAGRAPH_LINE = 60;
const KEEPS_LINES = new Set(['p', 'li', 'td', 'th', 'blockquote', 'address', 'dd']);

interface List {
  readonly ordered: boolean;
  next: number;
  readonly step: number;
  readonly group: number;
}

interface Row {
  readonly element: PageElement;
  readonly cells: Span[][];
  headers: number;
}

/** Reads one page: `undo` puts the state back when the element that changed it ends. */
class PageReader {
  private readonly blocks: Block[] = [];
  private readonly run = new TextRun();
  private readonly undo: { element: PageElement; restore: () => void }[] = [];
  private readonly sums: PageSums;
  private readonly resolve: (href: string | undefined) => string | null;
  private readonly path = elementPaths();
  private marks: readonly Mark[] = NO_MARKS;
  private href: string | null = null;
  private level = 0;
  private quoted = 0;
  private lists: readonly List[] = [];
  private item: { ordinal: number | null } | null = null;
  private pre: { code: boolean; language: string | null } | null = null;
  private table = 0;
  private row: Row | null = null;
  private group = 0;
  private inFormula = false;
  private container: PageElement | null = null;

  constructor(sums: PageSums, base: string | null) {
    this.sums = sums;
    this.resolve = urlResolver(base);
  }

  read(root: ParsedPage['root']): Block[] {
    let node: AnyNode | null = root.children[0] ?? null;
    while (node) {
      if (node instanceof Text) this.text(node);
      else if (node instanceof PageElement && this.enter(node)) {
        const child: AnyNode | undefined = node.children[0];
        if (child) {
          node = child;
          continue;
        }
        this.leave(node);
      }
      node = this.following(node);
    }
    this.flush();
    return this.blocks;
  }

  /** The next node that is not inside `node`; elements that end on the way are left. */
  private following(node: AnyNode): AnyNode | null {
    let at: AnyNode | null = node;
    while (at && !at.next) {
      at = at.parent;
      if (at instanceof PageElement) this.leave(at);
    }
    return at?.next ?? null;
  }

  private text(node: Text): void {
    const parent = node.parent;
    if (!(parent instanceof PageElement)) return;
    if (this.pre) {
      this.run.addVerbatim(node.data, parent);
      return;
    }
    if (this.run.endsWithBreak() && !this.row && INDENT.test(node.data)) this.flush();
    this.run.addText(node.data, parent, this.marks, this.href);
  }

  /** Whether the children are read too. */
  private enter(element: PageElement): boolean {
    const { tag } = element;
    if ((tag & TAG.code) !== 0) return this.formulaScript(element);
    if ((tag & TAG.aside) !== 0) return this.setAside(element);
    const isBlock = (tag & TAG.block) !== 0;
    if (this.sums.hidden[element.index] === 1 && (!isBlock || this.row)) {
      return this.setAside(element);
    }
    if (isBlock) return this.enterBlock(element);
    return this.enterInline(element);
  }

  private enterInline(element: PageElement): boolean {
    const { name } = element;
    const mark = MARKS[name];
    if (mark !== undefined) {
      const before = this.marks;
      if (!before.includes(mark)) this.marks = [...before, mark];
      this.after(element, () => {
        this.marks = before;
      });
    } else if (name === 'a') {
      const before = this.href;
      this.href = this.resolve(element.attribute('href')) ?? before;
      if (element.prev instanceof PageElement && element.prev.name === 'a') this.run.addGap();
      this.after(element, () => {
        this.href = before;
      });
    } else if (name === 'br') this.lineBreak(element);
    else if (name === 'img') this.image(element);
    else if (name === 'math') return this.formula(element);
    else if (name.includes('-') || name === 'label') this.run.addGap();
    return true;
  }

  private enterBlock(element: PageElement): boolean {
    const { name } = element;
    if (this.row) {
      if (name === 'td' || name === 'th') this.startCell(element);
      else this.run.addGap();
      return true;
    }
    this.flush();
    if ((element.tag & TAG.control) !== 0) return this.setAside(element);
    const outer = this.container;
    this.container = element;
    this.after(element, () => {
      this.flush();
      this.container = outer;
    });
    this.starters[name]?.(element);
    return true;
  }

  /** What the start of an element changes for the text inside. */
  private readonly starters: Readonly<Record<string, (element: PageElement) => void>> = {
    ...Object.fromEntries(
      [1, 2, 3, 4, 5, 6].map((level) => [
        `h${level}`,
        (element: PageElement) => this.within(element, 'level', level),
      ]),
    ),
    blockquote: (element) => this.within(element, 'quoted', this.quoted + 1),
    ul: (element) => this.startList(element),
    ol: (element) => this.startList(element),
    menu: (element) => this.startList(element),
    li: (element) => this.startItem(element),
    pre: (element) => this.startPre(element),
    xmp: (element) => this.startPre(element),
    listing: (element) => this.startPre(element),
    table: (element) => this.startTable(element),
    tr: (element) => {
      if (this.table > 0) this.startRow(element);
    },
    hr: (element) => this.emit('rule', [[]], element),
  };

  private leave(element: PageElement): void {
    if (this.row && (element.tag & TAG.block) !== 0) this.run.addGap();
    let last = this.undo.at(-1);
    while (last?.element === element) {
      this.undo.pop();
      last.restore();
      last = this.undo.at(-1);
    }
  }

  private after(element: PageElement, restore: () => void): void {
    this.undo.push({ element, restore });
  }

  private within(element: PageElement, key: 'level' | 'quoted', value: number): void {
    const before = this[key];
    this[key] = value;
    this.after(element, () => {
      this.flush();
      this[key] = before;
    });
  }

  private startList(element: PageElement): void {
    const before = this.lists;
    const start = Number.parseInt(element.attribute('start') ?? '', 10);
    const group = before[0]?.group ?? ++this.group;
    const step = element.attribute('reversed') === undefined ? 1 : -1;
    const first = Number.isNaN(start) ? (step === 1 ? 1 : countItems(element)) : start;
    this.lists = [...before, { ordered: element.name === 'ol', next: first, step, group }];
    this.after(element, () => {
      this.flush();
      this.lists = before;
    });
  }

  private startItem(element: PageElement): void {
    const before = this.item;
    const list = this.lists.at(-1);
    const value = Number.parseInt(element.attribute('value') ?? '', 10);
    if (list && !Number.isNaN(value)) list.next = value;
    this.item = { ordinal: list?.ordered ? list.next : null };
    if (list) list.next += list.step;
    this.after(element, () => {
      this.flush();
      this.item = before;
    });
  }

  private startPre(element: PageElement): void {
    const before = this.pre;
    this.pre = { code: isCode(element), language: codeLanguage(element) };
    this.after(element, () => {
      this.flush();
      this.pre = before;
    });
  }

  private startTable(element: PageElement): void {
    const before = this.table;
    this.table = isDataTable(element, this.sums) ? ++this.group : 0;
    this.after(element, () => {
      this.flush();
      this.table = before;
    });
  }

  private startRow(element: PageElement): void {
    const row: Row = { element, cells: [], headers: 0 };
    this.row = row;
    this.after(element, () => {
      this.row = null;
      this.flush(); // what stood in the row outside any cell
      if (row.cells.some((cell) => cell.length > 0)) {
        this.emit('table-row', row.cells, element, row.headers === row.cells.length);
      }
    });
  }

  private startCell(element: PageElement): void {
    const row = this.row;
    if (!row) return;
    if (element.name === 'th') row.headers += 1;
    this.after(element, () => {
      row.cells.push(this.run.take());
    });
  }

  private lineBreak(element: PageElement): void {
    if (this.pre) this.run.addVerbatim('\n', element);
    else if (this.row) this.run.addGap();
    else if (this.run.endsWithBreak()) this.flush();
    else {
      const long = this.run.length >= PARAGRAPH_LINE;
      const keeps = this.container !== null && KEEPS_LINES.has(this.container.name);
      if (!keeps || (long && this.run.endsWith(SENTENCE_END))) this.flush();
      else this.run.addBreak();
    }
  }

  private image(element: PageElement): void {
    const src = this.resolve(imageSource(element));
    if (src === null) return;
    this.run.addImage(src, element.attribute('alt')?.trim() ?? '', element, this.href);
  }

  private formula(element: PageElement): boolean {
    if (this.inFormula) return true;
    const source = formulaSource(element);
    if (source === null) {
      this.inFormula = true;
      this.after(element, () => {
        this.inFormula = false;
      });
      return true;
    }
    this.run.addText(`$${source}$`, element, this.marks, null);
    return false;
  }

  private formulaScript(element: PageElement): boolean {
    if (element.attribute('type')?.startsWith('math/tex')) {
      this.run.addText(`$${subtreeText(element)}$`, element, this.marks, null);
    }
    return false;
  }

  /** Text that is there but not to be read in the flow: its own block, without its children. */
  private setAside(element: PageElement): boolean {
    const text = subtreeText(element);
    if (text !== '') this.emit('paragraph', [[{ text, marks: [] }]], element);
    return false;
  }

  private flush(): void {
    if (this.run.isEmpty || this.row) return;
    const element = this.run.parent ?? this.container;
    const spans = this.run.take();
    if (spans.length === 0 || !element) return;
    if (this.pre) this.emit(this.pre.code ? 'code' : 'paragraph', [spans], element);
    else if (spans.every((span) => span.image || span.text.trim() === '')) {
      this.emit('image', [spans.filter((span) => span.image)], element);
    } else this.emit(this.flowKind(), [spans], element);
  }

  private flowKind(): BlockKind {
    if (this.level > 0) return 'heading';
    if (this.item) return 'list-item';
    return this.quoted > 0 ? 'quote' : 'paragraph';
  }

  private emit(kind: BlockKind, cells: Span[][], element: PageElement, header = false): void {
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
}

function countItems(list: PageElement): number {
  return list.children.filter((child) => child instanceof PageElement && child.name === 'li')
    .length;
}
