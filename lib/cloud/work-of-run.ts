/**
 * What a message still asks for. While its run goes on that is all of it. Once the run is complete, a
 * message is one that came twice or late, and there is nothing to do; or it was sent back from a
 * dead-letter queue, and what the run gave up is done after all. One request, the run's record; of a
 * complete run also what is known of the URLs.
 */
import { lookupUrls } from '#lib/consume/lookup.ts';
import type { ObjectStore } from '#lib/io/object-store.ts';
import type {
  CleanMessage,
  DiscoverMessage,
  FetchedPage,
  FetchMessage,
} from '#lib/model/messages.ts';
import type { UrlState } from '#lib/model/row.ts';
import type { RunRecord } from '#lib/model/run.ts';
import { isTerminal } from '#lib/model/states.ts';
import type { Ports } from '#lib/stages/stage.ts';
import { CANCELLED, endItems } from './ended-rows.ts';
import { isCancelled, readRun } from './run-context.ts';

export interface WorkOfRun<M> {
  readonly message: M;
  readonly record: RunRecord;
}

/** Null: there is nothing to do. */
type Todo<M> = WorkOfRun<M> | null;

type Known = ReadonlyMap<string, UrlState>;

export async function fetchWork(
  store: ObjectStore,
  message: FetchMessage,
): Promise<Todo<FetchMessage>> {
  const record = await readRun(store, message.runId);
  if (record.completedAt === null) return { message, record };
  const known = await lookupUrls(
    store,
    message.items.map(({ canonicalUrl }) => canonicalUrl),
  );
  const items = message.items.filter((item) => isGivenUp(item.canonicalUrl, record, known));
  return items.length === 0 ? null : { message: { ...message, items }, record };
}

export async function cleanWork(
  store: ObjectStore,
  message: CleanMessage,
): Promise<Todo<CleanMessage>> {
  const record = await readRun(store, message.runId);
  if (record.completedAt === null) return { message, record };
  const known = await knownOf(store, message.pages);
  const pages = message.pages.filter(
    (page) => isGivenUp(page.item.canonicalUrl, record, known) || isUncleaned(page, known),
  );
  return pages.length === 0 ? null : { message: { ...message, pages }, record };
}

/**
 * A complete run takes in no more URLs, but those of lists it was completed without. Nor does one that
 * was cancelled: pages that were fetched to be read end here. A second request, for that.
 */
export async function discoverWork(
  ports: Ports,
  message: DiscoverMessage,
): Promise<Todo<DiscoverMessage>> {
  const { store } = ports;
  const record = await readRun(store, message.runId);
  if (record.completedAt === null) {
    if (!(await isCancelled(store, message.runId))) return { message, record };
    const items = message.pages.map(({ item }) => item);
    await endItems(message, items, CANCELLED, ports);
    return null;
  }
  if (message.list !== undefined && record.lost != null) return { message, record };
  const known = await knownOf(store, message.pages);
  const pages = message.pages.filter(({ item }) => isGivenUp(item.canonicalUrl, record, known));
  const { runId, source } = message;
  return pages.length === 0 ? null : { message: { runId, source, links: [], pages }, record };
}

async function knownOf(store: ObjectStore, pages: readonly FetchedPage[]): Promise<Known> {
  return await lookupUrls(
    store,
    pages.map(({ item }) => item.canonicalUrl),
  );
}

/** The run ended it without a result, or somebody was at it when the run was completed. */
function isGivenUp(url: string, { runId }: RunRecord, known: Known): boolean {
  const last = known.get(url)?.last;
  if (last === undefined || last.run !== runId) return false;
  return !isTerminal(last.state) || last.reason === 'poison' || last.reason === 'lost';
}

/** Fetched by a message that came twice while the run was completed: its row may not be in the log yet. */
function isUncleaned({ item, parts }: FetchedPage, known: Known): boolean {
  const state = known.get(item.canonicalUrl);
  if (state?.presence?.value === 'taken-down') return false;
  const [page] = parts;
  return page !== undefined && page.fetchedAt > (state?.content?.fetchedAt ?? '');
}
