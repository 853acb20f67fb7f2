/** A run's report from what the store holds of it: rows, what the manifest knows, figures of earlier runs. */
import { CLEANER_VERSION } from '#lib/clean/cleaner-version.ts';
import { lookupUrls } from '#lib/consume/lookup.ts';
import type { ObjectStore } from '#lib/io/object-store.ts';
import { estimatedDollars } from '#lib/model/cost/estimated-dollars.ts';
import { figuresKey, reportKey } from '#lib/model/keys.ts';
import { jsonBytes } from '#lib/model/object-reader.ts';
import type { Row, UrlState } from '#lib/model/row.ts';
import type { RunRecord } from '#lib/model/run.ts';
import type { RunFigures } from '#lib/model/run-figures.ts';
import { figuresOfRun } from '#lib/report/figures-of-run.ts';
import { type Outcome, runOutcomes } from '#lib/report/outcomes.ts';
import { packedView } from '#lib/report/packed-view.ts';
import type { PageView } from '#lib/report/page-view.ts';
import { type ReportInput, reportHtml } from '#lib/report/report-html.ts';
import { viewOrder } from '#lib/report/view-order.ts';
import { earlierFigures } from './earlier-figures.ts';

export interface ReportOptions {
  /** How many before-and-after views go into the file; the most telling first. */
  readonly maxViews: number;
  /** The view of a page from its kept response; null if that is gone. */
  readonly viewOf: (outcome: Outcome, known: UrlState | null) => Promise<PageView | null>;
  /** Figures of earlier runs that have none, computed from their rows. */
  readonly missing?: (runId: string) => Promise<RunFigures | null>;
  readonly viewsAt?: string | null;
  readonly location?: string | null;
  /** Called before each view with how many there will be. */
  readonly onView?: (done: number, of: number) => void;
}

export interface RunReport {
  readonly input: ReportInput;
  readonly html: string;
}

/** Bytes of packed views in one file: it stays quick to open and to send. */
const MAX_VIEW_BYTES = 12_000_000;

/** The report of a run. Requests: those of a lookup of its URLs, and some for each view. */
export async function runReport(
  store: ObjectStore,
  record: RunRecord,
  rows: readonly Row[],
  options: ReportOptions,
): Promise<RunReport> {
  const known = await lookupUrls(store, new Set(rows.map(({ canonicalUrl }) => canonicalUrl)));
  const outcomes = runOutcomes(rows, known);
  const earlier = await earlierFigures(store, record, options.missing);
  const figures = figuresOfRun(record, outcomes, earlier, estimatedDollars);
  const views = await packViews(outcomes, known, options);
  const input: ReportInput = {
    record,
    figures,
    outcomes,
    earlier,
    views,
    viewsAt: options.viewsAt ?? null,
    location: options.location ?? null,
    version: String(CLEANER_VERSION),
  };
  return { input, html: reportHtml(input) };
}

/** Writes page and figures of a run; doing it again replaces them. */
export async function storeReport(
  store: ObjectStore,
  { input, html }: RunReport,
): Promise<{ readonly key: string }> {
  const { runId } = input.record;
  await store.put(figuresKey(runId), jsonBytes(input.figures));
  await store.put(reportKey(runId), new TextEncoder().encode(html));
  return { key: reportKey(runId) };
}

async function packViews(
  outcomes: readonly Outcome[],
  known: ReadonlyMap<string, UrlState>,
  { maxViews, viewOf, onView }: ReportOptions,
): Promise<Map<string, string>> {
  const views = new Map<string, string>();
  const wanted = viewOrder(outcomes).slice(0, maxViews);
  let bytes = 0;
  for (const [index, outcome] of wanted.entries()) {
    onView?.(index, wanted.length);
    const view = await viewOf(outcome, known.get(outcome.canonicalUrl) ?? null);
    if (view === null) continue;
    const packed = packedView({ ...view, id: outcome.id });
    bytes += packed.length;
    if (bytes > MAX_VIEW_BYTES) break;
    views.set(outcome.id, packed);
  }
  return views;
}
