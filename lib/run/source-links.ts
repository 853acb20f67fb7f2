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

/** Ends after which a URL is not asked again by itself: another page stands for it. */
const NOT_AGAIN: ReadonlySet<Reason> = new Set(['redirect', 'page-of-article', 'takedown']);

/** The URLs earlier runs of the source know, to be asked again. */
export function knownLinks(source: SourceDefinition, known: Iterable<UrlState>): Link[] {
  const links: Link[] = [];
  for (const { url, kind, sources, last } of known) {
    if (!sources.includes(source.name) || NOT_AGAIN.has(last.reason)) continue;
    links.push({ url, kind, reason: 'due', depth: 0, hop: 0, via: null, lastModified: null });
  }
  return links;
}
