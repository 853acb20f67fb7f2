import type { FetchedPage, Link } from '#lib/model/messages.ts';
import type { Reason, State } from '#lib/model/states.ts';
import { readFeed } from './read-feed.ts';
import { readListing } from './read-listing.ts';
import { readSitemap, type Sitemap } from './read-sitemap.ts';

const FEED_ROOT = /^(?:rss|rdf|feed)$/;

export interface PagePayload {
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  /** Where the payload came from: links are relative to it. */
  readonly url: string;
}

/** What a fetched sitemap, feed or listing names, and how its URL ends. */
export interface PageLinks {
  readonly state: State;
  readonly reason: Reason;
  readonly detail: string;
  readonly links: readonly Link[];
  /** Further pages of a listing; to be followed only while listings bring something new. */
  readonly further: readonly Link[];
  /** Which page of its listing this is, from 1; null if unknown or no listing. */
  readonly number: number | null;
  /** Links that are invalid, unwanted by the page, or files of no interest. */
  readonly ignored: number;
}

type Decode = (bytes: Uint8Array, contentType: string | null) => string;

/** Links of a fetched page by its kind. A feed given as a sitemap, or the reverse, is read as what it is. */
export async function linksOfPage(
  { item }: Pick<FetchedPage, 'item'>,
  payload: PagePayload,
  decode: Decode,
): Promise<PageLinks> {
  if (item.kind === 'listing' || item.kind === 'page') return listingLinks(item, payload, decode);
  const sitemap = await readSitemap(payload.bytes, payload.url);
  const isFeed = sitemap.root !== null && FEED_ROOT.test(sitemap.root);
  if (isFeed || (item.kind === 'feed' && sitemap.kind === 'unknown')) {
    return feedLinks(item, payload, decode);
  }
  return sitemapLinks(item, sitemap);
}

type Item = FetchedPage['item'];

function sitemapLinks(item: Item, { kind, root, entries, invalid, cut }: Sitemap): PageLinks {
  const links = entries.map(
    ({ url, lastModified }): Link => ({
      url,
      kind: kind === 'index' ? 'sitemap' : 'page',
      reason: 'sitemap',
      // a sitemap counts as one listing, however deep the indexes above it are
      depth: kind === 'index' ? item.depth + 1 : 1,
      hop: 0,
      via: item.canonicalUrl,
      lastModified,
    }),
  );
  const what = kind === 'unknown' ? `no sitemap (${root ?? 'no XML'})` : kind;
  const notes = [`${what}: ${entries.length} URLs`];
  if (invalid > 0) notes.push(`${invalid} invalid`);
  if (cut) notes.push('cut at the limits of the protocol or where it is damaged');
  return { ...ended('sitemap', notes), links, ignored: invalid };
}

function feedLinks(
  item: Item,
  { bytes, contentType, url }: PagePayload,
  decode: Decode,
): PageLinks {
  const { kind, entries, invalid } = readFeed(decode(bytes, contentType), url);
  const links = entries.map(
    (entry): Link => ({
      url: entry.url,
      kind: 'page',
      reason: 'feed',
      depth: 1,
      hop: 0,
      via: item.canonicalUrl,
      lastModified: entry.lastModified,
    }),
  );
  const what = kind === 'unknown' ? 'no feed' : kind;
  const notes = [`${what}: ${entries.length} URLs`];
  if (invalid > 0) notes.push(`${invalid} invalid`);
  return { ...ended('feed', notes), links, ignored: invalid };
}

function listingLinks(
  item: Item,
  { bytes, contentType, url }: PagePayload,
  decode: Decode,
): PageLinks {
  const { links, number, nofollow, files } = readListing(decode(bytes, contentType), url);
  const as = (role: 'link' | 'further'): Link[] =>
    links
      .filter((one) => one.role === role)
      .map((one) => ({
        url: one.url,
        kind: role === 'further' ? 'listing' : 'page',
        reason: 'listing',
        // the pages of a listing lie beside each other, not below
        depth: role === 'further' ? item.depth : item.depth + 1,
        hop: 0,
        via: item.canonicalUrl,
        lastModified: null,
      }));
  const notes = [`${links.length} links`];
  if (nofollow > 0) notes.push(`${nofollow} nofollow`);
  if (files > 0) notes.push(`${files} files`);
  return {
    ...ended('listing', notes),
    links: as('link'),
    further: as('further'),
    number,
    ignored: nofollow + files,
  };
}

function ended(
  reason: 'listing' | 'sitemap' | 'feed',
  notes: readonly string[],
): Omit<PageLinks, 'links' | 'ignored'> {
  return { state: 'no-document', reason, detail: notes.join(', '), further: [], number: null };
}
