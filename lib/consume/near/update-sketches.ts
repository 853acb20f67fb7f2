import type { Document } from '#lib/model/document.ts';
import { inBatches } from '#lib/model/in-batches.ts';
import { readAhead } from '#lib/model/read-ahead.ts';
import type { UrlState } from '#lib/model/row.ts';
import { minHash } from './min-hash.ts';
import { rankOf } from './rank-of.ts';
import { type Fold, shingles } from './shingles.ts';
import { type StoredSketch, textOf } from './sketch-codec.ts';

const READS_AT_ONCE = 16;
const STATES_AT_ONCE = 256;

/** A URL whose document is to be in the export, or with null is not to be. */
export interface Wanted {
  readonly id: string;
  readonly state: UrlState | null;
}

export interface SketchOptions {
  readonly fold: Fold;
  readonly read: (state: UrlState) => Promise<Document | null>;
  /** Whether sketches of URLs that `wanted` does not speak of stay. */
  readonly keepOthers: boolean;
}

/**
 * The sketches of an export from those of the one before: only texts that it did not have are read.
 * All streams are in order of id.
 */
export async function* updateSketches(
  before: AsyncIterable<StoredSketch>,
  wanted: AsyncIterable<Wanted>,
  options: SketchOptions,
): AsyncGenerator<StoredSketch> {
  for await (const batch of inBatches(joined(before, wanted), STATES_AT_ONCE))
    for await (const sketch of readAhead(batch, READS_AT_ONCE, (pair) => sketchOf(pair, options)))
      if (sketch) yield sketch;
}

interface Pair {
  readonly known: StoredSketch | null;
  /** Undefined: `wanted` does not speak of it. */
  readonly state: UrlState | null | undefined;
}

async function sketchOf(
  { known, state }: Pair,
  { fold, read, keepOthers }: SketchOptions,
): Promise<StoredSketch | null> {
  if (state === undefined) return keepOthers ? known : null;
  const textSha = state?.content?.textSha;
  if (!state || textSha == null) return null;
  const text = textOf(textSha);
  const rank = rankOf(state);
  if (known?.text === text) return { ...known, rank };
  const document = await read(state);
  if (document === null) return null; // taken down since
  const set = shingles(document.text, fold);
  return { id: state.id, text, rank, size: set.length, signature: minHash(set) };
}

async function* joined(
  before: AsyncIterable<StoredSketch>,
  wanted: AsyncIterable<Wanted>,
): AsyncGenerator<Pair> {
  const sketches = before[Symbol.asyncIterator]();
  let known = await sketches.next();
  for await (const { id, state } of wanted) {
    for (; !known.done && known.value.id < id; known = await sketches.next())
      yield { known: known.value, state: undefined };
    const isKnown = !known.done && known.value.id === id;
    yield { known: isKnown ? known.value : null, state };
    if (isKnown) known = await sketches.next();
  }
  for (; !known.done; known = await sketches.next()) yield { known: known.value, state: undefined };
}
