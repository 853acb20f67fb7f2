import { nearIndex, type OnPair, type Sketch } from './near-index.ts';

/** Documents that are indexed at once, 0.7 KB each. */
const INDEXED = 250_000;
/** At least so much alike are versions of one text, and versions of those are too. */
const VERSION = 0.7; // FineWeb's bands of 8 among 112 hashes stand at 0.72
/** Texts with fewer shingles are compared with nothing: chance would say too much. */
const MIN_SHINGLES = 20;

export interface Ranked {
  /** Of each document by its ordinal: the least of a cluster stands for it. */
  readonly ranks: Float64Array;
  /** The sketches from an ordinal on, in order; asked once for each 250,000 documents. */
  readonly read: (from: number) => AsyncIterable<Sketch>;
}

/**
 * For each document the ordinal of the one that stands for it; its own if none does. Versions of one
 * text are a group. In order of rank, a group stands for itself unless it is near to one that
 * stands: so a page that two texts share, or a text with parts of two, does not join them.
 * Memory: some 20 bytes a document, 100 a pair that is near and no version, and the index.
 */
export async function nearClusters(
  { ranks, read }: Ranked,
  indexed: number = INDEXED,
): Promise<Int32Array> {
  const count = ranks.length;
  const versions = unions(count);
  const pairs: [number, number][] = [];
  const onPair: OnPair = (known, ordinal, shared) => {
    if (shared >= VERSION) versions.unite(known, ordinal);
    else pairs.push([known, ordinal]);
  };
  for (let from = 0; from < count; from += indexed) {
    const end = Math.min(count, from + indexed);
    const index = nearIndex(end - from);
    for await (const sketch of read(from)) {
      if (sketch.size < MIN_SHINGLES) continue;
      if (sketch.ordinal < end) index.add(sketch, onPair);
      else index.match(sketch, onPair);
    }
  }
  return representatives(pairs, versions.rootOf, ranks);
}

interface Unions {
  rootOf(ordinal: number): number;
  unite(a: number, b: number): void;
}

/** Union-find with path halving. */
function unions(count: number): Unions {
  const parents = Int32Array.from({ length: count }, (_, ordinal) => ordinal);
  const rootOf = (ordinal: number): number => {
    let at = ordinal;
    for (let up = parents[at] ?? at; up !== at; up = parents[at] ?? at) {
      parents[at] = parents[up] ?? up;
      at = parents[at] ?? at;
    }
    return at;
  };
  return {
    rootOf,
    unite(a, b) {
      const [one, other] = [rootOf(a), rootOf(b)];
      parents[Math.max(one, other)] = Math.min(one, other);
    },
  };
}

type IsBefore = (a: number, b: number) => boolean;

function representatives(
  pairs: readonly (readonly [number, number])[],
  rootOf: (ordinal: number) => number,
  ranks: Float64Array,
): Int32Array {
  const isBefore: IsBefore = (a, b) => {
    const [one, other] = [ranks[a] ?? 0, ranks[b] ?? 0];
    return one < other || (one === other && a < b);
  };
  const best = bestOfGroups(ranks.length, rootOf, isBefore);
  const bestOf = (ordinal: number): number => best[rootOf(ordinal)] ?? ordinal;
  const standing = standingGroups(
    pairs.map(([a, b]) => [bestOf(a), bestOf(b)]),
    isBefore,
  );
  return Int32Array.from(ranks, (_, ordinal) => {
    const one = bestOf(ordinal);
    return standing.get(one) ?? one;
  });
}

/** By root, the member of lowest rank. */
function bestOfGroups(
  count: number,
  rootOf: (ordinal: number) => number,
  isBefore: IsBefore,
): Int32Array {
  const best = new Int32Array(count).fill(-1);
  for (let ordinal = 0; ordinal < count; ordinal++) {
    const root = rootOf(ordinal);
    const known = best[root] ?? -1;
    if (known < 0 || isBefore(ordinal, known)) best[root] = ordinal;
  }
  return best;
}

/** Which group stands for each that is near to another. */
function standingGroups(
  pairs: readonly (readonly [number, number])[],
  isBefore: IsBefore,
): Map<number, number> {
  const neighbours = new Map<number, Set<number>>();
  const add = (one: number, other: number): void => {
    neighbours.set(one, (neighbours.get(one) ?? new Set()).add(other));
  };
  for (const [one, other] of pairs) {
    if (one === other) continue;
    add(one, other);
    add(other, one);
  }
  const standing = new Map<number, number>();
  const inOrder = [...neighbours].sort(([a], [b]) => (isBefore(a, b) ? -1 : 1));
  for (const [one, others] of inOrder) {
    const standsNear = [...others].filter((other) => standing.get(other) === other);
    standing.set(
      one,
      standsNear.reduce((a, b) => (isBefore(b, a) ? b : a), standsNear[0] ?? one),
    );
  }
  return standing;
}
