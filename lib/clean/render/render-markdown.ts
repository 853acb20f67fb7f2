import type { Block, BlockKind } from '../block.ts';
import { escapeLineStart } from './escape-markdown.ts';
import { inlineMarkdown } from './inline-markdown.ts';
import { listMarkdown } from './list-markdown.ts';
import { longestMatch } from './longest-match.ts';
import { printable } from './printable.ts';
import { tableMarkdown } from './table-markdown.ts';

const LANGUAGE = /^[\w+#.-]{1,30}$/;
const FENCES = /`{3,}/g;
const FINAL_HASH = /#$/;
/** Deeper quotations than this are an accident of markup. */
const MAX_QUOTES = 6;
const GROUPED: ReadonlySet<BlockKind> = new Set(['list-item', 'table-row']);
const STANZAS: ReadonlySet<BlockKind> = new Set(['paragraph', 'quote']);

/**
 * The document as Markdown (CommonMark with GFM tables and strikethrough): headings, nested lists with their numbers,
 * tables, fenced code, quotations, links, images. Safe to show: every character of the text is escaped where it could be
 * syntax, no raw HTML, no address but http(s) and mailto, no control or bidirectional characters.
 */
export function renderMarkdown(blocks: readonly Block[]): string {
  const parts: { lines: string[]; quoted: number }[] = [];
  let alternate = false;
  let lastKind: BlockKind | null = null;
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at];
    if (!block) break;
    const end = groupEnd(blocks, at, block);
    const group = blocks.slice(at, end);
    at = end;
    alternate = block.kind === 'list-item' && lastKind === 'list-item' ? !alternate : false;
    const lines = linesOf(block, group, alternate);
    if (lines.length === 0) continue;
    lastKind = block.kind;
    parts.push({ lines, quoted: quoteDepth(block) });
  }
  return joined(parts);
}

function quoteDepth(block: Block): number {
  return Math.max(block.kind === 'quote' ? 1 : 0, Math.min(MAX_QUOTES, block.quoted));
}

/** Items of one list, rows of one table and lines of one stanza belong together; all other blocks stand alone. */
function groupEnd(blocks: readonly Block[], from: number, first: Block): number {
  let end = from + 1;
  if (!GROUPED.has(first.kind) && !(STANZAS.has(first.kind) && first.group > 0)) return end;
  for (let next = blocks[end]; next; next = blocks[end]) {
    const same = next.kind === first.kind && next.group === first.group;
    if (!same || next.quoted !== first.quoted) break;
    end += 1;
  }
  return end;
}

function linesOf(block: Block, group: readonly Block[], alternate: boolean): string[] {
  switch (block.kind) {
    case 'list-item':
      return listMarkdown(group, alternate);
    case 'table-row':
      return tableMarkdown(group);
    case 'code':
      return codeLines(block);
    case 'heading':
      return headingLines(block);
    case 'rule':
      return ['---'];
    case 'image':
    case 'paragraph':
    case 'quote':
      return paragraphLines(group);
  }
}

function paragraphLines(group: readonly Block[]): string[] {
  const lines = group
    .flatMap(({ cells }) => inlineMarkdown(cells[0] ?? [], 'keep').split('\n'))
    .filter((line) => line !== '');
  return lines.map(
    (line, index) => `${escapeLineStart(line)}${index < lines.length - 1 ? '\\' : ''}`,
  );
}

function headingLines(block: Block): string[] {
  const text = inlineMarkdown(block.cells[0] ?? [], 'fold');
  const level = Math.max(1, Math.min(6, block.level));
  return text === '' ? [] : [`${'#'.repeat(level)} ${text.replace(FINAL_HASH, '\\#')}`];
}

/** A fence longer than any run of backticks inside; the language only if it is a word. */
function codeLines(block: Block): string[] {
  const text = printable((block.cells[0] ?? []).map((span) => span.text).join(''));
  if (text.trim() === '') return [];
  const longest = Math.max(2, longestMatch(text, FENCES));
  const fence = '`'.repeat(longest + 1);
  const language = block.language && LANGUAGE.test(block.language) ? block.language : '';
  const lines = text.split('\n').map((line) => line.trimEnd());
  while (lines[0] === '') lines.shift();
  while (lines.at(-1) === '') lines.pop();
  return [`${fence}${language}`, ...lines, fence];
}

/** Parts separated by an empty line, each line of a quotation with its marks. */
function joined(parts: readonly { lines: string[]; quoted: number }[]): string {
  const out: string[] = [];
  parts.forEach(({ lines, quoted }, index) => {
    const previous = parts[index - 1];
    if (previous) out.push('>'.repeat(Math.min(quoted, previous.quoted)));
    const prefix = '> '.repeat(quoted);
    for (const line of lines) out.push((prefix + line).trimEnd());
  });
  return out.join('\n');
}
