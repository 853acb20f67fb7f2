const TOKEN = /[\u3400-\u9fff\uf900-\ufaff]|(?:(?![\u3400-\u9fff\uf900-\ufaff])[\p{L}\p{N}_])+/gu;

/** So many tokens in a row are not the same by chance. */
export const RUN = 4;

/** A Chinese character each, or a word of letters and digits, in lower case. */
export const tokensOf = (text: string): string[] => text.toLowerCase().match(TOKEN) ?? [];

/** A run of tokens as `runsOf` keys it. */
export const runAt = (tokens: readonly string[], from: number, size: number): string =>
  tokens.slice(from, from + size).join(' ');

/** Where each run of `size` tokens begins. */
export function runsOf(tokens: readonly string[], size: number): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (let at = 0; at + size <= tokens.length; at += 1) {
    const key = runAt(tokens, at, size);
    const list = found.get(key);
    if (list) list.push(at);
    else found.set(key, [at]);
  }
  return found;
}
