import type { Item } from './gbk-items.ts';

/** ！ ； ？ and their half-width forms: bytes that mirrors replaced across the border of two characters. */
export function isPunctuationAcross(item: Item): boolean {
  return '！；？!;?'.includes(String.fromCharCode(item.unit));
}
