import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { expectedPages } from '../../samples/expected.ts';
import { samplePayload, sampleSite } from '../../samples/sample-site.ts';

/** One page of the genre with its gold. */
export interface GenrePage {
  /** SITE-NUMBER: pages of one site are never on both sides of a split. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly url: string | null;
  /** Fields of the document; `untested` names those that are not compared. */
  readonly gold: Readonly<Record<string, unknown>>;
}

/** Pages by one author or of one purpose. */
export interface GenreSet {
  readonly name: string;
  readonly pages: readonly GenrePage[];
}

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const PAGES = join(ROOT, 'tests/quality/pages');
const GOLDEN = join(ROOT, 'tests/golden/pages');
const ORIGIN = 'http://127.0.0.1:8080';
/** Nothing is trained on this set, nor looked at page by page. */
const BLIND = 'blind';
const NUMBER = /-\d+$/;
const FIELDS = ['title', 'publishedAt', 'site', 'author', 'category', 'declaredUrl', 'page'];
/** Golden pages taken from the sets that are read anyway. */
const TAKEN = /^(?:genre--|seed)/;

/** The site of a page by its name. */
export const siteIn = (name: string): string => name.replace(NUMBER, '');

/** All authored pages that may be learned from: those kept here, and shared ones where they are at hand. */
export function authoredSets(shared: string): GenreSet[] {
  const kept = readdirSync(PAGES).filter((name) => name !== BLIND && existsSync(indexOf(name)));
  return [
    { name: 'genre', pages: readGenre(join(shared, 'genre')) },
    { name: 'seeds', pages: readSeeds(join(shared, 'seeds')) },
    ...kept.map((name) => ({ name, pages: readGenre(join(PAGES, name)) })),
    { name: 'golden', pages: readGolden() },
    { name: 'samples', pages: readSamples() },
  ].filter(({ pages }) => pages.length > 0);
}

/** Pages that nothing was trained on or tuned to. */
export function blindSet(): GenreSet {
  return { name: BLIND, pages: readGenre(join(PAGES, BLIND)) };
}

/** Where annotated pages of others lie, if they are at hand. */
export function benchFolder(): string {
  return resolve(ROOT, process.env['WINNOW_BENCH'] ?? '../shared/bench');
}

const indexOf = (name: string): string => join(PAGES, name, 'index.json');

function readGenre(folder: string): GenrePage[] {
  const index = join(folder, 'index.json');
  if (!existsSync(index)) return [];
  const entries: { name: string; file: string; contentType: string; url: string | null }[] =
    JSON.parse(readFileSync(index, 'utf8'));
  return entries.map(({ name, file, contentType, url }) => ({
    name,
    contentType,
    url,
    bytes: readFileSync(join(folder, file)),
    gold: JSON.parse(readFileSync(join(folder, 'gold', `${name}.json`), 'utf8')),
  }));
}

function readSeeds(folder: string): GenrePage[] {
  if (!existsSync(folder)) return [];
  return readdirSync(join(folder, 'gold')).map((file) => {
    const name = file.replace(/\.json$/, '');
    return {
      name,
      contentType: 'text/plain; charset=utf-8',
      url: null,
      bytes: readFileSync(join(folder, 'raw', `${name}.txt`)),
      gold: JSON.parse(readFileSync(join(folder, 'gold', file), 'utf8')),
    };
  });
}

/** The golden pages: cases of one rule each, with the text written down. */
function readGolden(): GenrePage[] {
  return readdirSync(GOLDEN).flatMap((slug) => {
    if (TAKEN.test(slug)) return [];
    const read = (file: string): Record<string, unknown> =>
      JSON.parse(readFileSync(join(GOLDEN, slug, file), 'utf8'));
    const expected = read('expected.json');
    if (!Array.isArray(expected['text'])) return [];
    const { contentType, url } = read('page.json') as { contentType?: string; url?: string };
    const text = join(GOLDEN, slug, 'source.txt');
    const file = existsSync(text) ? text : join(GOLDEN, slug, 'source.html');
    return {
      name: `golden_${slug.replaceAll('-', '_')}-1`,
      contentType: contentType ?? 'text/html',
      url: url ?? null,
      bytes: readFileSync(file),
      gold: asGold({ ...expected, text: expected['text'].join('\n') }),
    };
  });
}

/** The pages of the sample site, each part of it a site. */
function readSamples(): GenrePage[] {
  const site = sampleSite();
  const counts = new Map<string, number>();
  return [...expectedPages(ORIGIN)].flatMap(([url, { document, state, kind }]) => {
    const path = url.slice(ORIGIN.length);
    const page = site[path];
    const isWall = state === 'no-document' && kind === 'page';
    if (!page || !(document || isWall)) return [];
    const part = path.split('/')[1] ?? '';
    const count = (counts.get(part) ?? 0) + 1;
    counts.set(part, count);
    const payload = samplePayload(page, ORIGIN);
    return {
      name: `sample_${part}-${count}`,
      contentType: page.headers['Content-Type'] ?? 'text/html',
      url,
      bytes: page.gzip === 'file' ? gunzipSync(payload) : payload,
      gold: document ? asGold({ ...document }) : { text: '', incomplete: ['no-document'] },
    };
  });
}

/** What an expectation does not promise is not compared. */
function asGold(expected: Record<string, unknown>): Record<string, unknown> {
  const untested = FIELDS.filter((field) => !(field in expected));
  return { title: null, incomplete: [], repairs: [], ...expected, untested };
}
