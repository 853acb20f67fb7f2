import { type HostProfile, recursFrom, repeatsFrom } from '#lib/model/host-profile.ts';
import { type PageTraits, unpackTraits } from '#lib/model/page-traits.ts';
import type { SampledPage } from './host-sample.ts';

/** Bounds of a profile: of more than so many the rarest are dropped. */
const MAX_LINES = 512;
const MAX_PATHS = 256;
const MAX_NAMES = 4;

type Counts = Map<string, number>;

interface Counted {
  readonly site: string | null;
  readonly traits: PageTraits;
}

/** What the documents of a sample have in common. Copies of a document count once, and a line once a document. */
export function countProfile(
  host: string,
  version: number,
  sample: readonly SampledPage[],
): HostProfile {
  const pages = distinct(sample);
  const documents = pages.length;
  const lines: Counts = new Map();
  for (const { traits } of pages) countAll(lines, new Set(traits.lines.map(({ key }) => key)));
  const least = repeatsFrom(documents);
  const isRepeated = (key: string): boolean => (lines.get(key) ?? 0) >= least;
  const names: Counts = new Map();
  for (const { site } of pages) if (site !== null) countAll(names, [site]);
  return {
    schema: 1,
    host,
    version,
    documents,
    lines: top(lines, MAX_LINES, recursFrom(documents)),
    paths: countPaths(pages, isRepeated),
    edges: {
      first: pages.filter((page) => endsAt(page, 'first', isRepeated)).length,
      last: pages.filter((page) => endsAt(page, 'last', isRepeated)).length,
    },
    names: top(names, MAX_NAMES, 2),
  };
}

/** Documents of one text, or of the same longest paragraphs, are one: the first by id stands for all. */
function distinct(sample: readonly SampledPage[]): Counted[] {
  const seen = new Set<string>();
  const pages: Counted[] = [];
  for (const { textSha, site, traits: packed } of sample) {
    if (packed === null || textSha === null) continue;
    const traits = unpackTraits(packed);
    const names = [`text ${textSha}`, ...(traits.text === null ? [] : [`longest ${traits.text}`])];
    if (names.some((name) => seen.has(name))) continue;
    for (const name of names) seen.add(name);
    pages.push({ site, traits });
  }
  return pages;
}

/** For each path the documents with it, and those with something there that no other has. */
function countPaths(
  pages: readonly Counted[],
  isRepeated: (key: string) => boolean,
): Record<string, [number, number]> {
  const seen: Counts = new Map();
  const own: Counts = new Map();
  for (const { traits } of pages) {
    const { paths, lines } = traits;
    const keys = paths.map(({ key }) => key);
    const holding = paths.filter(({ holds }) => holds).map(({ key }) => key);
    const ownLines = lines.filter(({ kept, key }) => kept && !isRepeated(key));
    const ofLines = ownLines.flatMap(({ path }) => keys[path ?? -1] ?? []);
    countAll(seen, new Set(keys));
    countAll(own, new Set([...holding, ...ofLines]));
  }
  const kept = Object.entries(top(seen, MAX_PATHS, 2));
  return Object.fromEntries(kept.map(([key, count]) => [key, [count, own.get(key) ?? 0]]));
}

function endsAt(
  { traits }: Counted,
  edge: 'first' | 'last',
  isRepeated: (key: string) => boolean,
): boolean {
  return traits.lines.some((line) => line[edge] && isRepeated(line.key));
}

function countAll(counts: Counts, keys: Iterable<string>): void {
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The `most` most frequent of those with `least` or more, most frequent first. */
function top(counts: Counts, most: number, least: number): Record<string, number> {
  const sorted = [...counts].filter(([, count]) => count >= least);
  sorted.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return Object.fromEntries(sorted.slice(0, most));
}
