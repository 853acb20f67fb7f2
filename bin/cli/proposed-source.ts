import type { z } from 'zod';
import type { sourceDefinition } from '#lib/model/source.ts';
import type { SiteLook } from './look-at-site.ts';

type SourceInput = z.input<typeof sourceDefinition>;

const NOT_IN_NAME = /[^a-z0-9]+/g;
const EDGE_HYPHENS = /^-|-$/g;
const WWW = /^www\./;

/** A source definition from what was found; everything it leaves out is the default. */
export function proposedSource(look: SiteLook, name: string | undefined): SourceInput {
  const { host } = new URL(look.url);
  return {
    $schema: '../schemas/source.schema.json',
    name: name ?? nameOf(host),
    description: `Documents of ${host}`,
    ...(look.sitemaps.length > 0 ? { sitemaps: look.sitemaps.map(({ url }) => url) } : {}),
    ...(look.feeds.length > 0 ? { feeds: look.feeds.map(({ url }) => url) } : {}),
    ...(look.listing ? { listings: [look.url] } : {}),
    ...(look.shape ? { include: [look.shape.pattern] } : {}),
    ...(look.listings.length > 0
      ? { listingPattern: look.listings.map(({ pattern }) => pattern) }
      : {}),
    politeness: { intervalMs: 1000 },
  };
}

function nameOf(host: string): string {
  const words = host.replace(WWW, '').toLowerCase().replaceAll(NOT_IN_NAME, '-');
  return words.replaceAll(EDGE_HYPHENS, '').slice(0, 63) || 'site';
}
