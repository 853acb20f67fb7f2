import type { CleanInput } from '#lib/model/cleaning.ts';
import type { Link } from '#lib/model/messages.ts';
import type { PageKind } from '#lib/model/row.ts';
import { decodePage } from '#lib/source/decode-page.ts';
import { linksOfPage, type PageLinks } from '#lib/source/links-of-page.ts';
import type { SiteReader } from './site-reader.ts';
import type { OnStep } from './try-samples.ts';

/** Sitemaps read of those that robots.txt or an index names. */
const MAX_FILES = 3;
const STATE_AND_REASON = /^[a-z-]+ \([a-z0-9-]+\)/;

export interface ReadLinks {
  readonly url: string;
  readonly links: readonly string[];
}

/** What each of these sitemaps or feeds names; those that name nothing are noted. */
export async function readAll(
  reader: SiteReader,
  urls: readonly string[],
  kind: PageKind,
  onStep: OnStep,
  notes: string[],
): Promise<ReadLinks[]> {
  const found: ReadLinks[] = [];
  for (const url of urls.slice(0, MAX_FILES)) {
    onStep(`reading ${kind} ${url}`);
    const { inputs, problem, url: at } = await reader.read(url, kind);
    const [input] = inputs;
    const named = input ? (await linksOf(input, at, kind)).links : [];
    const links = await flatLinks(reader, named, onStep);
    if (links.length > 0) found.push({ url, links });
    else notes.push(`no ${kind} at ${url}: ${whyNot(problem)}`);
  }
  return found;
}

/** The state and reason are enough: the address was just named. */
function whyNot(problem: string): string {
  return problem === '' ? 'it names nothing' : (STATE_AND_REASON.exec(problem)?.[0] ?? problem);
}

/** Addresses of pages; of an index of sitemaps those of its first few. */
async function flatLinks(
  reader: SiteReader,
  links: readonly Link[],
  onStep: OnStep,
): Promise<string[]> {
  const pages = links.filter(({ kind }) => kind !== 'sitemap').map(({ url }) => url);
  for (const { url } of links.filter(({ kind }) => kind === 'sitemap').slice(0, MAX_FILES)) {
    onStep(`reading sitemap ${url}`);
    const { inputs, url: at } = await reader.read(url, 'sitemap');
    const [input] = inputs;
    if (input) pages.push(...(await linksOf(input, at, 'sitemap')).links.map((link) => link.url));
  }
  return pages;
}

/** The links of a page that was read. */
export async function linksOf(input: CleanInput, url: string, kind: PageKind): Promise<PageLinks> {
  const { bytes, contentType } = input;
  const item = {
    id: '',
    url,
    canonicalUrl: url,
    kind,
    depth: 0,
    hop: 0,
    via: null,
    previous: null,
  };
  return await linksOfPage({ item }, { bytes, contentType, url }, decodePage);
}
