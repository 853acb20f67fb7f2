import type { FetchItem } from '../model/messages.ts';
import type { Row } from '../model/row.ts';
import { rowMaker } from '../source/discovered-rows.ts';

/**
 * Rows for the URLs of a message that is tried for the last time, written before it starts: should
 * it take its function down once more, they have ended all the same. Rows of a success are later
 * and supersede them.
 */
export function poisonRows(
  message: { readonly runId: string; readonly source: string },
  items: readonly FetchItem[],
  { now, ulid }: { readonly now: Date; ulid(): string },
): Row[] {
  const { row } = rowMaker(message, { now, ulid });
  return items.map((item) => row(item, 'failed', 'poison', 'the message failed again and again'));
}
