import { compareText } from '#lib/model/compare-text.ts';
import type { Link } from '#lib/model/messages.ts';
import type { PageKind, UrlState } from '#lib/model/row.ts';
import type { SourceDefinition } from '#lib/model/source.ts';
import type { Reason } from '#lib/model/states.ts';

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

/** A URL that is known, to be asked again. */
export interface KnownLink {
  readonly link: Link;
  /** Empty if it was never fetched, or has no date: it goes before all that have one. */
  readonly dueAt: string;
}

/** The URLs earlier runs of the source know, to be asked again; what is overdue for longest first. */
export function knownLinks(source: SourceDefinition, known: Iterable<UrlState>): Link[] {
  const links: KnownLink[] = [];
  for (const state of known) {
    const link = knownLink(source, state);
    if (link !== null) links.push(link);
  }
  return links.sort(byDueDate).map(({ link }) => link);
}

/** What is to be asked again of a URL; null if the source does not ask for it by itself. */
export function knownLink(
  source: Pick<SourceDefinition, 'name'>,
  { url, kind, sources, last, fetch }: UrlState,
): KnownLink | null {
  const isElsewhere = !sources.includes(source.name) || !HTTP.test(url);
  if (isElsewhere || NOT_AGAIN.has(last.reason)) return null;
  const way = { reason: 'due', depth: 0, hop: 0, via: null, lastModified: null } as const;
  return { link: { url, kind, ...way }, dueAt: fetch?.nextDueAt ?? '' };
}

export function byDueDate(a: KnownLink, b: KnownLink): number {
  return compareText(a.dueAt, b.dueAt);
}
