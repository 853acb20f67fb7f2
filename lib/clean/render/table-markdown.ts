import type { Block } from '../block.ts';
import { cellMarkdown } from './inline-markdown.ts';

/** The rows of one table as a GFM table; a table without a header row gets an empty one, as GFM demands one. */
export function tableMarkdown(rows: readonly Block[]): string[] {
  const cells = rows.map((row) => row.cells.map(cellMarkdown));
  const width = Math.max(0, ...cells.map((row) => row.length));
  if (width === 0 || cells.every((row) => row.every((cell) => cell === ''))) return [];
  const line = (row: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, index) => row[index] ?? '').join(' | ')} |`;
  const body = cells.map(line);
  const rule = `| ${Array.from({ length: width }, () => '---').join(' | ')} |`;
  return rows[0]?.header ? [body[0] ?? '', rule, ...body.slice(1)] : [line([]), rule, ...body];
}
