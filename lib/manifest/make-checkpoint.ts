import { checkpointKey } from '#lib/model/keys.ts';
import { type Checkpoint, MANIFEST_SCHEMA, type Part } from '#lib/model/manifest-files.ts';
import type { UrlState } from '#lib/model/row.ts';
import { parseState } from '#lib/model/segment-codec.ts';
import { openTail } from '#lib/model/tail-states.ts';
import type { View } from '#lib/model/view.ts';
import { type ManifestDeps, timestamp } from './deps.ts';
import { type Changed, type Joined, joinPart, mergeTailRow, type TailState } from './join-part.ts';
import { partitionOf, partWriter } from './part-writer.ts';
import { peekable } from './peekable.ts';
import { countProfile } from './profiles/count-profile.ts';
import type { SampledPage } from './profiles/host-sample.ts';
import { publishProfile } from './profiles/publish-profile.ts';
import { type SampleKeeper, sampleKeeper } from './profiles/sample-keeper.ts';
import { noteChange, type TextChanges, textLine, updateTexts } from './text-index.ts';

type Representatives = ReadonlyMap<string, string | null>;
type Totals = Record<string, number>;

export interface CheckpointOptions {
  readonly maxPartBytes: number;
  /** Documents of a host a profile is counted from. */
  readonly sampleSize?: number;
  /** A host with fewer documents gets no profile. */
  readonly leastDocuments?: number;
}

/**
 * Writes the parts of the state at the view: those the tail touches, and those with a document whose
 * representative changes; the others are those of the view's checkpoint. Two passes: the first finds
 * which documents share a text and what hosts repeat, and publishes their profiles; the second writes.
 */
export async function makeCheckpoint(
  deps: ManifestDeps,
  view: View,
  options: CheckpointOptions,
): Promise<Checkpoint> {
  const { maxPartBytes, leastDocuments } = options;
  const base = view.checkpoint;
  const tail = await openTail(deps.store, view.tail, mergeTailRow);
  const parts = new Map(base?.parts.map((part) => [part.partition, part]));
  const partitions = new Set(parts.keys());

  const totals: Totals = { ...base?.totals };
  const changes: TextChanges = new Map();
  const samples = sampleKeeper(deps, base?.samples ?? [], {
    ...options,
    onChange: (host, sample) =>
      publishProfile(deps.store, countProfile(host, view.head, sample), leastDocuments),
  });
  for await (const [partition, states] of byPartition(tail(), partitions))
    for await (const joined of joinPart(deps.store, parts.get(partition), states))
      if ('after' in joined) {
        countChange(totals, joined.before, joined.after);
        noteChange(changes, joined.before, joined.after);
        await addToSample(samples, joined);
      }
  const sampleParts = await samples.end();
  const { texts, representatives } = await updateTexts(deps, base?.texts ?? [], changes);

  const reassigned = new Set([...representatives.keys()].map((id) => partitionOf(id, partitions)));
  const written: Part[] = [];
  const rewrite = async (partition: string, states: AsyncIterable<TailState>): Promise<void> => {
    const writer = partWriter(deps, partition, maxPartBytes);
    for await (const joined of joinPart(deps.store, parts.get(partition), states))
      await writer.add(joined.id, lineOf(joined, representatives));
    written.push(...(await writer.end()));
    parts.delete(partition);
    reassigned.delete(partition);
  };
  for await (const [partition, states] of byPartition(tail(), partitions))
    await rewrite(partition, states);
  for (const partition of [...reassigned]) await rewrite(partition, nothing());

  return {
    schema: MANIFEST_SCHEMA,
    number: view.head,
    at: timestamp(deps),
    previous: base === null ? null : checkpointKey(base.number),
    parts: [...parts.values(), ...written].sort((a, b) => (a.partition < b.partition ? -1 : 1)),
    texts,
    samples: sampleParts,
    totals,
  };
}

/** The states of each partition that has any, in order of id; each stream must be read to its end. */
async function* byPartition(
  states: AsyncIterable<TailState>,
  partitions: ReadonlySet<string>,
): AsyncGenerator<[string, AsyncIterable<TailState>]> {
  const rest = peekable(states);
  for (let next = await rest.peek(); next !== undefined; next = await rest.peek()) {
    const partition = partitionOf(next.id, partitions);
    yield [partition, rest.takeWhile(({ id }) => id.startsWith(partition))];
  }
}

async function* nothing(): AsyncGenerator<TailState> {}

/** A page whose content register the tail replaced may be counted anew. */
async function addToSample(
  samples: SampleKeeper,
  { id, before, after, traits }: Changed,
): Promise<void> {
  const { content } = after;
  if (content === null || content.ulid === before?.content?.ulid) return;
  const { fetchedAt, cleaner, ulid, textSha, site } = content;
  const page: SampledPage = { id, fetchedAt, cleaner, ulid, textSha, site, traits };
  await samples.add(after.canonicalUrl, page);
}

/** URLs by the state they last reached. */
function countChange(totals: Totals, before: UrlState | null, after: UrlState): void {
  if (before !== null) totals[before.last.state] = (totals[before.last.state] ?? 0) - 1;
  totals[after.last.state] = (totals[after.last.state] ?? 0) + 1;
}

function lineOf(joined: Joined, representatives: Representatives): string {
  const representative = representatives.get(joined.id);
  if ('line' in joined) {
    if (representative === undefined) return joined.line;
    const state = parseState(joined.id, joined.line);
    return JSON.stringify({ ...state, duplicateOf: representative });
  }
  const { after } = joined;
  const kept = representative === undefined ? after.duplicateOf : representative;
  return JSON.stringify({ ...after, duplicateOf: textLine(after) === null ? null : kept });
}
