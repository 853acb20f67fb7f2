import type { FetchMessage } from '#lib/model/messages.ts';
import type { Row } from '#lib/model/row.ts';
import { isTerminal } from '#lib/model/states.ts';

/** Tells when a run has read all its sitemaps, feeds and listings, as far as any are known. */
export interface OpenLists {
  see(row: Pick<Row, 'canonicalUrl' | 'kind' | 'state'>): void;
  /** A discover message waits or is worked on, until the returned function is called. */
  reading(): () => void;
  areRead(): boolean;
}

/** Of a run that begins or goes on with these messages. */
export function openLists(fetch: readonly FetchMessage[]): OpenLists {
  const items = fetch.flatMap((message) => message.items);
  const open = new Set(
    items.filter(({ kind }) => kind !== 'page').map(({ canonicalUrl }) => canonicalUrl),
  );
  let messages = 0;
  return {
    see({ canonicalUrl, kind, state }) {
      if (kind === 'page') return;
      if (isTerminal(state)) open.delete(canonicalUrl);
      else open.add(canonicalUrl);
    },
    reading() {
      messages += 1;
      return () => {
        messages -= 1;
      };
    },
    areRead: () => open.size === 0 && messages === 0,
  };
}
