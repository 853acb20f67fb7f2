import { byId, h } from './dom.ts';
import type { ReportData } from './embedded.ts';
import { matches, parseQuery, withTerm } from './query.ts';
import { rowItem } from './row-item.ts';

type Row = ReportData['rows'][number];

/** Rows come in lists of so many: one at a time, so that the page answers, and drawn only when near. */
const CHUNK = 100;
/** So few are drawn at once: then every place in the list is exact. */
const FEW = 400;

export interface List {
  /** Rows that match, in their order. */
  shown(): readonly Row[];
  filter(text: string): void;
  focusSearch(): void;
  /** Moves the focus by so many rows. */
  move(by: number): void;
  /** Puts the focus on a row. */
  focus(id: string): void;
}

/** The list of addresses with its search, selects and count. */
export function startList({ rows, viewsAt }: ReportData, onFilter: (text: string) => void): List {
  const search = byId('search') as HTMLInputElement;
  const list = byId('rows');
  const items = new Map<Row, HTMLLIElement>();
  let query = parseQuery('');
  let shown: readonly Row[] = rows;

  const hrefOf = (row: Row): string =>
    viewsAt !== null && !row.hasView ? `${viewsAt}${row.id}` : `#doc=${row.id}`;
  const add = (from: number): void => {
    const chunk = rows.slice(from, from + CHUNK);
    const part = h('ol');
    for (const row of chunk) {
      const item = rowItem(row, hrefOf(row));
      item.hidden = !matches(row, query);
      items.set(row, item);
      part.append(item);
    }
    list?.append(part);
    if (from + CHUNK < rows.length) setTimeout(() => add(from + CHUNK));
  };

  const apply = (): void => {
    query = parseQuery(search.value);
    shown = rows.filter((row) => matches(row, query));
    const visible = new Set(shown);
    for (const [row, item] of items) item.hidden = !visible.has(row);
    list?.classList.toggle('few', shown.length <= FEW);
    const count = byId('count');
    const all = rows.length === 1 ? '1 address' : `${rows.length.toLocaleString('en')} addresses`;
    if (count) {
      count.textContent =
        shown.length === rows.length ? all : `${shown.length.toLocaleString('en')} of ${all}`;
    }
    const clear = byId('clear');
    if (clear) clear.hidden = search.value.trim() === '';
    for (const select of document.querySelectorAll<HTMLSelectElement>('#selects select')) {
      select.value = query.terms.find(({ name }) => name === select.name)?.value ?? '';
    }
  };
  const filter = (text: string): void => {
    search.value = text;
    apply();
    onFilter(text);
  };

  startSelects(rows, (name, value) => filter(withTerm(search.value, name, value)));
  search.addEventListener('input', () => filter(search.value));
  byId('clear')?.addEventListener('click', () => {
    filter('');
    search.focus();
  });
  for (const trigger of document.querySelectorAll<HTMLElement>('[data-filter]')) {
    trigger.addEventListener('click', () => {
      filter(trigger.dataset['filter'] ?? '');
      byId('list')?.scrollIntoView({ behavior: 'auto', block: 'start' });
    });
  }
  add(0);
  apply();

  const linkOf = (row: Row | undefined): HTMLElement | null =>
    (row && items.get(row)?.querySelector<HTMLElement>('.row-link')) ?? null;
  return {
    shown: () => shown,
    filter,
    focusSearch: () => search.focus(),
    move(by) {
      const at = shown.findIndex((row) => linkOf(row) === document.activeElement);
      const to = at < 0 ? (by > 0 ? 0 : shown.length - 1) : at + by;
      linkOf(shown[Math.max(0, Math.min(shown.length - 1, to))])?.focus();
    },
    focus(id) {
      linkOf(rows.find((row) => row.id === id))?.focus();
    },
  };
}

function startSelects(rows: readonly Row[], onChoose: (name: string, value: string) => void): void {
  const choices: readonly (readonly [string, string, (row: Row) => readonly string[]])[] = [
    ['state', 'Any state', (row) => [row.state]],
    ['host', 'Any host', (row) => [row.host]],
    ['incomplete', 'Whole or not', (row) => row.incomplete ?? []],
    ['repair', 'Any repair', (row) => row.repairs ?? []],
  ];
  for (const [name, all, valuesOf] of choices) {
    const counts = new Map<string, number>();
    for (const row of rows) for (const value of valuesOf(row)) addOne(counts, value);
    if (counts.size < (name === 'incomplete' || name === 'repair' ? 1 : 2)) continue;
    const sorted = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 200);
    const select = h(
      'select',
      { name, 'aria-label': all },
      h('option', { value: '' }, all),
      ...sorted.map(([value, n]) => h('option', { value }, `${value} (${n})`)),
    );
    select.addEventListener('change', () => onChoose(name, select.value));
    byId('selects')?.append(select);
  }
}

function addOne(counts: Map<string, number>, value: string): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}
