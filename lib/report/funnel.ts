import type { GroupFigures } from '#lib/model/run-figures.ts';

/** URLs that left the way to a document at one step, for one reason. */
export interface Leaving {
  readonly state: string;
  readonly reason: string;
  readonly count: number;
}

export interface FunnelStep {
  readonly name: string;
  /** How many are still on the way here. */
  readonly count: number;
  /** Those that end here and go no further. */
  readonly leaving: readonly Leaving[];
}

const STEPS: readonly (readonly [string, (state: string, reason: string) => boolean])[] = [
  ['discovered', (state) => NOT_ASKED.has(state)],
  ['asked', (state, reason) => NO_ANSWER.has(state) && !IN_CLEANING.has(reason)],
  ['answered', (state, reason) => state === 'not-a-document' || READ_FOR_LINKS.has(reason)],
  ['read as a page', () => true],
];
const NOT_ASKED = new Set([
  'robots-disallowed',
  'blocked-address',
  'taken-down',
  'deferred',
  'discovered',
]);
const NO_ANSWER = new Set(['failed', 'gone', 'redirected', 'too-large']);
const IN_CLEANING = new Set(['clean-error', 'lost', 'poison']);
const READ_FOR_LINKS = new Set(['listing', 'sitemap', 'feed']);

/**
 * The way from discovered to document: each URL leaves at exactly one step, with its state and
 * reason, so the counts add up.
 */
export function funnel({ urls, documents, reasons }: GroupFigures): FunnelStep[] {
  let rest = Object.entries(reasons).map(([key, count]): Leaving => {
    const [state = '', reason = ''] = key.split('/');
    return { state, reason, count };
  });
  rest = rest.filter(({ state }) => state !== 'published').sort((a, b) => b.count - a.count);
  // a listing that is as it was ends unchanged too: what is left of these is no document
  const unchanged = sumOf(rest.filter(({ state }) => state === 'unchanged'));
  const published = urls - sumOf(rest);
  const listings = unchanged + published - documents;
  rest = rest.filter(({ state }) => state !== 'unchanged');
  if (listings > 0) rest.push({ state: 'no-document', reason: 'listing', count: listings });
  let left = urls;
  const steps = STEPS.map(([name, leaves]): FunnelStep => {
    const leaving = mergeAlike(rest.filter(({ state, reason }) => leaves(state, reason)));
    rest = rest.filter(({ state, reason }) => !leaves(state, reason));
    const step = { name, count: left, leaving };
    left -= sumOf(leaving);
    return step;
  });
  return [...steps, { name: 'documents', count: left, leaving: [] }];
}

function mergeAlike(leaving: readonly Leaving[]): Leaving[] {
  const merged = new Map<string, Leaving>();
  for (const one of leaving) {
    const key = `${one.state}/${one.reason}`;
    merged.set(key, { ...one, count: one.count + (merged.get(key)?.count ?? 0) });
  }
  return [...merged.values()].sort((a, b) => b.count - a.count);
}

function sumOf(leaving: readonly Leaving[]): number {
  return leaving.reduce((sum, { count }) => sum + count, 0);
}
