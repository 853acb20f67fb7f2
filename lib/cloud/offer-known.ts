import type { Messenger } from '#lib/io/messenger.ts';
import type { ObjectStore } from '#lib/io/object-store.ts';
import type { RunRecord } from '#lib/model/run.ts';
import { hasLists } from '#lib/run/source-links.ts';
import type { OpenWork } from './open-work.ts';
import { KNOWN_LIST, writeList } from './run-lists.ts';

/**
 * Sends a run what earlier runs know, once it has read its sitemaps, feeds and listings: what those name
 * as new or changed goes first. Says whether it did. A run of given URLs asks only for those, and a
 * source without lists is told of what is known when its run begins.
 */
export async function offerKnown(
  { runId, source, listed }: Pick<RunRecord, 'runId' | 'source' | 'listed'>,
  { rows, items, links, isKnownOffered }: OpenWork,
  { store, messenger }: { readonly store: ObjectStore; readonly messenger: Messenger },
): Promise<boolean> {
  if (listed || isKnownOffered || rows.length === 0 || !hasLists(source)) return false;
  if ([...items, ...links].some(({ kind }) => kind !== 'page')) return false;
  // stored before it is sent: until discover has read it the run is open, and what is lost is sent again
  const message = await writeList(store, { runId, source: source.name }, KNOWN_LIST, []);
  await messenger.send({ discover: [message], fetch: [], clean: [] });
  return true;
}
