import type { WarcReader } from '#lib/io/warc.ts';
import { canonicalUrl } from '#lib/model/canonical-url.ts';
import type { FetchedPage, FetchItem, Link } from '#lib/model/messages.ts';
import { forbids } from '#lib/model/robots-directives.ts';
import type { Row } from '#lib/model/row.ts';
import type { RowMaker } from './discovered-rows.ts';
import type { Scope } from './in-scope.ts';
import { linksOfPage } from './links-of-page.ts';
import type { SkipCounter } from './skip-counter.ts';

/** A page that was read: what it names, and the row in which it ends. */
export interface ReadPage {
  readonly item: FetchItem;
  readonly row: Row;
  readonly links: readonly Link[];
  readonly further: readonly Link[];
  readonly number: number | null;
}

interface ReadingContext {
  readonly deps: {
    readonly raw: WarcReader;
    decode(bytes: Uint8Array, contentType: string | null): string;
  };
  readonly maker: RowMaker;
  readonly scope: Scope;
  readonly skips: SkipCounter;
}

/**
 * Reads a fetched page. Its row has no fetch register: the one of its `fetched` row stands, with
 * validators that are not in the message.
 */
export async function readPage(page: FetchedPage, context: ReadingContext): Promise<ReadPage> {
  const { deps, maker, scope, skips } = context;
  const { item, parts } = page;
  const [part] = parts;
  const exchange = part ? await deps.raw.read(part.raw) : null;
  if (!part || !exchange) {
    const row = maker.row(item, 'failed', 'lost', 'the raw response is gone');
    return { item, row, links: [], further: [], number: null };
  }
  const { url, contentType } = part;
  const payload = { bytes: exchange.payload, contentType, url };
  const found = await linksOfPage(page, payload, (bytes, type) => deps.decode(bytes, type));
  skips.skip('outOfScope', found.ignored);
  const isSame = part.payloadDigest === item.previous?.payloadDigest;
  const row = isSame
    ? maker.row(item, 'unchanged', 'same-payload', found.detail)
    : maker.row(item, found.state, found.reason, found.detail);
  if (forbids(part.robots, 'nofollow')) {
    skips.skip('outOfScope', found.links.length + found.further.length);
    return { item, row, links: [], further: [], number: null };
  }
  const links = found.links.map((link) => ({ ...link, kind: kindOf(link, scope) }));
  return { item, row, links, further: found.further, number: found.number };
}

function kindOf(link: Link, scope: Scope): Link['kind'] {
  const canonical = link.kind === 'page' ? canonicalUrl(link.url) : null;
  return canonical !== null && scope.isListing(canonical) ? 'listing' : link.kind;
}
