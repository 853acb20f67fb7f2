import { loadHostState } from '#lib/fetch/host-states.ts';
import { isReachable } from '#lib/fetch/robots/load-robots.ts';
import { parseRobots } from '#lib/fetch/robots/parse-robots.ts';
import { sitemapLinks } from '#lib/fetch/robots/sitemap-links.ts';
import type { ObjectStore } from '#lib/io/object-store.ts';
import type { Link } from '#lib/model/messages.ts';
import { readAhead } from '#lib/model/read-ahead.ts';
import type { Row } from '#lib/model/row.ts';
import type { SourceDefinition } from '#lib/model/source.ts';

const HOST_READS = 16;
const HTTP = /^https?:/;

/**
 * The Sitemap lines that fetch met in a run, from what is remembered of its hosts: no row tells of them
 * until discover has read the message that carries them. One request a host.
 */
export async function robotsLinks(
  store: ObjectStore,
  source: Pick<SourceDefinition, 'robotsSitemaps'>,
  rows: Iterable<Row>,
): Promise<Link[]> {
  if (!source.robotsSitemaps) return [];
  const origins = new Set<string>();
  for (const row of rows) if (hasAskedRobots(row)) origins.add(new URL(row.url).origin);
  const found: Link[] = [];
  for await (const links of readAhead(origins, HOST_READS, (origin) => linksOf(store, origin)))
    found.push(...links);
  return found;
}

/** A row that fetch wrote after it had read robots.txt; what is put off was put off before. */
function hasAskedRobots({ url, fetch, state, reason }: Row): boolean {
  const isAsked = (fetch !== null && state !== 'deferred') || reason === 'robots-rule';
  return isAsked && HTTP.test(url) && URL.canParse(url);
}

async function linksOf(store: ObjectStore, origin: string): Promise<Link[]> {
  const { protocol, host } = new URL(origin);
  const { robots } = await loadHostState(store, host);
  const record = robots[protocol === 'https:' ? 'https:' : 'http:'];
  if (record === undefined || !isReachable(record)) return [];
  return sitemapLinks(parseRobots(record.body).sitemaps, origin);
}
