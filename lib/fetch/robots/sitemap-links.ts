import type { Link } from '#lib/model/messages.ts';

/** More Sitemap lines than this in one robots.txt are not read. */
const MAX_SITEMAPS = 100;
/** Sitemap protocol: an address is shorter. */
const MAX_URL = 2048;

/** The Sitemap lines of an origin's robots.txt as links. */
export function sitemapLinks(sitemaps: readonly string[], origin: string): Link[] {
  return [...new Set(sitemaps)]
    .filter((url) => url.length < MAX_URL && URL.canParse(url, origin))
    .slice(0, MAX_SITEMAPS)
    .map((url) => ({
      url: new URL(url, origin).href,
      kind: 'sitemap',
      reason: 'sitemap',
      depth: 0,
      hop: 0,
      via: `${origin}/robots.txt`,
      lastModified: null,
    }));
}
