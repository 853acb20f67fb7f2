/** Order of two texts by UTF-16 code units, which is that of times, ids and ULIDs; no locale decides. */
export function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
