import type { Item } from './gbk-items.ts';

/** The characters of items without annotations, one an item. */
export function plainItems(items: readonly Item[]): string {
  return items.map(({ unit }) => String.fromCharCode(unit)).join('');
}
