import { mulberry32 } from '../mulberry32.ts';

/** A repeatable source of choices: the same seed makes the same site. */
export interface Choice {
  /** 0 ≤ n < limit. */
  int(limit: number): number;
  of<T>(list: readonly T[]): T;
  /** Different members of the list, in random order. */
  some<T>(list: readonly T[], count: number): T[];
  chance(probability: number): boolean;
}

export function randomChoice(seed: number): Choice {
  const next = mulberry32(seed);
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
