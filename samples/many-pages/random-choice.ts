/** A repeatable source of choices: the same seed makes the same site. */
export interface Choice {
  /** 0 ≤ n < limit. */
  int(limit: number): number;
  of<T>(list: readonly T[]): T;
  /** Different members of the list, in random order. */
  some<T>(list: readonly T[], count: number): T[];
  chance(probability: number): boolean;
}

/** mulberry32 (T. Ettinger): 32 bits of state are plenty for a few thousand choices. */
export function randomChoice(seed: number): Choice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (limit: number): number => Math.floor(next() * limit);
  const of = <T>(list: readonly T[]): T => {
    const chosen = list[int(list.length)];
    if (chosen === undefined) throw new RangeError('nothing to choose from');
    return chosen;
  };
  return {
    int,
    of,
    chance: (probability) => next() < probability,
    some(list, count) {
      const left = [...list];
      return Array.from({ length: Math.min(count, list.length) }, () =>
        left.splice(int(left.length), 1),
      ).flat();
    },
  };
}
