import type { RemovalReason } from '#lib/model/removal.ts';
import { type PageElement, parentElement } from '../dom/page-element.ts';
import type { PageFeatures } from './page-features.ts';

/** Rows below it that are the document's. */
const LEAST_ROWS = 2;

/**
 * Keeps the first row of a table whose other rows are kept: 日期 上午 下午 says what the columns are, though it reads
 * like a menu. It has as many cells as the row below it.
 */
export function keepHeadRows(
  { blocks, owners }: PageFeatures,
  chosen: readonly boolean[],
  fixed: readonly (RemovalReason | null)[],
): boolean[] {
  const tables = blocks.map(({ kind }, index) =>
    kind === 'table-row' ? tableOf(owners[index] ?? null) : null,
  );
  const isHead = (index: number): boolean => {
    const table = tables[index];
    if (!table || tables[index - 1] === table || fixed[index]) return false;
    const rows = Array.from({ length: LEAST_ROWS }, (_, offset) => index + 1 + offset);
    const cells = blocks[index]?.cells.length ?? 0;
    if (cells < 2 || blocks[index + 1]?.cells.length !== cells) return false;
    return rows.every((row) => tables[row] === table && chosen[row] === true);
  };
  return chosen.map((isChosen, index) => isChosen || isHead(index));
}

function tableOf(owner: PageElement | null): PageElement | null {
  let element = owner;
  while (element && element.name !== 'table') element = parentElement(element);
  return element;
}
