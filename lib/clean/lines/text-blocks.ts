import type { Block, Span } from '../block.ts';

const LINE_END = /\r\n|[\n\r\u0085\u2028\u2029\f\v]/u;
const NOT_TEXT = /(?!\t)\p{Cc}|\uFEFF/gu;

/**
 * Extracted text as blocks: one a line that is not blank, `where` is line:N (from 1).
 * Any line ends; NULs, byte order marks and controls are dropped; indentation is layout and goes.
 */
export function textBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  for (const [index, raw] of text.split(LINE_END).entries()) {
    const line = raw.replace(NOT_TEXT, '').trimEnd();
    const text = line.trimStart();
    const indent = line.length - text.length;
    if (text !== '') blocks.push(textBlock([{ text, marks: [] }], index + 1, indent));
  }
  return blocks;
}

function textBlock(spans: readonly Span[], line: number, indent: number): Block {
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
