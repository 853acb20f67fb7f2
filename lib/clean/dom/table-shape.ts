import type { AnyNode } from 'domhandler';
import { PageElement } from './page-element.ts';
import type { PageSums } from './page-sums.ts';
import { TAG } from './tag-sets.ts';

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
export function isDataTable(table: PageElement, { text }: PageSums): boolean {
  const role = table.attribute('role');
  if (role === 'presentation' || role === 'none') return false;
  const shape = shapeOf(table);
  if (!shape) return false;
  const { blocks, rows, cells, headerCells } = shape;
  if (rows === 0 || cells < 2) return false;
  const inner = blocks - rows - cells;
  const columns = cells / rows;
  if (columns <= 1.05 && headerCells === 0) return false;
  if (inner > cells * 1.6 + 8 || isPost(shape)) return false;
  const perCell = (text[table.index] ?? 0) / cells;
  if (perCell > MAX_CELL_TEXT) return false;
  return rows >= 2 || headerCells > 0 || (columns >= 2 && perCell < 40);
}

/** What is inside a table, silent elements left out. */
interface TableShape {
  blocks: number;
  rows: number;
  cells: number;
  headerCells: number;
  /** Line breaks, and boxes right inside boxes. */
  breaks: number;
  nested: number;
  /** Boxes right inside cells. */
  boxes: number;
}

/**
 * Counts what is inside; null as soon as another table is: that one is read from where this walk ends, so all tables
 * of a page together are read in linear time.
 */
function shapeOf(table: PageElement): TableShape | null {
  const shape = { blocks: 0, rows: 0, cells: 0, headerCells: 0, breaks: 0, nested: 0, boxes: 0 };
  let node: AnyNode | null = table.children[0] ?? null;
  while (node && node !== table) {
    let inner: AnyNode | undefined;
    if (node instanceof PageElement && (node.tag & TAG.silent) === 0) {
      if (node.name === 'table') return null;
      count(node, shape);
      inner = node.children[0];
    }
    node = inner ?? following(node, table);
  }
  return shape;
}

/** The next node that is not inside `node`; `top` if there is none in it. */
function following(node: AnyNode, top: PageElement): AnyNode | null {
  let at: AnyNode | null = node;
  while (at && at !== top && !at.next) at = at.parent;
  return at === top ? top : (at?.next ?? null);
}

function count({ name, tag, parent }: PageElement, shape: TableShape): void {
  if ((tag & TAG.block) !== 0) shape.blocks += 1;
  if (name === 'tr') shape.rows += 1;
  else if (name === 'td') shape.cells += 1;
  else if (name === 'th') {
    shape.cells += 1;
    shape.headerCells += 1;
  } else if (name === 'br') shape.breaks += 1;
  else if (name === 'div' && parent instanceof PageElement) {
    if (parent.name === 'div') shape.nested += 1;
    else if (parent.name === 'td' || parent.name === 'th') shape.boxes += 1;
  }
}

/**
 * A few cells with boxes inside boxes and lines of text: a card beside a text, not values. Boards make header cells of
 * the writer beside the only row, or of all there is; those of data stand above
 * other rows, and their cells hold lines, not boxes.
 */
function isPost({ rows, cells, headerCells, nested, breaks, boxes }: TableShape): boolean {
  const isHead = headerCells > 0 && (boxes < 2 || (rows > 1 && headerCells < cells));
  if (rows > POST_ROWS || cells > POST_CELLS || isHead) return false;
  return nested > 0 || breaks >= POST_BREAKS;
}
