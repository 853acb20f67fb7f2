import type { FetchItem } from '#lib/model/messages.ts';
import type { Row } from '#lib/model/row.ts';
import type { Reason, State } from '#lib/model/states.ts';
import { rowMaker } from '#lib/source/discovered-rows.ts';
import { finishStage, type Ports, type Work } from '#lib/stages/stage.ts';

type Run = { readonly runId: string; readonly source: string };
type End = readonly [State, Reason, string];

/**
 * Written before a message is tried for the last time: should it take its function down once more,
 * its URLs have ended all the same. Rows of a success are later and supersede these.
 */
export const POISON = ['failed', 'poison', 'the message failed again and again'] as const;
/** Of a run that was cancelled before the message came: no host is asked for anything, no list is read. */
export const CANCELLED = ['deferred', 'cancelled', 'the run was cancelled'] as const;

/** Ends the URLs of a message: writes those rows. */
export async function endItems(
  message: Run,
  items: readonly FetchItem[],
  end: End,
  ports: Ports,
): Promise<Work> {
  return await finishStage(endedRows(message, items, end, ports), {}, ports);
}

/** Rows that end the URLs of a message; what is known of them is left alone. */
export function endedRows(
  message: Run,
  items: readonly FetchItem[],
  [state, reason, detail]: End,
  { clock, ulid }: { readonly clock: { now(): number }; readonly ulid: () => string },
): Row[] {
  const { row } = rowMaker(message, { now: new Date(clock.now()), ulid });
  return items.map((item) => row(item, state, reason, detail));
}
