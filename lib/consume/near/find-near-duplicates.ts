/**
 * Near duplicates of an export: sketches of its documents, kept for the next export; clusters by
 * locality-sensitive hashing; which document stands for which.
 */
import type { Document } from '#lib/model/document.ts';
import type { NearDuplicates } from '#lib/model/export-files.ts';
import type { ObjectReader } from '#lib/model/object-reader.ts';
import type { UrlState } from '#lib/model/row.ts';
import { decodeLines, encodeLines } from '#lib/model/segment-codec.ts';
import { fileWriter, type Place } from '../export/write-file.ts';
import { nearClusters } from './near-clusters.ts';
import { NEAR_PARAMETERS } from './near-index.ts';
import type { Fold } from './shingles.ts';
import { readSketches, type SketchSet, sketchesFrom, storeSketches } from './store-sketches.ts';
import { updateSketches, type Wanted } from './update-sketches.ts';

export interface NearOptions extends Place {
  /** Name of the export's format: each has sketches of its own. */
  readonly format: string;
  readonly fold: Fold;
  readonly read: (state: UrlState) => Promise<Document | null>;
  /** Of the export before: its sketches save reading texts again. */
  readonly before: NearDuplicates | null;
  /** Whether `wanted` speaks only of what changed since. */
  readonly keepOthers: boolean;
}

export interface FoundNear {
  readonly section: NearDuplicates;
  /** Whether the document was compared: it had to be in the store, now or when it was first read. */
  has(id: string): boolean;
  /** Id of the document that stands for this one; null if it stands itself. */
  standsFor(id: string): string | null;
  /** Ids of documents for which another one stands than in the export before. */
  readonly reassigned: ReadonlySet<string>;
}

/** Memory: 250,000 sketches with their index (180 MB), and 40 bytes a document. */
export async function findNearDuplicates(
  wanted: AsyncIterable<Wanted>,
  options: NearOptions,
): Promise<FoundNear> {
  const { to, before } = options;
  const usable = before && isCurrent(before) ? before : null;
  const set = await storeSketches(
    updateSketches(readSketches(to, usable?.sketches ?? []), wanted, options),
    fileWriter(options, { format: `near/${options.format}`, extension: 'sketches' }),
  );
  const chosen = await nearClusters({
    ranks: set.ranks,
    read: (from) => sketchesFrom(to, set.files, from),
  });
  const standsFor = (id: string): string | null => {
    const ordinal = set.ids.ordinalOf(id);
    const other = ordinal < 0 ? ordinal : (chosen[ordinal] ?? ordinal);
    return other === ordinal ? null : set.ids.at(other);
  };
  const { lines, first, last } = clusterLines(set, chosen);
  const write = fileWriter(options, { format: `near/${options.format}`, extension: 'jsonl.gz' });
  const clusters = await write(encodeLines(lines), { rows: lines.length, first, last });
  const parameters = { ...NEAR_PARAMETERS };
  return {
    section: { parameters, documents: lines.length, sketches: [...set.files], clusters },
    has: (id) => set.ids.ordinalOf(id) >= 0,
    standsFor,
    reassigned: usable ? await reassigned(to, usable, set, standsFor) : new Set(),
  };
}

/** Sketches made with other parameters say nothing to these. */
export function isCurrent({ parameters }: NearDuplicates): boolean {
  return Object.entries(NEAR_PARAMETERS).every(([name, value]) => parameters[name] === value);
}

function clusterLines(
  { ids }: SketchSet,
  chosen: Int32Array,
): { lines: string[]; first: string | null; last: string | null } {
  const members = [...chosen.keys()].filter((ordinal) => chosen[ordinal] !== ordinal);
  const lines = members.map((ordinal) =>
    JSON.stringify({ id: ids.at(ordinal), nearDuplicateOf: ids.at(chosen[ordinal] ?? ordinal) }),
  );
  const [first = null, last = null] = [members[0], members.at(-1)].map((ordinal) =>
    ordinal === undefined ? null : ids.at(ordinal),
  );
  return { lines, first, last };
}

async function reassigned(
  reader: ObjectReader,
  before: NearDuplicates,
  { ids, ranks }: SketchSet,
  standsFor: FoundNear['standsFor'],
): Promise<Set<string>> {
  const known = new Map<string, string>();
  const { key } = before.clusters;
  for (const line of decodeLines(key, (await reader.get(key))?.body ?? encodeLines([]))) {
    const { id, nearDuplicateOf } = JSON.parse(line) as { id: string; nearDuplicateOf: string };
    known.set(id, nearDuplicateOf);
  }
  const changed = new Set<string>();
  for (let ordinal = 0; ordinal < ranks.length; ordinal++) {
    const id = ids.at(ordinal);
    if (standsFor(id) !== (known.get(id) ?? null)) changed.add(id);
  }
  return changed;
}
