import { CLEANER_VERSION } from '#lib/clean/cleaner-version.ts';
import { lookupUrls } from '#lib/consume/lookup.ts';
import { leftAlone } from '#lib/fetch/endings.ts';
import type { Ending, TakenPart } from '#lib/fetch/item-result.ts';
import { documentId } from '#lib/model/document-id.ts';
import type { FetchedPage, FetchItem } from '#lib/model/messages.ts';
import { newRow, type RowFacts } from '#lib/model/new-row.ts';
import type { RawReference, Row, UrlState } from '#lib/model/row.ts';
import type { RunRecord } from '#lib/model/run.ts';
import type { SourceDefinition } from '#lib/model/source.ts';
import { articlePages } from '#lib/source/article-pages.ts';
import { firstPage } from '#lib/source/first-page.ts';
import { previousFetchOf } from '#lib/source/previous-fetch.ts';
import type { Ports } from '#lib/stages/stage.ts';
import type { ChosenExchange } from './chosen-exchanges.ts';
import type { HeldPage } from './replayed-articles.ts';
import { replayedEnding } from './replayed-ending.ts';

/** What a batch of archived exchanges comes to. The rows are not written yet. */
export interface ReplayedBatch {
  readonly rows: readonly Row[];
  /** Pages to be cleaned. */
  readonly pages: readonly FetchedPage[];
  /** Pages whose pager names others, to be cleaned when all are read. */
  readonly held: readonly HeldPage[];
}

type Run = Pick<RunRecord, 'runId' | 'source'>;
type Pager = Pick<HeldPage, 'further' | 'isLater'>;

/** One batch through archive and fetch's endings, as if it had been fetched. */
export async function replayBatch(
  chosen: readonly ChosenExchange[],
  run: Run,
  ports: Ports,
): Promise<ReplayedBatch> {
  const known = await lookupUrls(
    ports.store,
    chosen.map(({ address }) => address),
  );
  const ended = chosen.map((one) => endExchange(one, known, run.source));
  const archived = ended.flatMap(({ ending }) => ending.exchange ?? []);
  const references = await ports.warcWriter.write(archived);
  const raws = new Map(archived.map((exchange, index) => [exchange, references[index]]));

  const rows = ended.map(({ item }) => replayedRow(item, run, ports));
  const pages: FetchedPage[] = [];
  const held: HeldPage[] = [];
  for (const { item, ending, part, pager } of ended) {
    const raw = ending.exchange ? (raws.get(ending.exchange) ?? null) : null;
    const { state, reason, detail, presence } = ending;
    const fetch = ending.fetch && raw ? { ...ending.fetch, raw } : ending.fetch;
    rows.push(replayedRow(item, run, ports, { state, reason, detail, presence, fetch }));
    if (!part || !raw) continue;
    const page = pageOf(item, part, raw);
    if (pager) held.push({ page, ...pager });
    else pages.push(page);
  }
  return { rows, pages, held };
}

/** A row of a replay; `discovered` unless it says otherwise. */
export function replayedRow(
  item: FetchItem,
  { runId, source }: Run,
  { clock, ulid }: Pick<Ports, 'clock' | 'ulid'>,
  facts: RowFacts = { state: 'discovered', reason: 'seed' },
): Row {
  const at = new Date(clock.now()).toISOString();
  return newRow(item, facts, { ulid: ulid(), run: runId, source: source.name, at });
}

interface Ended {
  readonly item: FetchItem;
  readonly ending: Ending;
  readonly part: TakenPart | null;
  readonly pager: Pager | null;
}

function endExchange(
  { exchange, address, lacks }: ChosenExchange,
  known: ReadonlyMap<string, UrlState>,
  source: SourceDefinition,
): Ended {
  const state = known.get(address);
  const item: FetchItem = {
    id: documentId(address),
    url: exchange.url,
    canonicalUrl: address,
    kind: 'page',
    depth: 0,
    hop: 0,
    via: null,
    previous: previousFetchOf(state),
  };
  const left = (ending: Ending): Ended => ({ item, ending, part: null, pager: null });
  if (state?.presence?.value === 'taken-down') {
    return left(leftAlone('taken-down', 'takedown', null));
  }
  if (lacks !== null) return left(leftAlone('failed', 'lost', lacks));
  const pager = pagerOf(exchange);
  const deps = { source, cleanerVersion: CLEANER_VERSION, mayBeUnchanged: pager === null };
  return { item, ...replayedEnding(item, exchange, deps), pager };
}

/** What a page says of its article; null for a page that is all of it. */
function pagerOf({ url, payload, responseHeaders }: ChosenExchange['exchange']): Pager | null {
  const type = responseHeaders.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? null;
  const further = articlePages(payload, type, url);
  const isLater = firstPage(payload, type, url) !== null;
  return further.length > 0 || isLater ? { further, isLater } : null;
}

function pageOf(item: FetchItem, part: TakenPart, raw: RawReference): FetchedPage {
  const { url, canonicalUrl: canonical, fetchedAt, contentType, payloadDigest, robots } = part;
  const one = { url, canonicalUrl: canonical, fetchedAt, contentType, payloadDigest, raw };
  return { item, parts: [{ ...one, robots: [...robots] }], partsMissing: false };
}
