import type { Block } from '../block.ts';
import { cellMarkdown } from './inline-markdown.ts';

/** GFM lets a row end early: the rows of a ragged table with more places than this are not filled up. */
const MAX_FILLED = 1_000_000;

/** The rows of one table as a GFM table; a table without a header row gets an empty one, as GFM demands one. */
export function tableMarkdown(rows: readonly Block[]): string[] {
  const cells = rows.map((row) => row.cells.map(cellMarkdown));
  const width = cells.reduce((most, row) => Math.max(most, row.length), 0);
  if (width === 0 || cells.every((row) => row.every((cell) => cell === ''))) return [];
  const filled = width * cells.length > MAX_FILLED ? 0 : width;
  const line = (row: readonly string[]): string =>
    `| ${Array.from({ length: Math.max(row.length, filled) }, (_, index) => row[index] ?? '').join(' | ')} |`;
  const body = cells.map(line);
  const rule = `| ${Array.from({ length: width }, () => '---').join(' | ')} |`;
  return rows[0]?.header
    ? [body[0] ?? '', rule, ...body.slice(1)]
    : [line(Array.from({ length: width }, () => '')), rule, ...body];
}
