import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isReasonOf } from '#lib/model/states.ts';
import { expectedFile, expectedPages } from '#samples/expected.ts';
import { type SamplePage, samplePayload, sampleSite } from '#samples/sample-site.ts';
import { sampleSource } from '#samples/sample-source.ts';

const ORIGIN = 'http://127.0.0.1:8080';
const SAMPLES = new URL('../../../samples/', import.meta.url);
const HREF = /<(?:a|link)\b[^>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi;
const LOC = /<(?:loc|link)>([^<]+)<\/(?:loc|link)>/g;
const NEXT_PAGE = /rel="next" href="([^"]+)"|<li><a href='([^']+)'>下一页/;
const ASSET = /\.(?:css|js|png|gif)(?:\?|$)/;

const site = sampleSite();
const pages = Object.entries(site);
const lists = sampleSource(ORIGIN).listingPattern.map((pattern) => new RegExp(pattern, 'u'));

function filesBelow(folder: string): string[] {
  return readdirSync(new URL(folder, SAMPLES), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.split(`samples/${folder}/`)[1] ?? '');
}

function sourceText(page: SamplePage): string {
  return page.file ? readFileSync(new URL(`site/${page.file}`, SAMPLES), 'utf8') : '';
}

/** Addresses the page links to, resolved; addresses of scripts (javascript:) left out. */
function linksOf(path: string, page: SamplePage): URL[] {
  const text = sourceText(page).replaceAll('http://sample.invalid', ORIGIN);
  const isXml = page.file?.endsWith('.xml');
  const hrefs = isXml
    ? [...text.matchAll(LOC)].map((match) => match[1] ?? '')
    : [...text.matchAll(HREF)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
  return hrefs
    .filter((href) => !href.startsWith('javascript:') && !href.startsWith('#'))
    .map((href) => new URL(href.replaceAll('&amp;', '&'), ORIGIN + path))
    .filter((url) => !ASSET.test(url.pathname));
}

/** What a crawl goes on to from this page: all links of lists and XML, redirects, further pages. */
function followed(path: string): string[] {
  const page = site[path];
  if (!page) return [];
  const isList = path === '/' || lists.some((list) => list.test(path));
  const links = isList || page.file?.endsWith('.xml') ? linksOf(path, page) : [];
  const next = NEXT_PAGE.exec(sourceText(page));
  const other = [page.headers['Location'], next?.[1] ?? next?.[2]]
    .filter((href) => href !== undefined && href !== '#')
    .map((href) => new URL(String(href), ORIGIN + path));
  return [...links, ...other].filter((url) => url.origin === ORIGIN).map((url) => url.href);
}

describe('the sample site', () => {
  it('has an expectation for every page but robots.txt, and none besides', () => {
    const wanted = Object.keys(site).filter((path) => path !== '/robots.txt');

    expect(filesBelow('expected').sort()).toEqual(wanted.map(expectedFile).sort());
  });

  it('uses every body it keeps', () => {
    const used = new Set(pages.map(([, page]) => page.file).filter(Boolean));

    expect(filesBelow('site').sort()).toEqual([...used].sort());
  });

  it.each(pages)(
    '%s: every link stays on the site or on a host that cannot exist',
    (path, page) => {
      const broken = linksOf(path, page)
        .filter((url) => url.origin !== ORIGIN || !(url.pathname + url.search in site))
        .filter((url) => !url.hostname.endsWith('.example'));

      expect(broken.map(String)).toEqual([]);
    },
  );

  it('gives every page a state with a reason that belongs to it', () => {
    const wrong = [...expectedPages(ORIGIN)].filter(
      ([, { state, reason }]) => !isReasonOf(state, reason),
    );

    expect(wrong).toEqual([]);
  });

  it('ends a first run in these states', () => {
    const counts: Record<string, number> = {};
    for (const { state } of expectedPages(ORIGIN).values())
      counts[state] = (counts[state] ?? 0) + 1;

    expect(counts).toEqual({
      published: 30,
      'part-of': 3,
      'no-document': 23,
      noindex: 2,
      'robots-disallowed': 4,
      redirected: 3,
      'not-a-document': 1,
      gone: 3,
      failed: 1,
    });
  });

  it('can be crawled whole from its source definition', () => {
    const { seeds, listings, sitemaps, feeds } = sampleSource(ORIGIN);
    const queue = [...seeds, ...listings, ...sitemaps, ...feeds];
    const seen = new Set(queue);
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const found = followed(next.slice(ORIGIN.length)).filter((href) => !seen.has(href));
      for (const href of found) seen.add(href);
      queue.push(...found);
    }

    expect([...seen].sort()).toEqual([...expectedPages(ORIGIN).keys()].sort());
  });

  it('loses no character when it encodes a page', () => {
    const lossy = pages.filter(([, page]) => {
      const payload = samplePayload(page, ORIGIN);
      const bytes = page.gzip === 'file' ? gunzipSync(payload) : payload;
      const text = new TextDecoder(page.encoding ?? 'utf-8', { ignoreBOM: true }).decode(bytes);
      return text !== sourceText(page).replaceAll('http://sample.invalid', ORIGIN);
    });

    expect(lossy.map(([path]) => path)).toEqual([]);
  });

  it('names only bodies that exist', () => {
    const missing = pages.filter(
      ([, { file }]) => file !== undefined && !existsSync(new URL(`site/${file}`, SAMPLES)),
    );

    expect(missing).toEqual([]);
  });
});
