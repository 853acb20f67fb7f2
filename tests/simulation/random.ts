import { mulberry32 } from '#samples/mulberry32.ts';

/** A seeded source of decisions: the same seed decides the same. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** Integer in [0, below). */
  int(below: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
}

export function random(seed: number): Random {
  const next = mulberry32(Math.imul(seed, 0x9e3779b1));
  const int = (below: number): number => Math.floor(next() * below);
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (items) => {
      const item = items[int(items.length)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
  };
}
