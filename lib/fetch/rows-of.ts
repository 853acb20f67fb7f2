import type { Exchange } from '#lib/io/warc.ts';
import { documentId } from '#lib/model/document-id.ts';
import type { FetchMessage } from '#lib/model/messages.ts';
import { type RawReference, ROW_SCHEMA, type Row } from '#lib/model/row.ts';
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
  const row = (
    address: Pick<Row, 'id' | 'url' | 'canonicalUrl' | 'hop' | 'via'>,
    end: Ending,
  ): Row => ({
    schema: ROW_SCHEMA,
    ulid: ulid(),
    run: message.runId,
    source: message.source,
    ...address,
    kind: item.kind,
    depth: item.depth,
    at: new Date(clock.now()).toISOString(),
    state: end.state,
    reason: end.reason,
    detail: end.detail?.replace(CONTROL, ' ').slice(0, MAX_DETAIL) ?? null,
    fetch: registerOf(end, archived),
    content: null,
    presence: end.presence,
  });
  const { id, url, canonicalUrl, hop, via } = item;
  return [
    // a run that is killed before the page is cleaned goes on with what the row says
    {
      ...row({ id, url, canonicalUrl, hop, via }, ending),
      ...(partsMissing ? { partsMissing } : {}),
    },
    ...partEndings.map((part) =>
      row(
        {
          id: documentId(part.canonicalUrl),
          url: part.url,
          canonicalUrl: part.canonicalUrl,
          hop: 0,
          via: canonicalUrl,
        },
        part.ending,
      ),
    ),
  ];
}

function registerOf(end: Ending, archived: ReadonlyMap<Exchange, RawReference>): Row['fetch'] {
  const raw = end.exchange === null ? undefined : archived.get(end.exchange);
  return end.fetch && raw ? { ...end.fetch, raw } : end.fetch;
}
