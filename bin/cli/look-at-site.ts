import { cleanArticle } from '#lib/clean/clean-article.ts';
import { PermanentError } from '#lib/model/errors.ts';
import { decodePage } from '#lib/source/decode-page.ts';
import { feedLinks } from '#lib/source/feed-links.ts';
import { type UrlShape, urlShapes } from '#lib/source/url-shapes.ts';
import { linksOf, readAll } from './read-links.ts';
import type { SiteReader } from './site-reader.ts';
import { type OnStep, type Sample, type Tried, trySamples } from './try-samples.ts';

/** What a look at a site found. */
export interface SiteLook {
  readonly url: string;
  readonly sitemaps: readonly Found[];
  readonly feeds: readonly Found[];
  /** The page itself, if it lists others. */
  readonly listing: { readonly links: number; readonly further: readonly string[] } | null;
  /** Charset of the pages, and what decided it. */
  readonly charset: string;
  /** Shapes of the listings that lie between the page and the documents. */
  readonly listings: readonly UrlShape[];
  /** The shape of the addresses that turned out to be documents. */
  readonly shape: UrlShape | null;
  readonly samples: readonly Sample[];
  /** What was tried and is not there, for a person to know. */
  readonly notes: readonly string[];
}

export interface Found {
  readonly url: string;
  readonly count: number;
}

const MAX_NAMED = 5000;
/** Listings read one level down, if the page leads to no document itself. */
const LISTS_BELOW = 2;

/**
 * Looks at a site as a person would who wants to crawl it: robots.txt, sitemaps, feeds, the page as a
 * listing, its pager, and some of the pages it leads to. Some twenty requests at most, at its pace.
 */
export async function lookAtSite(
  reader: SiteReader,
  url: string,
  onStep: OnStep,
): Promise<SiteLook> {
  const notes: string[] = [];
  onStep(`reading ${url}`);
  const answer = await reader.read(url, 'listing');
  const [page] = answer.inputs;
  if (!page) throw new PermanentError(answer.problem);
  const html = decodePage(page.bytes, page.contentType);
  const own = await linksOf(page, answer.url, 'listing');

  const guessed =
    answer.sitemaps.length > 0 ? answer.sitemaps : [new URL('/sitemap.xml', url).href];
  const sitemaps = await readAll(reader, guessed, 'sitemap', onStep, notes);
  const feeds = await readAll(reader, feedLinks(html, answer.url), 'feed', onStep, notes);

  const { origin } = new URL(answer.url);
  const listed = own.links.map((link) => link.url).filter((one) => new URL(one).origin === origin);
  const named = [...feeds, ...sitemaps].flatMap((one) => one.links);
  const shapes = urlShapes([...new Set([...listed, ...named.slice(0, MAX_NAMED)])]);
  const near = await trySamples(reader, shapes, onStep, notes);
  const below =
    near.samples.length === 0 ? await lookBelow(reader, near.lists, onStep, notes) : null;
  const { shape, samples } = below ?? near;
  const first = samples[0]?.result ?? cleanArticle([page]);
  return {
    url: answer.url,
    sitemaps: sitemaps.map(({ url: one, links }) => ({ url: one, count: links.length })),
    feeds: feeds.map(({ url: one, links }) => ({ url: one, count: links.length })),
    listing:
      listed.length > 0
        ? { links: listed.length, further: own.further.map((link) => link.url) }
        : null,
    charset: `${first.charset.name} (${first.charset.why})`,
    listings: below ? below.between : [],
    shape,
    samples,
    notes,
  };
}

/** One level down: what the listings lead to that were found in place of documents. */
async function lookBelow(
  reader: SiteReader,
  lists: Tried['lists'],
  onStep: OnStep,
  notes: string[],
): Promise<(Tried & { readonly between: readonly UrlShape[] }) | null> {
  const links: string[] = [];
  for (const { url } of lists.slice(0, LISTS_BELOW)) {
    onStep(`reading listing ${url}`);
    const { inputs, url: at } = await reader.read(url, 'listing');
    const [input] = inputs;
    const { origin } = new URL(url);
    const found = input ? (await linksOf(input, at, 'listing')).links : [];
    links.push(...found.map((link) => link.url).filter((one) => new URL(one).origin === origin));
  }
  const between = [...new Set(lists.map(({ shape }) => shape))];
  const known = new Set(between.flatMap(({ urls }) => urls));
  const shapes = urlShapes([...new Set(links)].filter((one) => !known.has(one)));
  const tried = await trySamples(reader, shapes, onStep, notes);
  return tried.samples.length > 0 ? { ...tried, between } : null;
}
