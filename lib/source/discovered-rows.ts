import { sha256 } from '#lib/model/digest.ts';
import { documentId } from '#lib/model/document-id.ts';
import type { Link } from '#lib/model/messages.ts';
import { type Address, newRow } from '#lib/model/new-row.ts';
import type { Row } from '#lib/model/row.ts';
import type { Reason, State } from '#lib/model/states.ts';

const MAX_URL = 2000;

export interface RowMaker {
  /** The row of a URL in a state. Discovery writes no registers: it has spoken to no server. */
  row(address: Address, state: State, reason: Reason, detail?: string | null): Row;
  /** Discovered, and ended at once. */
  endedRows(address: Address, why: Reason, end: Ended): Row[];
}

type Ended = readonly [State, Reason, string];

export function rowMaker(
  { runId, source }: { readonly runId: string; readonly source: string },
  { now, ulid }: { readonly now: Date; ulid(): string },
): RowMaker {
  const row: RowMaker['row'] = (address, state, reason, detail = null) =>
    newRow(
      address,
      { state, reason, detail },
      { ulid: ulid(), run: runId, source, at: now.toISOString() },
    );
  return {
    row,
    endedRows: (address, why, [state, reason, detail]) => [
      row(address, 'discovered', why),
      row(address, state, reason, detail),
    ],
  };
}

/** The address of a link in rows and items. */
export function addressOf(link: Link, canonicalUrl: string): Address {
  const { kind, depth, hop, via } = link;
  return {
    id: documentId(canonicalUrl),
    url: withoutFragment(link.url),
    canonicalUrl,
    kind,
    depth,
    hop,
    via,
  };
}

/** The address of what is no URL: named by the hash of what was given. */
export function addressOfInvalid(link: Link): Address {
  return { ...addressOf({ ...link, url: '' }, `urn:sha256:${sha256(link.url)}`), url: shown(link) };
}

function shown({ url }: Link): string {
  return url.slice(0, MAX_URL);
}

/** As it goes to the server. */
function withoutFragment(text: string): string {
  if (!URL.canParse(text)) return text;
  const url = new URL(text);
  url.hash = '';
  return url.href;
}
