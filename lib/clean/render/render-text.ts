import type { Block } from '../block.ts';
import { foldWhite } from '../white-space.ts';
import { printable } from './printable.ts';

/** Blanks of a line that are not one blank already. */
const BLANKS = / [^\S\n\t]+|[^\S\n\t ][^\S\n\t]*/gu;
const AROUND_TAB = / ?\t ?/gu;

/**
 * The document as plain text, one line each for a paragraph, a line the page broke, a list item (without
 * bullet or automatic number), a line of code, a table row (cells joined by tabs). No empty lines, no white
 * space at either end of a line, so that the text read again gives the same text. Images and rules are silent.
 */
export function renderText(blocks: readonly Block[]): string {
  const lines: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'table-row') push(lines, rowText(block));
    else if (block.kind !== 'rule') {
      for (const line of cellText(block, 0).split('\n')) {
        const folded = line.replace(BLANKS, ' ');
        push(lines, folded.includes('\t') ? folded.replace(AROUND_TAB, '\t') : folded);
      }
    }
  }
  return lines.join('\n');
}

function push(lines: string[], line: string): void {
  const text = line.trim();
  if (text !== '') lines.push(text);
}

function rowText(block: Block): string {
  return block.cells.map((_, index) => foldWhite(cellText(block, index)).trim()).join('\t');
}

function cellText(block: Block, index: number): string {
  return printable((block.cells[index] ?? []).map((span) => span.text).join(''));
}
