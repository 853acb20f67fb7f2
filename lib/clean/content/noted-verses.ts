import type { RemovalReason } from '#lib/model/removal.ts';
import type { PageFeatures } from './page-features.ts';

/** 【注释】, 译文: what stands below a poem and speaks of it. */
const NOTES =
  /^[【[〔（(]?(?:注释|註釋|注解|词语?注释|字词注释|译文|譯文|今译|白话译文|翻译|韵译|译文及注释|赏析|賞析|题解|題解|创作背景)[】\]〕）)]?[:：]?$/u;
/** 寒汀雁字写初成，烟外渔灯一点明。 Prose has longer clauses, and more of its small words. */
const VERSE = /^(?!.*[的了们].*[的了们])(?:\p{sc=Han}{2,9}[，。！？；、,!?;]\s?){2,8}$/u;
const LONGEST = 80;
/** Buttons between the poem and its notes: 完善 背诵打卡. */
const MOST_TOOLS = 2;
const LONGEST_TOOL = 12;
const MOST_VERSES = 40;
/** The title and who wrote stand this close above. */
const NEAR = 3;

/**
 * Keeps a poem of which only the notes were kept: verses between the heading of the page and 【注释】. On such sites each part
 * has a box of its own, and two lines of verse are the smallest of them.
 */
export function keepNotedVerses(
  { blocks, measures }: PageFeatures,
  chosen: readonly boolean[],
  fixed: readonly (RemovalReason | null)[],
): boolean[] {
  const first = chosen.indexOf(true);
  const textOf = (index: number): string => measures[index]?.text ?? '';
  const isVerse = (index: number): boolean =>
    !fixed[index] && textOf(index).length <= LONGEST && VERSE.test(textOf(index));
  if (first < 2 || !NOTES.test(textOf(first).trim())) return [...chosen];
  let end = first;
  while (first - end < MOST_TOOLS && !isVerse(end - 1) && textOf(end - 1).length <= LONGEST_TOOL)
    end -= 1;
  let start = end;
  while (end - start < MOST_VERSES && isVerse(start - 1)) start -= 1;
  const above = blocks.slice(Math.max(0, start - NEAR), start);
  if (start === end || !above.some(({ kind }) => kind === 'heading')) return [...chosen];
  return chosen.map((is, index) => is || (index >= start && index < end));
}
