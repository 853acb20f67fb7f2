import { lookupUrls } from '#lib/consume/lookup.ts';
import type { Messenger } from '#lib/io/messenger.ts';
import type { ObjectStore } from '#lib/io/object-store.ts';
import { packMessages } from '#lib/model/lanes.ts';
import type { RunRecord } from '#lib/model/run.ts';
import { leftOver } from '#lib/run/resume.ts';
import { previousFetchOf } from '#lib/source/previous-fetch.ts';
import { openingMessage } from './begin-run.ts';
import type { OpenWork } from './open-work.ts';
import { CLOUD_LIMITS } from './run-context.ts';

export interface SendAgainDeps {
  readonly store: ObjectStore;
  readonly messenger: Messenger;
  readonly ulid: () => string;
}

/** Sends everything that is open once more; says how much that is: URLs and lists of them. */
export async function sendAgain(
  record: RunRecord,
  { rows, items, links, unread, isBegun }: OpenWork,
  { store, messenger, ulid }: SendAgainDeps,
): Promise<number> {
  if (!isBegun && !record.listed) {
    const first = await openingMessage(store, record);
    await messenger.send({ discover: [first], fetch: [], clean: [] });
    return 1;
  }
  const run = { runId: record.runId, source: record.source.name };
  const known = await lookupUrls(
    store,
    items.map((item) => item.canonicalUrl),
  );
  const { toFetch, toClean, toRead } = leftOver(rows, (url) => previousFetchOf(known.get(url)));
  const reading = toRead.length + links.length > 0;
  await messenger.send({
    fetch: packMessages(run, toFetch, CLOUD_LIMITS, ulid),
    clean: toClean.length > 0 ? [{ ...run, pages: [...toClean] }] : [],
    discover: [...(reading ? [{ ...run, links: [...links], pages: [...toRead] }] : []), ...unread],
  });
  return items.length + links.length + unread.length;
}
