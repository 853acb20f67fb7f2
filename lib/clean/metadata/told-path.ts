import { frameDates } from './frame-date.ts';
import type { FrameLine, PageFrame } from './page-frame.ts';
import { isPathStart, type SitePath } from './site-path.ts';

/** A site and two shelves; between weak signs two names are a title's parts. */
const LEAST = 3;
const WORDS = /[\s|｜·]+/u;

/**
 * A path that only another line tells for one: 某某范文 - 报告 - 实习报告 where the line of the day ends with the
 * site's name. null if there is none.
 */
export function toldPath({ head }: PageFrame): SitePath | null {
  const dated = head.filter(({ text, kept }) => !kept && frameDates(text).length > 0);
  if (dated.length === 0) return null;
  const rows = dated.map(({ text }) => text.split(WORDS));
  for (const line of head) {
    if (line.kept || dated.includes(line)) continue;
    const path = weakPath(line, rows);
    if (path) return path;
  }
  return null;
}

/** Its first step ends another line, which says none of the others. */
function weakPath({ path }: FrameLine, rows: readonly (readonly string[])[]): SitePath | null {
  if (!path || isPathStart(path) || path.names.length < LEAST) return null;
  const [site = '', ...shelves] = path.names;
  const isTold = rows.some((words) => {
    return words.at(-1) === site && !shelves.some((shelf) => words.includes(shelf));
  });
  return isTold ? path : null;
}
