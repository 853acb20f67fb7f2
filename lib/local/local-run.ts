/**
 * The main job on one machine, from a source definition to a finished run: continue or start,
 * work until nothing is left, check that every URL ended in one state, compact.
 */
import { snapshot } from '#lib/consume/snapshot.ts';
import { commitSegments } from '#lib/manifest/commit.ts';
import { sweep } from '#lib/manifest/sweep.ts';
import { type Segment, writeSegment } from '#lib/manifest/write-segment.ts';
import type { BatchLimits } from '#lib/model/lanes.ts';
import type { CleanMessage } from '#lib/model/messages.ts';
import type { Row, UrlState } from '#lib/model/row.ts';
import type { RunRecord } from '#lib/model/run.ts';
import type { SourceDefinition } from '#lib/model/source.ts';
import { pipeline } from '#lib/pipeline.ts';
import { hostProfiles } from '#lib/run/host-profiles.ts';
import { readRunRows } from '#lib/run/read-run-rows.ts';
import { knownMessage, leftOver } from '#lib/run/resume.ts';
import { robotsLinks } from '#lib/run/robots-links.ts';
import { runBudget } from '#lib/run/run-budget.ts';
import { type OpenRun, openRun } from '#lib/run/run-records.ts';
import { knownLinks } from '#lib/run/source-links.ts';
import { readSpent } from '#lib/run/spent.ts';
import { previousFetchOf } from '#lib/source/previous-fetch.ts';
import type { Ports } from '#lib/stages/stage.ts';
import { finishRun, type RunSummary } from './finish-run.ts';
import { importFiles, type PageFile } from './import-files.ts';
import { initialWork } from './initial-work.ts';
import { runLocally } from './run-locally.ts';

export interface LocalRunOptions {
  readonly userAgent: string;
  /** Ask only URLs whose due date has come; else all that the source knows. */
  readonly dueOnly: boolean;
  /** Pages of this machine, to be taken into the run as if fetched. */
  readonly files?: readonly PageFile[];
  /** The store as the command line names it, for the commands a report shows. */
  readonly location?: string;
  readonly signal: AbortSignal;
  readonly onRow: (row: Row) => void;
  readonly onStart: (run: { readonly runId: string; readonly resumed: boolean }) => void;
}

/** Small batches: what a kill can cost is one batch of fetches, and progress shows early. */
const LOCAL_LIMITS: BatchLimits = { items: 100, itemsPerHost: 20 };

/**
 * Runs one source to its end, or until the signal is aborted; calling it again continues.
 * @throws the first fault of a stage, after everything that was under way is durable
 */
export async function localRun(
  ports: Ports,
  source: SourceDefinition,
  options: LocalRunOptions,
): Promise<RunSummary> {
  const { store, clock, ulid } = ports;
  const commitDeps = { store, now: () => clock.now(), ulid };
  await sweep(commitDeps, { olderThanMs: 0 }); // segments a killed run left behind
  const run = await openRun(store, source, {
    runId: ulid(),
    startedAt: new Date(clock.now()).toISOString(),
  });
  const { record } = run;
  options.onStart({ runId: record.runId, resumed: run.resumed });

  const known = await knownUrls(ports, record.source.name);
  const before = run.resumed ? await readRunRows(store, record.runId) : [];
  const left = leftOver(before, (url) => previousFetchOf(known.get(url)));
  const budget = runBudget(
    {
      limits: record.source.budget,
      startedAt: clock.now() - activeMs(record, before),
      before: await readSpent(store, record.runId),
      entered: () => left.seen.size,
    },
    clock.now,
  );
  const stages = pipeline(ports, {
    record,
    seen: left.seen,
    settled: new Set(),
    lookup: async (urls) => new Map(urls.flatMap((url) => entry(known, url))),
    knownLinks: async () => knownLinks(record.source, known.values()),
    profile: hostProfiles(store, record.checkpoint),
    dueOnly: options.dueOnly,
    limits: LOCAL_LIMITS,
    budget,
    signal: options.signal,
    userAgent: options.userAgent,
  });

  const commit = async (segments: readonly Segment[]): Promise<void> => {
    await commitSegments(segments, commitDeps);
  };
  const ofRobots = await robotsLinks(store, record.source, before);
  const work = initialWork(record, left, ofRobots, LOCAL_LIMITS, ulid);
  const imported = await takeIn(
    options.files ?? [],
    run,
    { seen: left.seen, known },
    ports,
    commit,
  );
  await runLocally(
    stages,
    { ...work, clean: [...work.clean, ...imported] },
    {
      commit,
      afterLists: [knownMessage({ runId: record.runId, source: record.source.name })],
      onRow: options.onRow,
      signal: options.signal,
    },
  );

  return await finishRun(ports, run, options);
}

/** How long the run was worked on before, as far as its rows tell. */
function activeMs({ startedAt }: RunRecord, rows: readonly Row[]): number {
  const start = Date.parse(startedAt);
  return rows.reduce((last, { at }) => Math.max(last, Date.parse(at)), start) - start;
}

/** Files become rows and raw first, like everything that is fetched; cleaning them is a message. */
async function takeIn(
  files: readonly PageFile[],
  { record }: OpenRun,
  { seen, known }: { seen: Set<string>; known: ReadonlyMap<string, UrlState> },
  ports: Ports,
  commit: (segments: readonly Segment[]) => Promise<void>,
): Promise<CleanMessage[]> {
  if (files.length === 0) return [];
  const run = { runId: record.runId, source: record.source.name };
  const { rows, clean } = await importFiles(files, run, seen, ports, (url) =>
    previousFetchOf(known.get(url)),
  );
  if (rows.length > 0) {
    const { store, clock, ulid } = ports;
    await commit([await writeSegment(rows, { store, now: () => clock.now(), ulid })]);
  }
  return clean ? [clean] : [];
}

/** What earlier runs know of the source's URLs. Held in memory: a local store is of one machine's size. */
async function knownUrls(ports: Ports, source: string): Promise<Map<string, UrlState>> {
  const known = new Map<string, UrlState>();
  for await (const state of snapshot(ports.store, { filter: { source } })) {
    known.set(state.canonicalUrl, state);
  }
  return known;
}

function entry(known: ReadonlyMap<string, UrlState>, url: string): [string, UrlState][] {
  const state = known.get(url);
  return state ? [[url, state]] : [];
}
