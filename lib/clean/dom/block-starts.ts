import { PageElement } from './page-element.ts';
import { codeLanguage, isCode } from './preformatted.ts';
import type { ReadingState, Row } from './reading-state.ts';
import { isDataTable } from './table-shape.ts';

/** What the start of a block element changes for the text inside: headings, lists, tables and the like. */
export function startBlock(state: ReadingState, element: PageElement): void {
  STARTERS[element.name]?.(state, element);
}

/** The text until the cell ends is one cell of the open row. */
export function startCell(state: ReadingState, element: PageElement): void {
  const { row } = state;
  if (!row) return;
  if (element.name === 'th') row.headers += 1;
  state.after(element, () => {
    row.cells.push(state.run.take());
  });
}

type Starter = (state: ReadingState, element: PageElement) => void;

const STARTERS: Readonly<Record<string, Starter>> = {
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 6].map((level): [string, Starter] => [
      `h${level}`,
      (state, element) => within(state, element, 'level', level),
    ]),
  ),
  blockquote: (state, element) => within(state, element, 'quoted', state.quoted + 1),
  ul: startList,
  ol: startList,
  menu: startList,
  li: startItem,
  pre: startPre,
  xmp: startPre,
  listing: startPre,
  textarea: startPre,
  table: startTable,
  tr: (state, element) => {
    if (state.table > 0) startRow(state, element);
  },
  hr: (state, element) => state.emit('rule', [[]], element),
};

function within(
  state: ReadingState,
  element: PageElement,
  key: 'level' | 'quoted',
  value: number,
): void {
  const before = state[key];
  state[key] = value;
  state.after(element, () => {
    state.flush();
    state[key] = before;
  });
}

function startList(state: ReadingState, element: PageElement): void {
  const before = state.lists;
  const start = Number.parseInt(element.attribute('start') ?? '', 10);
  const group = before[0]?.group ?? state.newGroup();
  const step = element.attribute('reversed') === undefined ? 1 : -1;
  const first = Number.isNaN(start) ? (step === 1 ? 1 : countItems(element)) : start;
  state.lists = [...before, { ordered: element.name === 'ol', next: first, step, group }];
  state.after(element, () => {
    state.flush();
    state.lists = before;
  });
}

function countItems(list: PageElement): number {
  return list.children.filter((child) => child instanceof PageElement && child.name === 'li')
    .length;
}

function startItem(state: ReadingState, element: PageElement): void {
  const before = state.item;
  const list = state.lists.at(-1);
  const value = Number.parseInt(element.attribute('value') ?? '', 10);
  if (list && !Number.isNaN(value)) list.next = value;
  state.item = { ordinal: list?.ordered ? list.next : null };
  if (list) list.next += list.step;
  state.after(element, () => {
    state.flush();
    state.item = before;
  });
}

function startPre(state: ReadingState, element: PageElement): void {
  const before = state.pre;
  const language = codeLanguage(element);
  // One inside another is part of its text: a page of them that nothing closes is read once.
  const code = before ? before.code || language !== null : isCode(element);
  state.pre = { code, language };
  state.after(element, () => {
    state.flush();
    state.pre = before;
  });
}

function startTable(state: ReadingState, element: PageElement): void {
  const before = state.table;
  state.table = isDataTable(element, state.sums) ? state.newGroup() : 0;
  state.after(element, () => {
    state.flush();
    state.table = before;
  });
}

function startRow(state: ReadingState, element: PageElement): void {
  const row: Row = { element, cells: [], headers: 0 };
  state.row = row;
  state.after(element, () => {
    state.row = null;
    state.flush(); // what stood in the row outside any cell
    if (row.cells.some((cell) => cell.length > 0)) {
      state.emit('table-row', row.cells, element, row.headers === row.cells.length);
    }
  });
}
