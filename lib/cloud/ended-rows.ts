import type { FetchItem } from '../model/messages.ts';
import type { Row } from '../model/row.ts';
import type { Reason, State } from '../model/states.ts';
import { rowMaker } from '../source/discovered-rows.ts';

/**
 * Written before a message is tried for the last time: should it take its function down once more,
 * its URLs have ended all the same. Rows of a success are later and supersede these.
 */
export const POISON = ['failed', 'poison', 'the message failed again and again'] as const;
/** Of a run that was cancelled before the message came: no host is asked for anything. */
export const CANCELLED = ['deferred', 'cancelled', 'the run was cancelled'] as const;

/** Rows that end the URLs of a message; what is known of them is left alone. */
export function endedRows(
  message: { readonly runId: string; readonly source: string },
  items: readonly FetchItem[],
  [state, reason, detail]: readonly [State, Reason, string],
  { clock, ulid }: { readonly clock: { now(): number }; readonly ulid: () => string },
): Row[] {
  const { row } = rowMaker(message, { now: new Date(clock.now()), ulid });
  return items.map((item) => row(item, state, reason, detail));
}
