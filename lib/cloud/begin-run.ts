import type { Messenger } from '#lib/io/messenger.ts';
import type { ObjectStore } from '#lib/io/object-store.ts';
import type { DiscoverMessage } from '#lib/model/messages.ts';
import type { RunRecord } from '#lib/model/run.ts';
import type { SourceDefinition } from '#lib/model/source.ts';
import { createRun, latestCheckpoint, newRun } from '#lib/run/run-records.ts';
import { hasLists, sourceLinks } from '#lib/run/source-links.ts';
import type { Ports } from '#lib/stages/stage.ts';
import { closeLists, KNOWN_LIST, writeList } from './run-lists.ts';

export interface BeginDeps extends Pick<Ports, 'store' | 'clock' | 'ulid'> {
  readonly messenger: Messenger;
}

/** URLs by hand: `more` if others of the same run will follow. */
export interface GivenUrls {
  readonly urls: readonly string[];
  readonly more: boolean;
}

/**
 * Starts a run in the cloud: its record is stored first, then discover is told what the source
 * names; or, of URLs that were given, only those, under the rules of the source.
 */
export async function beginRun(
  source: SourceDefinition,
  trigger: RunRecord['trigger'],
  deps: BeginDeps,
  given?: GivenUrls,
): Promise<string> {
  const runId = deps.ulid();
  const record = newRun(given ? named(source) : source, trigger, {
    runId,
    startedAt: new Date(deps.clock.now()).toISOString(),
    checkpoint: await latestCheckpoint(deps.store),
  });
  await createRun(deps.store, given ? { ...record, listed: true } : record);
  if (given) await addUrls(record, 0, given, deps);
  else await tell(deps.messenger, await openingMessage(deps.store, record));
  return runId;
}

/**
 * What discover is told first: what the source names; if it names no lists, also to look up what is
 * known. As a list of the run, so that it is seen to be unread however much of the message is lost.
 */
export async function openingMessage(
  store: ObjectStore,
  { runId, source }: Pick<RunRecord, 'runId' | 'source'>,
): Promise<DiscoverMessage> {
  const name = hasLists(source) ? 'opening' : KNOWN_LIST;
  return await writeList(store, { runId, source: source.name }, name, sourceLinks(source));
}

/** Adds URLs to a run of given URLs. The same part again is the same list. */
export async function addUrls(
  { runId, source }: Pick<RunRecord, 'runId' | 'source'>,
  part: number,
  { urls, more }: GivenUrls,
  { store, messenger }: Pick<BeginDeps, 'store' | 'messenger'>,
): Promise<void> {
  const links = sourceLinks({ ...named(source), seeds: [...urls] });
  const name = String(part).padStart(8, '0');
  const message = await writeList(store, { runId, source: source.name }, name, links);
  if (!more) await closeLists(store, runId);
  await tell(messenger, message);
}

/** A source without what it names itself. */
function named(source: SourceDefinition): SourceDefinition {
  return { ...source, seeds: [], listings: [], sitemaps: [], feeds: [] };
}

async function tell(messenger: Messenger, message: DiscoverMessage): Promise<void> {
  await messenger.send({ discover: [message], fetch: [], clean: [] });
}
