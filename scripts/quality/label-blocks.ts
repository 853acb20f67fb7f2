/**
 * Which blocks of a page its annotation keeps. The annotation says the blocks in the page's order, each once: so a
 * title whose words the text says again, or a link to another piece of the same name, is not the text's, however many
 * of its words are. Found as the heaviest chain of places that goes forward in both.
 */

import { RUN, runAt, runsOf, tokensOf } from './token-runs.ts';

/** A block with fewer of its tokens at a place does not stand there. */
const LEAST = 0.5;
/** Tokens a place may have more than its block: promotion and notes the annotation leaves out, or keeps. */
const SLACK = 12;
/** Places of one block: its words may be everywhere. */
const MOST = 48;
/** What it is worth, in tokens, to go on right where the block before ends. */
const ADJACENT = 2;

export interface Label {
  /** Share of the block's tokens that the annotation has. */
  readonly kept: number;
  readonly tokens: number;
}

/** Where a block may stand in the annotation. */
interface Place {
  readonly block: number;
  readonly from: number;
  readonly to: number;
  /** Tokens of the block that are there. */
  readonly held: number;
}

interface Chain {
  readonly worth: number;
  readonly last: Place | null;
  readonly before: Chain | null;
}

/** Labels of the blocks of a page whose whole text is annotated. */
export function labelBlocks(texts: readonly string[], gold: string): Label[] {
  const goldTokens = tokensOf(gold);
  const places = [1, 2, 3, RUN].map((size) => runsOf(goldTokens, size));
  const blocks = texts.map(tokensOf);
  const held = new Float64Array(blocks.length);
  const candidates = blocks.map((tokens, block) => placesOf(tokens, block, places));
  for (let link = heaviestChain(candidates, goldTokens.length); link; link = link.before) {
    if (link.last) held[link.last.block] = link.last.held;
  }
  return blocks.map(({ length }, index) => ({
    kept: length === 0 ? 0 : (held[index] ?? 0) / length,
    tokens: length,
  }));
}

function placesOf(
  tokens: readonly string[],
  block: number,
  bySize: readonly ReadonlyMap<string, readonly number[]>[],
): Place[] {
  const size = Math.min(RUN, tokens.length);
  const runs = bySize[size - 1];
  if (!runs) return [];
  const starts = new Set<number>();
  const last = tokens.length - size;
  for (const offset of [0, last >> 1, last]) {
    for (const at of (runs.get(runAt(tokens, offset, size)) ?? []).slice(0, MOST)) {
      starts.add(at - offset);
    }
  }
  const places = [...starts].map((start) => placeAt(tokens, block, start, runs));
  return places.filter(({ held }) => held >= tokens.length * LEAST);
}

/**
 * How much of a block stands at a place, and from where to where. The block is followed run by run; where the
 * annotation leaves something out, or has more, it is found again a little further.
 */
function placeAt(
  tokens: readonly string[],
  block: number,
  start: number,
  runs: ReadonlyMap<string, readonly number[]>,
): Place {
  const size = Math.min(RUN, tokens.length);
  const reach = tokens.length <= RUN ? 0 : SLACK + tokens.length * LEAST;
  const covered = new Uint8Array(tokens.length);
  let begin = start;
  let from = Infinity;
  let to = -1;
  for (let at = 0; at + size <= tokens.length; at += 1) {
    const found = nearestTo(begin + at, runs.get(runAt(tokens, at, size)) ?? []);
    if (found === null || Math.abs(found - begin - at) > reach) continue;
    begin = found - at;
    covered.fill(1, at, at + size);
    from = Math.min(from, found);
    to = Math.max(to, found + size);
  }
  return { block, from, to, held: covered.reduce((sum, one) => sum + one, 0) };
}

function nearestTo(place: number, places: readonly number[]): number | null {
  let nearest: number | null = null;
  for (const one of places) {
    if (nearest === null || Math.abs(one - place) < Math.abs(nearest - place)) nearest = one;
  }
  return nearest;
}

/** The heaviest chain of places, blocks and annotation both going forward (a Fenwick tree of chains by their end). */
function heaviestChain(candidates: readonly (readonly Place[])[], length: number): Chain | null {
  const tree = new Array<Chain | null>(length + 2).fill(null);
  const endsAt = new Map<number, Chain>();
  for (const places of candidates) {
    const grown = places.map((place) => grow(place));
    for (const chain of grown) put(chain);
  }
  return best(length);

  function grow(place: Place): Chain {
    const before = best(place.from);
    const touching = endsAt.get(place.from) ?? null;
    const far = before?.worth ?? 0;
    const near = touching ? touching.worth + ADJACENT : 0;
    const link = touching && near >= far ? touching : before;
    return { worth: Math.max(far, near) + place.held, last: place, before: link };
  }

  function put(chain: Chain): void {
    const end = chain.last?.to ?? 0;
    if ((endsAt.get(end)?.worth ?? 0) < chain.worth) endsAt.set(end, chain);
    for (let at = end + 1; at < tree.length; at += at & -at) {
      if ((tree[at]?.worth ?? 0) < chain.worth) tree[at] = chain;
    }
  }

  function best(end: number): Chain | null {
    let found: Chain | null = null;
    for (let at = end + 1; at > 0; at -= at & -at) {
      const chain = tree[at] ?? null;
      if ((chain?.worth ?? 0) > (found?.worth ?? 0)) found = chain;
    }
    return found;
  }
}

/** Labels where only phrases are annotated; null for blocks nothing is known of. */
export function labelPhrases(
  texts: readonly string[],
  present: readonly string[],
  absent: readonly string[],
): (Label | null)[] {
  return texts.map((text) => {
    const tokens = tokensOf(text).length;
    const isIn = present.some((phrase) => text.includes(phrase));
    const isOut = absent.some((phrase) => text.includes(phrase));
    return isIn === isOut ? null : { kept: Number(isIn), tokens };
  });
}
