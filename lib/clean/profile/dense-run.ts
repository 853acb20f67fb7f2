import type { DocumentLine } from './document-lines.ts';

/** Lines from..to, both inclusive. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** Share of the running text that is beyond any profile. */
const DENSE = 0.6;

/** So many outermost lines at either end are judged as they are, in a document of at least that many. */
const OUTERMOST = [
  { lines: 2, of: 8 },
  { lines: 1, of: 4 },
] as const;

/**
 * The shortest run of lines with 60 % of the document's running text, the outermost lines left out: with a poem
 * a site's sentence below it is all the prose there is. Null if there is none. `first`: index of the first line below
 * the title.
 */
export function denseRun(lines: readonly DocumentLine[], first = 0): Run | null {
  const outer = OUTERMOST.find(({ of }) => lines.length - first >= of)?.lines ?? 0;
  const sizes = lines.map(({ isProse, text }, at) =>
    isProse && at >= first + outer && at < lines.length - outer ? text.length : 0,
  );
  const wanted = sizes.reduce((sum, size) => sum + size, 0) * DENSE;
  if (wanted === 0) return null;
  let best: Run | null = null;
  let from = 0;
  let held = 0;
  for (const [to, size] of sizes.entries()) {
    held += size;
    while (held - (sizes[from] ?? 0) >= wanted) {
      held -= sizes[from] ?? 0;
      from += 1;
    }
    if (held >= wanted && (best === null || to - from < best.to - best.from)) best = { from, to };
  }
  return best;
}

export function isInside(run: Run | null, at: number): boolean {
  return run !== null && at >= run.from && at <= run.to;
}
