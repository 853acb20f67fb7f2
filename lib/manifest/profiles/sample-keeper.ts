/**
 * Keeps the samples of all hosts beside the state: one line a host, sorted, in parts a checkpoint names.
 * Pages whose content register changed come in, in order of id; out come the parts, and a profile for
 * every host whose sample is another now.
 */

import { hostId, hostOf } from '#lib/model/document-id.ts';
import { PermanentError } from '#lib/model/errors.ts';
import { keptBody } from '#lib/model/kept-body.ts';
import type { Part } from '#lib/model/manifest-files.ts';
import { readAhead } from '#lib/model/read-ahead.ts';
import { ROW_SCHEMA } from '#lib/model/row.ts';
import { decodeLines, idOfLine } from '#lib/model/segment-codec.ts';
import type { ManifestDeps } from '../deps.ts';
import { partitionOf, partWriter } from '../part-writer.ts';
import { mergeSamples, SAMPLE_SIZE, type SampledPage } from './host-sample.ts';

export interface SampleOptions {
  readonly maxPartBytes: number;
  readonly sampleSize?: number;
  /** Told of every sample that changed. */
  readonly onChange: (host: string, sample: readonly SampledPage[]) => Promise<void>;
}

export interface SampleKeeper {
  /** A page of the host of this address; addresses without a host are passed over. */
  add(canonicalUrl: string, page: SampledPage): Promise<void>;
  /** Writes what is left and gives all parts, in order. */
  end(): Promise<Part[]>;
}

/** Digits a page's id shares with that of its host. */
const HOST_DIGITS = 4;
const FOLDER = 'sample-';
/** Hosts whose change is told at once. */
const CHANGES = 16;

type Pending = Map<string, { readonly host: string; pages: SampledPage[] }>;

/** Memory: one part before gzip, and at most two samples a host of one part that changes. */
export function sampleKeeper(
  deps: ManifestDeps,
  base: readonly Part[],
  { maxPartBytes, sampleSize = SAMPLE_SIZE, onChange }: SampleOptions,
): SampleKeeper {
  const parts = new Map(base.map((part) => [part.partition, part]));
  const partitions = new Set(parts.keys());
  const written: Part[] = [];
  const open = new Map<string, Pending>();

  const close = async (partition: string, pending: Pending): Promise<void> => {
    open.delete(partition);
    const before = await readLines(deps, parts.get(partition));
    const after = new Map(before);
    const changes: [string, SampledPage[]][] = [];
    for (const [id, { host, pages }] of pending) {
      const known = before.get(id);
      const sample = mergeSamples(known ? parseSample(known).pages : [], pages, sampleSize);
      const line = JSON.stringify({ schema: ROW_SCHEMA, id, host, pages: sample });
      if (line === known) continue;
      after.set(id, line);
      changes.push([host, sample]);
    }
    for await (const _ of readAhead(changes, CHANGES, ([host, sample]) => onChange(host, sample)));
    if (sameLines(before, after)) return;
    const writer = partWriter(deps, partition, maxPartBytes, FOLDER);
    for (const [id, line] of [...after].sort(([a], [b]) => (a < b ? -1 : 1)))
      await writer.add(id, line);
    parts.delete(partition);
    written.push(...(await writer.end()));
  };

  return {
    async add(canonicalUrl, page) {
      const host = hostOf(canonicalUrl);
      if (host === '') return;
      const id = hostId(host);
      const prefix = id.slice(0, HOST_DIGITS);
      for (const [partition, pending] of open)
        if (!prefix.startsWith(partition.slice(0, HOST_DIGITS))) await close(partition, pending);
      const partition = partitionOf(id, partitions);
      const pending = open.get(partition) ?? new Map();
      open.set(partition, pending);
      const known = pending.get(id) ?? { host, pages: [] };
      pending.set(id, known);
      known.pages.push(page);
      if (known.pages.length > 2 * sampleSize)
        known.pages = mergeSamples(known.pages, [], sampleSize);
    },
    async end() {
      for (const [partition, pending] of open) await close(partition, pending);
      return [...parts.values(), ...written].sort((a, b) => (a.partition < b.partition ? -1 : 1));
    },
  };
}

async function readLines(
  { store }: ManifestDeps,
  part: Part | undefined,
): Promise<Map<string, string>> {
  if (part === undefined) return new Map();
  const lines = [...decodeLines(part.key, await keptBody(store, part.key))];
  return new Map(lines.map((line) => [idOfLine(line), line]));
}

/** Nothing but new or replaced lines tells two states of a part apart. */
function sameLines(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): boolean {
  if (before.size !== after.size) return false;
  for (const [id, line] of after) if (before.get(id) !== line) return false;
  return true;
}

/**
 * A host and its sample, from a line of a part. Checked at the top only, like states.
 * @throws PermanentError if it is none
 */
export function parseSample(line: string): { host: string; pages: SampledPage[] } {
  const { host, pages } = JSON.parse(line) as { host?: unknown; pages?: SampledPage[] };
  if (typeof host !== 'string' || !Array.isArray(pages))
    throw new PermanentError(`${idOfLine(line)} is no sample of a host`);
  return { host, pages };
}
