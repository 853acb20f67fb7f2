const WHITE = /\s+/gu;
const NOT_WORD = /[^\p{L}\p{N}]+/gu;

/** White space folded to single blanks, ends trimmed. */
export function fold(text: string): string {
  return text.replace(WHITE, ' ').trim();
}

/** Letters and digits only, compatibility forms unified, lower case: what two spellings of a name share. */
export function wordKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(NOT_WORD, '');
}

/** 0..1: how much of the shorter text's character pairs the longer one has; 1 if it contains it. */
export function likeness(a: string, b: string): number {
  const [short, long] = [wordKey(a), wordKey(b)].sort((x, y) => x.length - y.length);
  if (!short || !long) return 0;
  if (long.includes(short)) return 1;
  const pairs = new Map<string, number>();
  for (let at = 0; at + 2 <= long.length; at += 1) {
    const pair = long.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let common = 0;
  for (let at = 0; at + 2 <= short.length; at += 1) {
    const left = pairs.get(short.slice(at, at + 2)) ?? 0;
    if (left > 0) {
      common += 1;
      pairs.set(short.slice(at, at + 2), left - 1);
    }
  }
  return common / Math.max(1, short.length - 1);
}
