/** How often a page has two characters side by side. */
export type Pairs = ReadonlyMap<string, number>;

const SEEN = 1.5;
/** （三） and ；三是: marks and numbers of an enumeration. */
const ENUMERATES =
  /^[（(][一二三四五六七八九十][）)]|^[^一二三四五六七八九十][；。，][一二三四五六七八九十]是/;

/** What a choice is worth because the page has its first character beside the same neighbours elsewhere. */
export function seenWorth(pairs: Pairs, left: string, text: string): number {
  const before = pairs.get(left.slice(-1) + text.charAt(0)) ?? 0;
  const after = pairs.get(text.slice(0, 2)) ?? 0;
  return (
    bonus(before) +
    bonus(after) +
    (ENUMERATES.test(left.slice(-1) + text.slice(0, 3)) ? SEEN * 2 : 0)
  );
}

function bonus(count: number): number {
  return count === 0 ? 0 : SEEN + Math.log(count);
}
