import { setTimeout as wait } from 'node:timers/promises';
import type { ObjectStore } from '#lib/io/object-store.ts';
import { readIndex } from '#lib/model/log.ts';
import type { RunRecord } from '#lib/model/run.ts';
import { isTerminal, type State } from '#lib/model/states.ts';
import { runRecords } from '#lib/run/run-records.ts';
import { EXIT } from './exit-codes.ts';

const EVERY_MS = 2000;
const SECONDS_PER_MINUTE = 60;

interface Seen {
  readonly discovered: number;
  readonly ended: number;
  readonly states: string;
}

/**
 * Shows how far a run is until it is complete: on a terminal in one line that changes, elsewhere a line
 * whenever something has. Exit code 1 if URLs of it failed.
 */
export async function watchRun(
  store: ObjectStore,
  runId: string,
  stream: NodeJS.WriteStream,
): Promise<number> {
  const startedAt = Date.now();
  let first: Seen | null = null;
  let shown = '';
  for (;;) {
    const record = await recordOf(store, runId);
    const seen = seenOf((await readIndex(store))?.value.runs[runId]?.states ?? {});
    first ??= seen;
    const line = `${seen.ended} of ${seen.discovered} URLs ended${seen.states}${timeLeft(first, seen, startedAt)}`;
    if (line !== shown) stream.write(stream.isTTY ? `\r\x1b[K${line}` : `${line}\n`);
    shown = line;
    if (record?.completedAt) return ended(record, stream);
    await wait(EVERY_MS);
  }
}

function ended({ completedAt, states }: RunRecord, stream: NodeJS.WriteStream): number {
  if (stream.isTTY) stream.write('\n');
  stream.write(`complete ${completedAt}: ${namesOf(states ?? {})}\n`);
  return (states?.failed ?? 0) > 0 ? EXIT.someFailed : EXIT.done;
}

async function recordOf(store: ObjectStore, runId: string) {
  for await (const { record } of runRecords(store, { beginning: runId })) return record;
  return null;
}

function seenOf(states: Readonly<Record<string, number>>): Seen {
  const ends = Object.entries(states).filter(([state]) => isTerminal(state as State));
  const ended = ends.reduce((sum, [, rows]) => sum + rows, 0);
  const discovered = states['discovered'] ?? 0;
  // a message that came twice wrote some rows twice
  return {
    discovered: Math.max(discovered, ended),
    ended,
    states: ended > 0 ? ` (${namesOf(Object.fromEntries(ends))})` : '',
  };
}

function namesOf(states: Readonly<Record<string, number | undefined>>): string {
  return Object.entries(states)
    .map(([state, rows]) => `${state} ${rows}`)
    .join(', ');
}

function timeLeft(first: Seen, { discovered, ended }: Seen, startedAt: number): string {
  const seconds = (Date.now() - startedAt) / 1000;
  const rate = (ended - first.ended) / seconds;
  if (!(rate > 0) || ended === discovered) return '';
  const left = (discovered - ended) / rate;
  const time =
    left > 2 * SECONDS_PER_MINUTE
      ? `${Math.round(left / SECONDS_PER_MINUTE)} min`
      : `${Math.ceil(left)} s`;
  return `, ${rate.toFixed(1)} a second, about ${time} left`;
}
