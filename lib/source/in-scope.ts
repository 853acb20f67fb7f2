import type { Link } from '#lib/model/messages.ts';
import type { SourceDefinition } from '#lib/model/source.ts';

const WWW = /^www\./;
const WILDCARD = '*.';
/** The protocol has one level of indexes; some sites have more, and a hostile one no end. */
const MAX_SITEMAP_DEPTH = 4;

export interface Scope {
  /** Whether the source wants the URL (canonical), found as `link` says. */
  includes(canonicalUrl: string, link: Pick<Link, 'kind' | 'reason' | 'depth'>): boolean;
  /** Whether a link found on a listing leads to a listing. */
  isListing(canonicalUrl: string): boolean;
}

/**
 * What a source wants. What a person named is always wanted, and where that redirects to. Other
 * URLs must lie on a host of the source (with or without `www.`; `*.example.org` stands for all
 * hosts below) and match no `exclude`; pages must match one `include`, and neither pages nor
 * listings lie deeper than `maxDepth` listings.
 */
export function scopeOf(source: SourceDefinition): Scope {
  const named = [...source.seeds, ...source.listings, ...source.sitemaps, ...source.feeds];
  const entries = [...named.map((url) => new URL(url).host), ...source.hosts].map(plainHost);
  const hosts = new Set(entries.filter((host) => !host.startsWith(WILDCARD)));
  const parents = entries.filter((host) => host.startsWith(WILDCARD)).map((host) => host.slice(1));
  const include = compiled(source.include);
  const exclude = compiled(source.exclude);
  const listings = compiled(source.listingPattern);

  const hasHost = (url: string): boolean => {
    const host = plainHost(new URL(url).host);
    return hosts.has(host) || parents.some((parent) => host.endsWith(parent));
  };

  const isUnwanted = (url: string, { kind, depth }: Pick<Link, 'kind' | 'depth'>): boolean => {
    switch (kind) {
      case 'feed':
        return false;
      case 'sitemap':
        return depth > MAX_SITEMAP_DEPTH;
      case 'listing':
        return depth > source.maxDepth;
      case 'page':
        return depth > source.maxDepth + 1 || (include.length > 0 && !matches(include, url));
    }
  };

  return {
    isListing: (url) => matches(listings, url),
    includes(url, link) {
      if (link.reason === 'seed') return true;
      if (matches(exclude, url)) return false;
      const isNamed = link.reason === 'redirect' && link.depth === 0;
      return isNamed || ((hasHost(url) || isOfRobots(link)) && !isUnwanted(url, link));
    },
  };
}

/** robots.txt may name sitemaps on any host (sitemaps.org, "Sitemaps & Cross Submits"). */
function isOfRobots({ kind, depth }: Pick<Link, 'kind' | 'depth'>): boolean {
  return kind === 'sitemap' && depth === 0;
}

function compiled(sources: readonly string[]): RegExp[] {
  return sources.map((source) => new RegExp(source, 'u'));
}

function matches(patterns: readonly RegExp[], url: string): boolean {
  return patterns.some((pattern) => pattern.test(url));
}

function plainHost(host: string): string {
  return host.toLowerCase().replace(WWW, '');
}
