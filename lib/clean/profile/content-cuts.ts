import { type HostProfile, lineStanding, pathStanding } from '#lib/model/host-profile.ts';
import type { Cut } from '../block.ts';
import { classifyLine } from '../lines/classify-line.ts';
import { candidate, documentLines } from './document-lines.ts';
import { isGenreLine } from './genre-lines.ts';
import type { PageReading, Unsaid } from './page-reading.ts';

/** More link than this is a reference to something else. */
const MOST_LINK = 0.3;

/**
 * Cuts to take back: blocks nothing was said against that stand inside the document or right beside it, where
 * this host's documents nearly always have text of their own, and whose lines no other document has.
 */
export function contentCuts(page: PageReading, profile: HostProfile): ReadonlySet<Cut> {
  const found = new Set<Cut>();
  const first = page.kept[0]?.place ?? 0;
  let last = page.kept.at(-1)?.place ?? -1;
  const isContent = ({ cut, place, path }: Unsaid): boolean =>
    pathStanding(profile, path) === 'content' &&
    documentLines(cut.block, place, path).every((line) => {
      if (line.linkShare > MOST_LINK || classifyLine(line.text) !== null) return false;
      // A form of the genre is the document's however often it is seen.
      const key = candidate(line, 0)?.key;
      return key === undefined ? isGenreLine(line.text) : lineStanding(profile, key) === 'own';
    });
  for (const one of page.unsaid) {
    if (one.place < first || one.place > last + 1 || !isContent(one)) continue;
    found.add(one.cut);
    last = Math.max(last, one.place);
  }
  return found;
}
