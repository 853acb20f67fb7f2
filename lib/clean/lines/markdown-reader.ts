import type { BlockKind } from '../block.ts';
import { linkDefinition } from './markdown-address.ts';
import { CodeReader } from './markdown-code.ts';
import { atxHeading, isRule, listMark, type MarkdownLine } from './markdown-line.ts';
import { isDelimiterRow, rowCells } from './markdown-table.ts';
import { ENDED } from './raw-line.ts';

/** A block whose text is not read yet: the addresses of its links may stand below it. */
export interface Draft {
  readonly kind: BlockKind;
  /** Of a heading or an item, else 0. */
  readonly level: number;
  readonly quoted: number;
  readonly group: number;
  readonly header: boolean;
  readonly language: string | null;
  readonly lines: readonly MarkdownLine[];
}

export interface Drafts {
  readonly drafts: readonly Draft[];
  /** Addresses of links by their names. */
  readonly references: ReadonlyMap<string, string>;
  /** Groups that are taken. */
  readonly groups: number;
}

/** The blocks of a text that is Markdown, in one pass over its lines. */
export function markdownDrafts(lines: readonly MarkdownLine[]): Drafts {
  return new MarkdownReader(lines).read();
}

/** So far an item stands to the right of the one it is in. */
const NESTED = 2;
const LONGEST_UNDERLINED = 80;
const UNDERLINE = /^(?:=+|-{2,})$/u;

class MarkdownReader {
  private readonly drafts: Draft[] = [];
  private readonly references = new Map<string, string>();
  private readonly lines: readonly MarkdownLine[];
  private readonly blocksOfCode: CodeReader;
  private group = 0;
  /** Columns of the marks of the items the line stands in, outermost first. */
  private items: number[] = [];
  private list = 0;
  private open: { kind: BlockKind; level: number; group: number; lines: MarkdownLine[] } | null =
    null;

  constructor(lines: readonly MarkdownLine[]) {
    this.lines = lines;
    this.blocksOfCode = new CodeReader(lines);
  }

  read(): Drafts {
    for (let at = 0; at < this.lines.length; ) at = this.block(at);
    this.flush();
    return { drafts: this.drafts, references: this.references, groups: this.group };
  }

  /** Reads what begins at a line; answers the line behind it. */
  private block(at: number): number {
    const line = this.lines[at];
    if (!line || line.text === '') {
      this.flush();
      return at + 1;
    }
    const quoted = this.open?.lines[0]?.quoted ?? line.quoted;
    if (quoted !== line.quoted) this.flush();
    return this.code(line, at) ?? this.table(line, at) ?? this.line(line, at);
  }

  private code(line: MarkdownLine, at: number): number | null {
    const fenced = this.blocksOfCode.fenced(at);
    if (fenced) {
      this.leaveItems(line.indent);
      this.add('code', fenced.lines, { language: fenced.language });
      return fenced.to;
    }
    if (this.open || this.items.length > 0) return null;
    const indented = this.blocksOfCode.indented(at);
    if (!indented) return null;
    this.add('code', indented.lines);
    return indented.to;
  }

  private table(line: MarkdownLine, at: number): number | null {
    if (!line.text.includes('|')) return null;
    const isFirst = isDelimiterRow(line.text);
    const below = isFirst ? line : this.lines[at + 1];
    if (!below || below.quoted !== line.quoted || !isDelimiterRow(below.text)) return null;
    if (rowCells(below.text).length < rowCells(line.text).length) return null;
    if (isFirst && !this.lines[at + 1]?.text.includes('|')) return null;
    this.leaveItems(line.indent);
    this.group += 1;
    if (!isFirst) this.add('table-row', [line], { group: this.group, header: true });
    let next = isFirst ? at + 1 : at + 2;
    for (; ; next += 1) {
      const row = this.lines[next];
      if (!row?.text.includes('|') || row.quoted !== line.quoted) return next;
      if (!isDelimiterRow(row.text)) this.add('table-row', [row], { group: this.group });
    }
  }

  private line(line: MarkdownLine, at: number): number {
    if (this.underlines(line)) return at + 1;
    const heading = atxHeading(line.text);
    const definition = heading || this.open ? null : linkDefinition(line.text);
    if (heading) {
      this.leaveItems(line.indent);
      this.add('heading', [{ ...line, text: heading.text, breaks: false }], {
        level: heading.level,
      });
    } else if (isRule(line.text)) {
      this.leaveItems(0);
      this.add('rule', [line]);
    } else if (definition) this.references.set(definition.name, definition.href);
    else if (!this.item(line)) this.paragraph(line);
    return at + 1;
  }

  /** A line of = or - below a short one makes a heading of it. */
  private underlines({ text }: MarkdownLine): boolean {
    const [title, more] = this.open?.lines ?? [];
    if (!title || more || this.open?.kind === 'list-item' || !UNDERLINE.test(text)) return false;
    const isSure = text.startsWith('=');
    if (title.text.length > LONGEST_UNDERLINED || (!isSure && ENDED.test(title.text))) return false;
    this.open = null;
    this.add('heading', [{ ...title, breaks: false }], { level: isSure ? 1 : 2 });
    return true;
  }

  private item(line: MarkdownLine): boolean {
    const mark = listMark(line);
    if (!mark) return false;
    this.flush();
    while ((this.items.at(-1) ?? -NESTED) > line.indent - NESTED) this.items.pop();
    if (this.items.length === 0 && this.drafts.at(-1)?.group !== this.list) this.list = 0;
    if (this.list === 0) this.list = ++this.group;
    const level = this.items.length;
    this.items.push(line.indent);
    const text = { ...line, text: mark.text };
    const heading = mark.bullet ? atxHeading(mark.text) : null;
    if (heading) this.add('heading', [{ ...text, text: heading.text }], { level: heading.level });
    else if (mark.bullet) this.open = { kind: 'list-item', level, group: this.list, lines: [text] };
    else this.open = { kind: this.flowKind(line), level: 0, group: 0, lines: [text] };
    return true;
  }

  private paragraph(line: MarkdownLine): void {
    if (this.open) {
      this.open.lines.push(line);
      return;
    }
    this.leaveItems(line.indent);
    this.open = { kind: this.flowKind(line), level: 0, group: 0, lines: [line] };
  }

  private flowKind({ quoted }: MarkdownLine): BlockKind {
    return quoted > 0 ? 'quote' : 'paragraph';
  }

  /** What stands not to the right of an item's mark is no longer in it. */
  private leaveItems(indent: number): void {
    this.flush();
    while ((this.items.at(-1) ?? -1) >= indent) this.items.pop();
    if (this.items.length === 0) this.list = 0;
  }

  private flush(): void {
    const { open } = this;
    this.open = null;
    if (open) this.add(open.kind, open.lines, open);
  }

  private add(
    kind: BlockKind,
    lines: readonly MarkdownLine[],
    own: Partial<Pick<Draft, 'level' | 'group' | 'header' | 'language'>> = {},
  ): void {
    const { level = 0, group = 0, header = false, language = null } = own;
    const quoted = lines[0]?.quoted ?? 0;
    this.drafts.push({ kind, level, quoted, group, header, language, lines });
  }
}
