import type { UrlState } from '#lib/model/row.ts';
import type { RunRecord } from '#lib/model/run.ts';
import { type SourceDefinition, sourceDefinition } from '#lib/model/source.ts';
import { readRunLog } from '#lib/run/read-run-rows.ts';
import { countTerminal, runStates } from '#lib/run/resume.ts';
import {
  completeRun,
  latestCheckpoint,
  newRun,
  type OpenRun,
  openRun,
  runRecords,
} from '#lib/run/run-records.ts';
import type { Ports } from '#lib/stages/stage.ts';

/** The runs in which pages are cleaned again: one a source, begun with its first page. */
export interface RecleanRuns {
  /** Nothing is to be written. */
  readonly isTrial: boolean;
  /** Name of the source by whose definition the page is cleaned. */
  sourceOf(state: UrlState): string;
  of(source: string): Promise<RunRecord>;
  /** Writes the totals of the runs that were begun. */
  complete(): Promise<void>;
}

/** Definitions are those of the sources' latest runs. A trial leaves no record. */
export async function recleanRuns(
  { store, clock, ulid }: Pick<Ports, 'store' | 'clock' | 'ulid'>,
  { isTrial }: { readonly isTrial: boolean },
): Promise<RecleanRuns> {
  const definitions = new Map<string, SourceDefinition>();
  const sourceOfRun = new Map<string, string>();
  for await (const { record } of runRecords(store)) {
    definitions.set(record.source.name, record.source); // oldest first: the latest stays
    sourceOfRun.set(record.runId, record.source.name);
  }
  const open = new Map<string, OpenRun>();

  const begin = async (source: string): Promise<OpenRun> => {
    const definition = definitions.get(source) ?? sourceDefinition.parse({ name: source });
    const runId = ulid();
    const startedAt = new Date(clock.now()).toISOString();
    if (!isTrial) return openRun(store, definition, { runId, startedAt, trigger: 'reclean' });
    const checkpoint = await latestCheckpoint(store);
    const record = newRun(definition, 'reclean', { runId, startedAt, checkpoint });
    return { record, etag: '', resumed: false };
  };

  return {
    isTrial,
    sourceOf({ last, sources }) {
      const ran = sourceOfRun.get(last.run);
      return ran ?? sources.find((name) => definitions.has(name)) ?? sources[0] ?? 'reclean';
    },
    async of(source) {
      const known = open.get(source) ?? (await begin(source));
      open.set(source, known);
      return known.record;
    },
    async complete() {
      if (isTrial) return;
      for (const run of open.values()) {
        const { rows: all, commit } = await readRunLog(store, run.record.runId);
        const rows = [...runStates(all).values()];
        const completedAt = new Date(clock.now()).toISOString();
        const done = { completedAt, commit, discovered: rows.length, states: countTerminal(rows) };
        await completeRun(store, run, { ...run.record, ...done });
      }
    },
  };
}
