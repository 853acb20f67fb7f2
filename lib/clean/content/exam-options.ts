import type { RemovalReason } from '#lib/model/removal.ts';
import type { PageFeatures } from './page-features.ts';

/** A. 60次/分: what can be chosen as the answer to a question. */
const OPTION = /^[（(]?([A-HＡ-Ｈ])[）)]?\s?[.．、:：]?\s?[^\s.．、:：]/u;
const SIGN = /^[（(]?[A-HＡ-Ｈ][）).．、:：]/u;
const LEAST = 3;
const FULL_WIDTH = 0xff21;
const LATIN = 0x41;

/**
 * Keeps all options of a question where one of them was kept: B. 2次 alone looks like a label of the page, but A to D stand
 * below each other in order, without a link, and an examination has all or none.
 */
export function keepOptions(
  { measures }: PageFeatures,
  chosen: readonly boolean[],
  fixed: readonly (RemovalReason | null)[],
): boolean[] {
  const kept = [...chosen];
  const letters = measures.map(({ text = '', links }) => (links > 0 ? -1 : letterOf(text)));
  for (let at = 0; at < letters.length; at += 1) {
    if (letters[at] !== 0) continue;
    let end = at + 1;
    while (letters[end] === end - at) end += 1;
    if (end - at >= LEAST && chosen.slice(at, end).includes(true)) {
      for (let index = at; index < end; index += 1) kept[index] ||= !fixed[index];
    }
    at = end - 1;
  }
  return kept;
}

/** 0 for A, 1 for B; -1 for a line that is no option. */
function letterOf(text: string): number {
  if (!SIGN.test(text)) return -1;
  const code = OPTION.exec(text)?.[1]?.charCodeAt(0) ?? -1;
  return code < 0 ? -1 : code - (code >= FULL_WIDTH ? FULL_WIDTH : LATIN);
}
