import type { Block, Span } from '../block.ts';
import { urlResolver } from '../dom/resolve-url.ts';
import { latinPairs } from '../repairs/mojibake.ts';
import { inlineLinks } from './inline-links.ts';
import { isMarkdown } from './is-markdown.ts';
import { seam } from './line-seam.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import { markdownLine } from './markdown-line.ts';
import type { RawLine } from './raw-line.ts';
import { splitRun } from './split-run.ts';
import { unwrapLines } from './unwrap-lines.ts';

const LINE_END = /\r\n|[\n\r\u0085\u2028\u2029\f\v]/u;
const NOT_TEXT = /(?!\t)\p{Cc}|\uFEFF/gu;
/** Bytes of UTF-8 that were read as windows-1252: the repair needs them. */
const NOT_TEXT_BUT_BYTES = /(?![\t\u0080-\u009f])\p{Cc}|\uFEFF/gu;

/** How a text is read. */
export interface TextFormat {
  /** It was declared to be Markdown; other texts are read as Markdown if they show that they are. */
  readonly isMarkdown?: boolean;
  /** Address of the page it was taken from: what its links are relative to. */
  readonly url?: string | null;
}

/**
 * Extracted text as blocks: one a paragraph, which is a line that is not blank or the lines that a width cut it
 * into; `where` is line:N (from 1) of the first. Any line ends; NULs, byte order marks and controls are dropped;
 * indentation is layout and goes. Of Markdown the blocks are what its marks say.
 */
export function textBlocks(text: string, format: TextFormat = {}): Block[] {
  const lines = text.split(LINE_END).map(readable);
  if (format.isMarkdown || isMarkdown(lines)) {
    return markdownBlocks(
      lines.map((line, index) => markdownLine(line, index + 1)),
      urlResolver(format.url ?? null),
    );
  }
  return unwrapLines(rawLines(lines)).map(paragraphBlock);
}

function readable(raw: string): string {
  return raw.replace(latinPairs(raw) > 0 ? NOT_TEXT_BUT_BYTES : NOT_TEXT, '');
}

function rawLines(lines: readonly string[]): RawLine[] {
  const found: RawLine[] = [];
  for (const [index, whole] of lines.entries()) {
    const line = whole.trimEnd();
    const text = line.trimStart();
    if (text === '') continue;
    const indent = line.length - text.length;
    for (const [part, piece] of splitRun(text).entries()) {
      found.push({ number: index + 1, part, text: piece, indent: part === 0 ? indent : 0 });
    }
  }
  return found;
}

function paragraphBlock(lines: readonly RawLine[]): Block {
  const { number = 1, part = 0, indent = 0 } = lines[0] ?? {};
  let text = '';
  let before: RawLine | undefined;
  for (const line of lines) {
    // The line before, not all of the text: a search for its end would begin at its start.
    text += (before ? seam(before.text, line.text) : '') + line.text;
    before = line;
  }
  return textBlock(inlineLinks(text), part === 0 ? `${number}` : `${number}.${part}`, indent);
}

function textBlock(spans: readonly Span[], line: string, indent: number): Block {
  return {
    kind: 'paragraph',
    level: 0,
    ordinal: null,
    cells: [spans],
    language: null,
    quoted: 0,
    group: 0,
    header: false,
    where: `line:${line}`,
    indent,
    element: null,
  };
}
