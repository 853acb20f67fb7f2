import { MAX_TRAIT_LINES, MAX_TRAIT_PATHS, type PageTraits } from '#lib/model/page-traits.ts';
import { type Candidate, candidate, documentLines } from './document-lines.ts';
import { lineKey, normalLine } from './line-key.ts';
import { isApart, type PageReading } from './page-reading.ts';

/** Lines at either end of the document are counted before those inside. */
const FIRST_LINES = 5;
const LAST_LINES = 8;
const KEPT_PATHS = 8;
/** So many of the longest paragraphs tell copies of a document. */
const LONGEST_PARAGRAPHS = 2;

/** What this page adds to the profile of its host. Depends on no profile. */
export function readTraits(page: PageReading): PageTraits {
  const paths = pathsOf(page);
  const indexOf = (path: string | null): number | null => {
    const index = path === null ? -1 : paths.indexOf(path);
    return index < 0 ? null : index;
  };
  const last = page.lines.length - 1;
  const kept = chosen(page).map(({ key, at, line }) => ({
    key,
    path: indexOf(line.path),
    kept: true,
    first: at === page.firstLine,
    last: at === last,
  }));
  const counted = new Set(kept.map(({ key }) => key));
  const cut = unsaidKeys(page)
    .filter(({ key }) => !counted.has(key) && counted.add(key))
    .slice(0, Math.max(0, MAX_TRAIT_LINES - kept.length))
    .map(({ key, path }) => ({ key, path: indexOf(path), kept: false, first: false, last: false }));
  const holding = new Set(
    page.lines.filter((_, at) => !isCounted(page, counted, at)).map(({ path }) => path),
  );
  return {
    text: textKey(page),
    lines: [...kept, ...cut],
    paths: paths.map((key) => ({ key, holds: holding.has(key) })),
  };
}

/** Each key once; of too many lines those inside are drawn by their keys, the same on every page. */
function chosen({ candidates, lines, mainPath }: PageReading): Candidate[] {
  const times = Map.groupBy(candidates, ({ key }) => key);
  const rank = ({ at, line, key }: Candidate): number => {
    if (at < FIRST_LINES || at >= lines.length - LAST_LINES) return 0;
    return isApart(line, mainPath) || (times.get(key)?.length ?? 0) > 1 ? 1 : 2;
  };
  // Of the places of a line the last counts: the site's word is below more often than above.
  const once = [...times.values()].flatMap((same) => same.at(-1) ?? []);
  const ranked = once.map((one) => ({ one, rank: rank(one) }));
  ranked.sort((a, b) => a.rank - b.rank || (a.one.key < b.one.key ? -1 : 1));
  return ranked.slice(0, MAX_TRAIT_LINES).map(({ one }) => one);
}

function isCounted({ candidates }: PageReading, keys: ReadonlySet<string>, at: number): boolean {
  const found = candidates.find((one) => one.at === at);
  return found !== undefined && keys.has(found.key);
}

function unsaidKeys({ unsaid }: PageReading): { key: string; path: string }[] {
  return unsaid.flatMap(({ cut, place, path }) =>
    documentLines(cut.block, place, path).flatMap((line) => {
      const key = candidate(line, 0)?.key;
      return key === undefined ? [] : [{ key, path }];
    }),
  );
}

/** The document's paths by the text that stands there, then those of what was cut near it. */
function pathsOf({ lines, cutPaths }: PageReading): string[] {
  const sizes = new Map<string, number>();
  for (const { path, text } of lines)
    if (path !== null) sizes.set(path, (sizes.get(path) ?? 0) + text.length);
  const kept = bySize(sizes).slice(0, KEPT_PATHS);
  const cut = bySize(cutPaths).filter((path) => !kept.includes(path));
  return [...kept, ...cut].slice(0, MAX_TRAIT_PATHS);
}

function bySize(sizes: ReadonlyMap<string, number>): string[] {
  return [...sizes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([path]) => path);
}

function textKey({ lines }: PageReading): string | null {
  const paragraphs = lines.filter(({ isProse }) => isProse).map(({ text }) => text);
  if (paragraphs.length < LONGEST_PARAGRAPHS) return null;
  const longest = paragraphs.sort((a, b) => b.length - a.length).slice(0, LONGEST_PARAGRAPHS);
  return lineKey(longest.map(normalLine).join('\n'));
}
