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

  return {
    isListing: (url) => listings.some((pattern) => pattern.test(url)),
    includes(url, { kind, reason, depth }) {
      if (reason === 'seed') return true;
      if (reason === 'redirect' && depth === 0) return !matches(exclude, url);
      // robots.txt may name sitemaps on any host (sitemaps.org, "Sitemaps & Cross Submits")
      const isOfRobots = kind === 'sitemap' && depth === 0;
      if (!(isOfRobots || hasHost(url)) || matches(exclude, url)) return false;
      if (kind === 'listing') return depth <= source.maxDepth;
      if (kind === 'sitemap') return depth <= MAX_SITEMAP_DEPTH;
      if (kind === 'feed') return true;
      return depth <= source.maxDepth + 1 && (include.length === 0 || matches(include, url));
    },
  };
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
