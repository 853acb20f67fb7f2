import { type Block, type BlockKind, blockText, type Span } from '../block.ts';
import type { MarkdownLine } from './markdown-line.ts';
import { logoName } from './markdown-logo.ts';
import { type Paragraph, paragraphRows, type Row, wrapWidth } from './markdown-paragraphs.ts';
import { type Draft, markdownDrafts } from './markdown-reader.ts';
import { type LinkContext, markdownSpans } from './markdown-spans.ts';
import { rowCells } from './markdown-table.ts';

/**
 * The blocks of a text that is Markdown, as a page gives them: headings with their levels, items without their marks,
 * rows with their cells, spans with their links. Numbers of items are text. `where` is line:N of the first line; the
 * lines of a stanza are blocks of one group, so that each is judged by itself.
 */
export function markdownBlocks(
  lines: readonly MarkdownLine[],
  resolve: LinkContext['resolve'],
): Block[] {
  const { drafts, references, groups } = markdownDrafts(lines);
  const width = wrapWidth(paragraphsOf(drafts));
  const context = { references, resolve };
  let group = groups;
  return drafts.flatMap((draft, place) => {
    if (draft.kind === 'table-row') return [tableRow(draft, context)].filter(saysSomething);
    if (draft.kind === 'code' || draft.kind === 'rule') return [verbatim(draft)];
    const rows = paragraphRows(draft.lines, width);
    const logo = place < MASTHEAD ? logoName(rows[0]?.text ?? '') : null;
    if (logo !== null) return [block(draft, rows[0]?.number ?? 1, [[{ text: logo, marks: [] }]])];
    if (rows.length > 1) group += 1;
    return flowBlocks(draft, rows, context, group);
  });
}

/** An item and a heading are one block, a paragraph one for each of its rows. */
function flowBlocks(
  draft: Draft,
  rows: readonly Row[],
  context: LinkContext,
  group: number,
): Block[] {
  if (draft.kind === 'list-item' || draft.kind === 'heading') {
    return [flowBlock(draft, oneRow(rows), context)].filter(saysSomething);
  }
  return rows
    .map((row, at) => {
      const isStanza = (row.breaks && at + 1 < rows.length) || rows[at - 1]?.breaks === true;
      return flowBlock({ ...draft, group: isStanza ? group : 0 }, row, context);
    })
    .filter(saysSomething);
}

/** Blocks a logo may stand among. */
const MASTHEAD = 3;

function* paragraphsOf(drafts: readonly Draft[]): Iterable<Paragraph> {
  for (const { kind, lines } of drafts) if (!VERBATIM.has(kind)) yield lines;
}

const VERBATIM: ReadonlySet<BlockKind> = new Set(['code', 'rule', 'table-row']);

function saysSomething(block: Block): boolean {
  return block.kind === 'image' || blockText(block).trim() !== '';
}

/** Lines of an item stay in it. */
function oneRow(rows: readonly Row[]): Row {
  const [first] = rows;
  return {
    number: first?.number ?? 1,
    text: rows.map(({ text }) => text).join('\n'),
    breaks: false,
  };
}

function flowBlock(draft: Draft, row: Row, context: LinkContext): Block {
  const spans = markdownSpans(row.text, context);
  const isImage = spans.length > 0 && spans.every(({ text, image }) => image || text.trim() === '');
  const images = isImage ? spans.filter(({ image }) => image) : [];
  if (images.length > 0) return block({ ...draft, kind: 'image' }, row.number, [images]);
  return block(draft, row.number, [spans]);
}

function tableRow(draft: Draft, context: LinkContext): Block {
  const [line] = draft.lines;
  const cells = rowCells(line?.text ?? '').map((cell) =>
    markdownSpans(cell, context).map(unbroken),
  );
  return block(draft, line?.number ?? 1, cells);
}

/** A row is one line. */
function unbroken(span: Span): Span {
  return span.text.includes('\n') ? { ...span, text: span.text.replaceAll('\n', ' ') } : span;
}

/** A line across keeps its marks: lines are judged by them, and no rendering says them. */
function verbatim(draft: Draft): Block {
  const text = draft.lines.map((line) => (draft.kind === 'code' ? line.raw : line.text)).join('\n');
  return block(draft, draft.lines[0]?.number ?? 1, [[{ text, marks: [] }]]);
}

function block(draft: Draft, number: number, cells: readonly (readonly Span[])[]): Block {
  const { kind, level, quoted, group, header, language } = draft;
  return {
    kind,
    level,
    ordinal: null,
    cells,
    language,
    quoted,
    group,
    header,
    where: `line:${number}`,
    indent: 0,
    element: null,
  };
}
