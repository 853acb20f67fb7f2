import { scanTags } from './scan-tags.ts';

const FEED_TYPE = /^application\/(?:rss|atom|rdf)\+xml$/i;

/** Feeds a page says it has: link rel=alternate of a feed's type, absolute (HTML standard, 4.6.7.1). */
export function feedLinks(html: string, pageUrl: string): string[] {
  const found = new Set<string>();
  scanTags(html, {
    onTag(name, attributes) {
      const href = attributes.get('href');
      if (name !== 'link' || !href || !FEED_TYPE.test(attributes.get('type')?.trim() ?? '')) return;
      if (URL.canParse(href, pageUrl)) found.add(new URL(href, pageUrl).href);
    },
    onText: () => undefined,
    onClose: () => undefined,
  });
  return [...found];
}
