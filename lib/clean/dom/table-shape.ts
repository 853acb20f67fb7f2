import type { PageElement } from './page-element.ts';
import type { PageSums } from './page-sums.ts';

/** Mean characters a cell from which cells are columns of a layout, not values. */
const MAX_CELL_TEXT = 300;
/** Rows and cells of the table a forum makes of a post: its writer, its text, a row of buttons. */
const POST_ROWS = 3;
const POST_CELLS = 5;
/** So many line breaks in so few cells are of running text. */
const POST_BREAKS = 6;

/**
 * Whether a table shows data, so that its rows are rows of the document. A layout table is only
 * scaffolding: its cells are read like any other boxes.
 */
export function isDataTable(table: PageElement, sums: PageSums): boolean {
  const index = table.index;
  const at = (array: Int32Array): number => array[index] ?? 0;
  const rows = at(sums.rows);
  const cells = at(sums.cells);
  const role = table.attribute('role');
  if (role === 'presentation' || role === 'none') return false;
  if (at(sums.tables) > 0 || rows === 0 || cells < 2) return false;
  const inner = at(sums.blocks) - rows - cells;
  const columns = cells / rows;
  if (columns <= 1.05 && at(sums.headerCells) === 0) return false;
  if (inner > cells * 1.6 + 8 || isPost(index, sums)) return false;
  const perCell = at(sums.text) / cells;
  if (perCell > MAX_CELL_TEXT) return false;
  return rows >= 2 || at(sums.headerCells) > 0 || (columns >= 2 && perCell < 40);
}

/** A few cells with boxes inside boxes and lines of text: a card beside a text, not values. */
function isPost(index: number, sums: PageSums): boolean {
  const at = (array: Int32Array): number => array[index] ?? 0;
  if (at(sums.rows) > POST_ROWS || at(sums.cells) > POST_CELLS || at(sums.headerCells) > 0) {
    return false;
  }
  return at(sums.nested) > 0 || at(sums.breaks) >= POST_BREAKS;
}
