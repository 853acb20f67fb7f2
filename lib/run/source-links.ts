import type { Link } from '../model/messages.ts';
import type { PageKind, UrlState } from '../model/row.ts';
import type { SourceDefinition } from '../model/source.ts';
import type { Reason } from '../model/states.ts';

/** What a source definition names, as links. */
export function sourceLinks(source: SourceDefinition): Link[] {
  const links = (urls: readonly string[], kind: PageKind): Link[] =>
    urls.map((url) => ({
      url,
      kind,
      reason: 'seed',
      depth: 0,
      hop: 0,
      via: null,
      lastModified: null,
    }));
  return [
    ...links(source.sitemaps, 'sitemap'),
    ...links(source.feeds, 'feed'),
    ...links(source.listings, 'listing'),
    ...links(source.seeds, 'page'),
  ];
}

/** Its runs read sitemaps, feeds or listings. */
export function hasLists({ sitemaps, feeds, listings }: SourceDefinition): boolean {
  return sitemaps.length + feeds.length + listings.length > 0;
}

/** A file that was taken in has no address to ask. */
const HTTP = /^https?:/;

/** Ends after which a URL is not asked again by itself: another page stands for it. */
const NOT_AGAIN: ReadonlySet<Reason> = new Set(['redirect', 'page-of-article', 'takedown']);

/** The URLs earlier runs of the source know, to be asked again; what is overdue for longest first. */
export async function knownLinks(
  source: SourceDefinition,
  known: Iterable<UrlState> | AsyncIterable<UrlState>,
): Promise<Link[]> {
  const links: { readonly link: Link; readonly dueAt: string }[] = [];
  for await (const { url, kind, sources, last, fetch } of known) {
    const isElsewhere = !sources.includes(source.name) || !HTTP.test(url);
    if (isElsewhere || NOT_AGAIN.has(last.reason)) continue;
    const link = {
      url,
      kind,
      reason: 'due',
      depth: 0,
      hop: 0,
      via: null,
      lastModified: null,
    } as const;
    // never fetched, or without a date: before all that have one
    links.push({ link, dueAt: fetch?.nextDueAt ?? '' });
  }
  return links
    .toSorted((a, b) => (a.dueAt === b.dueAt ? 0 : a.dueAt < b.dueAt ? -1 : 1))
    .map(({ link }) => link);
}
