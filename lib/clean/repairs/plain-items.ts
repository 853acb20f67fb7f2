import type { Item } from './gbk-items.ts';

/** Characters on each side that a choice is weighed with. */
export const NEAR = 6;

/** The characters of items [from, to) without annotations. */
export function plainItems(items: readonly Item[], from: number, to: number): string {
  let text = '';
  for (let index = Math.max(0, from); index < to; index += 1) {
    text += String.fromCharCode(items[index]?.unit ?? 0);
  }
  return text;
}
