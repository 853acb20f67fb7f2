import type { Block } from '../block.ts';

/** Extracted text as blocks: one a line, `where` is line:N (from 1). */
export function textBlocks(text: string): Block[] {
  return text.split('\n').map((line, index) => ({
    kind: 'paragraph',
    level: 0,
    ordinal: null,
    cells: [[{ text: line, marks: [] }]],
    language: null,
    quoted: 0,
    group: 0,
    header: false,
    where: `line:${index + 1}`,
    element: null,
  }));
}
