/** 2 音乐特征, 1. 分类: an entry of the contents. */
const ENTRY = /^(\d{1,2})(?:\.\d{1,2}){0,2}[.、]?\s{1,4}(\S.{0,40})$/u;
const LEAST = 3;
const LEAST_KEPT = 2;

/**
 * Keeps headings that the contents above the text list, where others of the list are kept: 分类 of an entry reads as a
 * button. The list itself is the page's.
 */
export function keepListed(texts: readonly string[], kept: boolean[]): void {
  const first = kept.indexOf(true);
  const last = kept.lastIndexOf(true);
  const names = texts.slice(0, Math.max(0, first)).flatMap((text) => ENTRY.exec(text)?.[2] ?? []);
  if (names.length < LEAST) return;
  const listed = new Set(names);
  const isListed = (at: number): boolean => listed.has(texts[at] ?? '');
  const headings = texts.filter((_, at) => kept[at] && isListed(at)).length;
  if (headings < LEAST_KEPT) return;
  for (let at = first + 1; at < last; at += 1) {
    if (!kept[at] && isListed(at) && kept[at - 1] && kept[at + 1]) kept[at] = true;
  }
}
