import { join } from 'node:path';
import { cleanPage } from '../../lib/clean/clean-page.ts';
import type { Document } from '../../lib/model/document.ts';
import { BENCH_SETS, pageBytes, readSet, siteOf } from './bench-set.ts';
import { authoredSets, benchFolder, blindSet, siteIn } from './genre-pages.ts';

/** One annotated page, cleaned. */
export interface CleanedPage {
  readonly set: string;
  readonly id: string;
  readonly document: Document;
  /** Bytes to document, ms. */
  readonly ms: number;
}

/** Cleans the annotated pages at hand, of all sets or one, and of the sites that are asked for. */
export function* cleanedPages(
  only: string | undefined,
  isWanted: (site: string) => boolean = () => true,
): Generator<CleanedPage> {
  const bench = benchFolder();
  for (const set of BENCH_SETS) {
    if (only !== undefined && only !== set) continue;
    const folder = join(bench, set);
    for (const page of readSet(folder)) {
      if (!isWanted(siteOf(page))) continue;
      const input = { bytes: pageBytes(folder, page), contentType: 'text/html', url: page.url };
      yield { set, id: page.id, ...timed(input) };
    }
  }
  for (const { name: set, pages } of [...authoredSets(join(bench, '..')), blindSet()]) {
    if (only !== undefined && only !== set) continue;
    for (const page of pages) {
      if (isWanted(siteIn(page.name))) yield { set, id: page.name, ...timed(page) };
    }
  }
}

function timed({ bytes, contentType, url }: Parameters<typeof cleanPage>[0]): {
  document: Document;
  ms: number;
} {
  const start = performance.now();
  const { document } = cleanPage({ bytes, contentType, url });
  return { document, ms: performance.now() - start };
}
