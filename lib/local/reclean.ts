/**
 * Reclean: documents that older code made are made again from the stored responses, by the same clean
 * stage; no request is made. A page whose raw is not kept, or of an article that lacks a part of
 * it, stays as it is and is told as such.
 */
import { documentOf } from '#lib/consume/document.ts';
import { lookupUrls } from '#lib/consume/lookup.ts';
import type { ObjectStore } from '#lib/io/object-store.ts';
import { commitSegments } from '#lib/manifest/commit.ts';
import type { FetchedPage } from '#lib/model/messages.ts';
import type { Row, UrlState } from '#lib/model/row.ts';
import { hostProfiles } from '#lib/run/host-profiles.ts';
import { previousFetchOf } from '#lib/source/previous-fetch.ts';
import { cleanStage } from '#lib/stages/clean-stage.ts';
import type { Ports } from '#lib/stages/stage.ts';
import { type DocumentChange, documentChange } from './document-change.ts';
import { type RecleanRuns, recleanRuns } from './reclean-runs.ts';

const BATCH_PAGES = 100;

export interface RecleanOptions {
  /** What is to be cleaned again; a state without raw is told and left. */
  readonly states: AsyncIterable<UrlState>;
  /** Where the results of a trial go instead of the store; a fresh one for each batch. */
  readonly scratch?: (store: ObjectStore) => ObjectStore;
  readonly onChange: (change: DocumentChange) => void;
  /** Aborted: the batch that is under way is finished and committed. */
  readonly signal: AbortSignal;
}

/**
 * Cleans pages again and tells what each came to. Stopped or killed, it is begun again with the states
 * that are still old. Memory: one batch.
 */
export async function reclean(ports: Ports, options: RecleanOptions): Promise<void> {
  const runs = await recleanRuns(ports, { isTrial: options.scratch !== undefined });
  let batch: UrlState[] = [];
  for await (const state of options.states) {
    batch.push(state);
    if (batch.length < BATCH_PAGES) continue;
    await recleanBatch(batch, ports, runs, options);
    batch = [];
    if (options.signal.aborted) return;
  }
  await recleanBatch(batch, ports, runs, options);
  await runs.complete();
}

async function recleanBatch(
  states: readonly UrlState[],
  ports: Ports,
  runs: RecleanRuns,
  { scratch, onChange }: RecleanOptions,
): Promise<void> {
  const parts = await lookupUrls(
    ports.store,
    states.flatMap(({ content }) => content?.parts ?? []),
  );
  for (const [source, some] of Map.groupBy(states, (state) => runs.sourceOf(state))) {
    const store = scratch?.(ports.store) ?? ports.store;
    const pages = some.map((state) => pageOf(state, parts)).filter((page) => page !== null);
    const rows =
      pages.length > 0 ? await cleanAgain({ source, pages }, { ...ports, store }, runs) : [];
    const results = new Map(rows.map((row) => [row.id, row]));
    for (const state of some)
      onChange(await changeOf(state, results.get(state.id) ?? null, ports.store, store));
  }
}

/** The rows of the pages, committed unless it is a trial. */
async function cleanAgain(
  { source, pages }: { readonly source: string; readonly pages: FetchedPage[] },
  ports: Ports,
  runs: RecleanRuns,
): Promise<readonly Row[]> {
  const record = await runs.of(source);
  const message = { runId: record.runId, source, pages };
  const profile = hostProfiles(ports.store, record.checkpoint);
  const { rows, segment } = await cleanStage(message, ports, { record, profile });
  const { store, clock, ulid } = ports;
  if (segment && !runs.isTrial)
    await commitSegments([segment], { store, now: () => clock.now(), ulid });
  return rows;
}

/** The page with its payloads as they are stored; null if one of them is not. */
function pageOf(state: UrlState, known: ReadonlyMap<string, UrlState>): FetchedPage | null {
  const further = (state.content?.parts ?? []).map((url) => known.get(url));
  const parts = [state, ...further].map((one) => {
    if (!one?.fetch?.raw || one.fetch.payloadDigest === null) return null;
    const { url, canonicalUrl } = one;
    const { contentType, payloadDigest, robots, raw } = one.fetch;
    const fetchedAt = rawTime(one);
    return { url, canonicalUrl, fetchedAt, contentType, payloadDigest, robots, raw };
  });
  const present = parts.filter((part) => part !== null);
  if (present.length < parts.length) return null;
  const { id, url, canonicalUrl, kind, content } = state;
  return {
    item: {
      id,
      url,
      canonicalUrl,
      kind,
      depth: 0,
      hop: 0,
      via: null,
      previous: previousFetchOf(state),
    },
    parts: present,
    partsMissing: content?.incomplete.includes('parts-missing') ?? false,
  };
}

/** When the stored payload was fetched: the register's own time may be that of a 304 or a failure since. */
function rawTime({ fetch, content }: UrlState): string {
  const changedAt = fetch?.changedAt ?? '';
  const used = content?.fetchedAt ?? fetch?.fetchedAt ?? '';
  if (changedAt > used) return changedAt;
  return used;
}

async function changeOf(
  state: UrlState,
  row: Row | null,
  before: ObjectStore,
  after: ObjectStore,
): Promise<DocumentChange> {
  const old = await documentOf(before, state);
  const content = row?.content ?? null;
  const isSame = row?.state === 'unchanged';
  const made =
    content && row
      ? await documentOf(after, { ...state, content: { ...content, ulid: row.ulid } })
      : null;
  return documentChange(state, row, { before: old, after: isSame ? old : made });
}
