import type { Exchange } from '#lib/io/warc.ts';
import { documentId } from '#lib/model/document-id.ts';
import type { FetchMessage } from '#lib/model/messages.ts';
import { type Address, newRow } from '#lib/model/new-row.ts';
import type { RawReference, Row } from '#lib/model/row.ts';
import type { FetchDeps } from './fetch-deps.ts';
import type { EndedItem, Ending } from './item-result.ts';

const MAX_DETAIL = 300;
/** Control characters: a server's words must not break a line or a terminal. */
const CONTROL = /\p{Cc}+/gu;

/** The row of an item, and those of the further pages of its article. */
export function rowsOf(
  message: FetchMessage,
  result: EndedItem,
  archived: ReadonlyMap<Exchange, RawReference>,
  { clock, ulid }: Pick<FetchDeps, 'clock' | 'ulid'>,
): Row[] {
  const { item, ending, partEndings, partsMissing } = result;
  const { runId: run, source } = message;
  const row = (address: Address, end: Ending): Row =>
    newRow(
      address,
      {
        state: end.state,
        reason: end.reason,
        detail: end.detail?.replace(CONTROL, ' ').slice(0, MAX_DETAIL) ?? null,
        fetch: registerOf(end, archived),
        presence: end.presence,
      },
      { ulid: ulid(), run, source, at: new Date(clock.now()).toISOString() },
    );
  const whole = row(item, ending);
  const parts = partEndings.map(({ url, canonicalUrl, ending: end }) => {
    const id = documentId(canonicalUrl);
    return row({ ...item, id, url, canonicalUrl, hop: 0, via: item.canonicalUrl }, end);
  });
  // a run that is killed before the page is cleaned goes on with what the row says
  return [partsMissing ? { ...whole, partsMissing } : whole, ...parts];
}

function registerOf(end: Ending, archived: ReadonlyMap<Exchange, RawReference>): Row['fetch'] {
  const raw = end.exchange === null ? undefined : archived.get(end.exchange);
  return end.fetch && raw ? { ...end.fetch, raw } : end.fetch;
}
