import type { Block } from '../block.ts';
import { escapeLineStart } from './escape-markdown.ts';
import { inlineMarkdown } from './inline-markdown.ts';

/** CommonMark reads at most nine digits as a list number. */
const MAX_ORDINAL = 999_999_999;

/**
 * The items of one list as Markdown lines, nested by level, numbers as the browser shows them. `alternate` takes the
 * other bullet and delimiter, so that a list right after another one does not continue it.
 */
export function listMarkdown(items: readonly Block[], alternate: boolean): string[] {
  const lines: string[] = [];
  const indents: number[] = [];
  for (const item of items) {
    const [first, ...rest] = inlineMarkdown(item.cells[0] ?? [], 'keep').split('\n');
    if (!first) continue;
    const before = indents.length;
    const depth = Math.min(Math.max(0, item.level), indents.length);
    indents.length = depth;
    // A list that does not start at 1 cannot interrupt the paragraph of the item it is in (CommonMark 5.3).
    if (depth === before && depth > 0 && item.ordinal !== null && item.ordinal !== 1)
      lines.push('');
    const margin = ' '.repeat(indents.reduce((sum, width) => sum + width, 0));
    const marker = markerOf(item.ordinal, alternate);
    indents.push(marker.length);
    const inner = margin + ' '.repeat(marker.length);
    lines.push(`${margin}${marker}${escapeLineStart(first)}${rest.length > 0 ? '\\' : ''}`);
    rest.forEach((line, index) => {
      lines.push(`${inner}${escapeLineStart(line)}${index < rest.length - 1 ? '\\' : ''}`);
    });
  }
  return lines;
}

function markerOf(ordinal: number | null, alternate: boolean): string {
  if (ordinal === null) return alternate ? '* ' : '- ';
  const number = Number.isInteger(ordinal) && ordinal >= 0 && ordinal <= MAX_ORDINAL ? ordinal : 1;
  return `${number}${alternate ? ')' : '.'} `;
}
