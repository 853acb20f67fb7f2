/** Ids somebody asks for, with what is needed to pass over files that have none of them. */
export interface IdSet {
  has(id: string): boolean;
  /** Whether any id may begin so. */
  hasUnder(prefix: string): boolean;
}

/** These ids. */
export function idSet(ids: Iterable<string>): IdSet {
  const sorted = [...new Set(ids)].sort();
  /** Index of the first id that is not before `text`. */
  const lowest = (text: string): number => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle] ?? '') < text) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    has: (id) => sorted[lowest(id)] === id,
    hasUnder: (prefix) => sorted[lowest(prefix)]?.startsWith(prefix) ?? false,
  };
}

/** All ids that begin so. */
export function idsUnder(beginning: string): IdSet {
  return {
    has: (id) => id.startsWith(beginning),
    hasUnder: (prefix) => prefix.startsWith(beginning) || beginning.startsWith(prefix),
  };
}
