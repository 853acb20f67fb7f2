import type { Messenger } from '../io/messenger.ts';
import type { ObjectStore } from '../io/object-store.ts';
import { knownKey } from '../model/keys.ts';
import type { RunRecord } from '../model/run.ts';
import { knownMessage, type LeftOver } from '../run/resume.ts';

/**
 * Sends a scheduled run what earlier runs know, once it has read its sitemaps, feeds and listings:
 * what those name as new or changed goes first. Says whether it did. A run on demand asks only for
 * what its source or its caller names.
 */
export async function offerKnown(
  { runId, source, trigger }: Pick<RunRecord, 'runId' | 'source' | 'trigger'>,
  open: LeftOver,
  { store, messenger }: { readonly store: ObjectStore; readonly messenger: Messenger },
): Promise<boolean> {
  if (trigger !== 'schedule' || open.seen.size === 0 || open.toRead.length > 0) return false;
  if ([...open.toFetch, ...open.links].some(({ kind }) => kind !== 'page')) return false;
  if ((await store.get(knownKey(runId))) !== null) return false;
  const discover = [knownMessage({ runId, source: source.name })];
  // the message first: sent twice it does no harm, lost it would be missed
  await messenger.send({ discover, fetch: [], clean: [] });
  await store.put(knownKey(runId), new Uint8Array());
  return true;
}
