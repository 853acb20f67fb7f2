import type { Incomplete } from '#lib/model/document.ts';
import type { Pager } from './pager.ts';
import { endsMidSentence } from './prose.ts';
import type { Line } from './scan-lines.ts';

export interface Completeness {
  readonly incomplete: readonly Incomplete[];
  readonly page: number | null;
  readonly pageCount: number | null;
}

const STARTS_INSIDE = /^[，。、；：！？）】》”’,;)]/u;

/**
 * In what way the text is not all of the document. The article's own pager says where it stands; a wall or
 * a viewer counts only if it says that the rest is withheld, or the text breaks off inside a sentence.
 */
export function readCompleteness(
  frame: readonly Line[],
  body: readonly string[],
  pagerLines: readonly Line[],
  linked: Pager | null = null,
): Completeness {
  const incomplete: Incomplete[] = [];
  const pager = linked ?? articlePager(pagerLines);
  const startsInside = STARTS_INSIDE.test(body[0] ?? '');
  if (pager?.hasPrevious || (pager?.page ?? 1) > 1 || startsInside)
    incomplete.push('starts-mid-document');
  if (pager?.hasNext) incomplete.push('continues-on-next-page');
  const wall = wallOf(frame, body.at(-1) ?? '');
  if (wall && !(pager?.hasNext && wall.soft)) incomplete.push(wall.value);
  const pages = frame.find((line) => line.meta?.pageCount)?.meta?.pageCount ?? null;
  return {
    incomplete,
    page: pager?.page ?? null,
    pageCount: (pager?.bracketed ? pager.pageCount : null) ?? pages,
  };
}

/** The bracketed pager speaks for the article; an unbracketed one only where it is alone and no teaser. */
function articlePager(lines: readonly Line[]): Pager | null {
  const pagers = lines.flatMap(({ pager }) => (pager ? [pager] : []));
  const own = pagers.find((pager) => pager.bracketed && !pager.teaser);
  if (own) return own;
  const [only] = pagers.filter((pager) => !pager.teaser);
  // One way only: the page is the first or the last.
  if (only && only.hasNext !== only.hasPrevious) return only;
  return only && only.pageCount !== null && only.pageCount > 1 ? withEnds(only) : null;
}

/** A plain 上一页 1 2 3 下一页 always shows both words; it says that there is more, not where the page stands. */
function withEnds(pager: Pager): Pager {
  return pager.hasNext && pager.hasPrevious ? { ...pager, hasPrevious: false } : pager;
}

/** Below a text that breaks off, whoever can be written to has the rest. */
const SELLS = /微信|qq|vx|客服|找稿|代写/u;

interface Wall {
  readonly value: 'paywall' | 'preview';
  /** Told from the broken sentence only. */
  readonly soft: boolean;
}

function wallOf(frame: readonly Line[], lastLine: string): Wall | null {
  const claims = new Set(frame.map((line) => line.frame?.claim));
  const shows = frame.some((line) => line.meta?.viewer || line.lead);
  const viewer = shows || frame.some((line) => line.frame?.viewer);
  if (claims.has('preview') && (viewer || !claims.has('paywall'))) {
    return { value: 'preview', soft: false };
  }
  // Money or membership for the rest is a paywall, whatever the site calls its pages.
  if (claims.has('paywall')) return { value: shows ? 'preview' : 'paywall', soft: false };
  if (!endsMidSentence(lastLine)) return null;
  if (viewer) return { value: 'preview', soft: true };
  const offers = frame.some(
    ({ frame: is, folded }) =>
      is?.reason === 'paywall' || (is?.reason === 'promotion' && SELLS.test(folded)),
  );
  return offers ? { value: 'paywall', soft: true } : null;
}
