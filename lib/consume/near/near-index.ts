import { HASHES, resemblance } from './min-hash.ts';
import { mixed } from './mixed.ts';

/** Places of a band, which must all be equal for two documents to meet (Indyk and Motwani, 1998). */
const BAND_ROWS = 3;
/** At a resemblance of 1/3, a page of three, 91 % of pairs meet in some band; at 0.5, 99.98 %. */
const BANDS = HASHES / BAND_ROWS;
/** How many documents of a bucket are looked at, latest first: more are only in forms filled in. */
const MAX_MEETINGS = 64;

/** Texts are near duplicates if they share half of what they have together… */
const MIN_RESEMBLANCE = 0.5;
/** …or if one has most of the other: a preview, a page of several. */
const MIN_CONTAINMENT = 0.8;
/** An estimate below this says nothing of what one has of the other. */
const MIN_SHARED = 0.15;
/** So much alike that who meets one meets the other: one of them is enough in the index. */
const SAME = 0.95;

/** For whoever wants to know what `nearDuplicateOf` means; sketches of another version are not compared. */
export const NEAR_PARAMETERS = {
  version: 1,
  hashes: HASHES,
  bands: BANDS,
  resemblance: MIN_RESEMBLANCE,
  containment: MIN_CONTAINMENT,
} as const;

/** What is compared of a document. */
export interface Sketch {
  readonly ordinal: number;
  /** Number of its distinct shingles. */
  readonly size: number;
  readonly signature: Uint8Array;
}

/** Told of each pair of near documents by their ordinals, and how much they share. */
export type OnPair = (known: number, ordinal: number, resemblance: number) => void;

export interface NearIndex {
  /** Finds the documents of the index that are near to this one; true if one is almost the same. */
  match(sketch: Sketch, onPair: OnPair): boolean;
  /** The same, and adds it; one that is almost the same as another is left out. */
  add(sketch: Sketch, onPair: OnPair): void;
}

/** Locality-sensitive hashing over signatures: memory for `capacity` documents, 0.7 KB each. */
export function nearIndex(capacity: number): NearIndex {
  const slots = 2 ** Math.ceil(Math.log2(Math.max(1, capacity) * BANDS));
  const heads = new Int32Array(slots).fill(-1);
  const next = new Int32Array(capacity * BANDS);
  const signatures = new Uint8Array(capacity * HASHES);
  const ordinals = new Int32Array(capacity);
  const sizes = new Int32Array(capacity);
  /** The last document each was compared with, so that no pair is compared twice. */
  const compared = new Int32Array(capacity).fill(-1);
  let count = 0;

  const slotOf = (signature: Uint8Array, band: number): number => {
    const at = band * BAND_ROWS;
    const [a = 0, b = 0, c = 0] = [signature[at], signature[at + 1], signature[at + 2]];
    return mixed(Math.imul(band + 1, 0x9e3779b1) ^ (a | (b << 8) | (c << 16))) & (slots - 1);
  };

  const compare = (at: number, sketch: Sketch, onPair: OnPair): boolean => {
    if (compared[at] === sketch.ordinal) return false;
    compared[at] = sketch.ordinal;
    const signature = signatures.subarray(at * HASHES, (at + 1) * HASHES);
    const shared = resemblance(signature, sketch.signature);
    if (!isNear(shared, sizes[at] ?? 0, sketch.size)) return false;
    onPair(ordinals[at] ?? 0, sketch.ordinal, shared);
    return shared >= SAME;
  };

  /** Whether something almost the same is in the band's bucket. */
  const meet = (sketch: Sketch, band: number, onPair: OnPair): boolean => {
    let entry = heads[slotOf(sketch.signature, band)] ?? -1;
    for (let left = MAX_MEETINGS; entry >= 0 && left > 0; entry = next[entry] ?? -1) {
      if (entry % BANDS !== band) continue; // of another band with the same slot
      if (compare((entry - band) / BANDS, sketch, onPair)) return true;
      left -= 1;
    }
    return false;
  };

  const match = (sketch: Sketch, onPair: OnPair): boolean => {
    for (let band = 0; band < BANDS; band++) if (meet(sketch, band, onPair)) return true;
    return false;
  };

  return {
    match,
    add(sketch, onPair) {
      if (match(sketch, onPair)) return;
      const at = count;
      count += 1;
      signatures.set(sketch.signature, at * HASHES);
      ordinals[at] = sketch.ordinal;
      sizes[at] = sketch.size;
      for (let band = 0; band < BANDS; band++) {
        const slot = slotOf(sketch.signature, band);
        next[at * BANDS + band] = heads[slot] ?? -1;
        heads[slot] = at * BANDS + band;
      }
    },
  };
}

/** Resemblance and the sizes give how much of the smaller is in the larger (Broder, 1997). */
function isNear(shared: number, a: number, b: number): boolean {
  if (shared >= MIN_RESEMBLANCE) return true;
  if (shared < MIN_SHARED) return false;
  const common = (shared / (1 + shared)) * (a + b);
  return common >= MIN_CONTAINMENT * Math.min(a, b);
}
