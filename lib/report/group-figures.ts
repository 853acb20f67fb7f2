import type { GroupFigures } from '#lib/model/run-figures.ts';
import type { State } from '#lib/model/states.ts';
import { isDocument, type Outcome } from './outcomes.ts';
import { quantilesOf } from './quantiles.ts';

/** What asking costs: `estimatedDollars` of the cost model. */
export type DollarsOf = (done: {
  readonly pages: number;
  readonly bytes: number;
  readonly waitSeconds: number;
}) => number;

/** Ends that are no failure to give a document: a rule, another address, an operator. */
const NOT_EXPECTED: ReadonlySet<State> = new Set<State>([
  'discovered',
  'fetched',
  'robots-disallowed',
  'redirected',
  'part-of',
  'blocked-address',
  'taken-down',
  'deferred',
]);

/** Whether the URL should have given a document: yield is the share of these that did. */
export function isExpected({ kind, state }: Outcome): boolean {
  return kind === 'page' && !NOT_EXPECTED.has(state);
}

/** Figures of some outcomes; documents shorter than `shortBelow` characters are counted. */
export function groupFigures(
  outcomes: readonly Outcome[],
  { shortBelow, intervalMs, dollars }: GroupOptions,
): GroupFigures {
  const documents = outcomes.filter(isDocument);
  const fresh = documents.filter(({ state }) => state === 'published');
  const asked = outcomes.flatMap(({ fetch }) => fetch ?? []);
  const bytes = sum(asked.map((fetch) => fetch.bytes ?? 0));
  const waitSeconds = (asked.length * intervalMs) / 1000;
  return {
    urls: outcomes.length,
    pages: outcomes.filter(isExpected).length,
    documents: documents.length,
    added: fresh.filter(({ reason }) => reason === 'new').length,
    changed: fresh.filter(({ reason }) => reason === 'changed').length,
    unchanged: documents.length - fresh.length,
    states: count(outcomes.map(({ state }) => state)),
    reasons: count(outcomes.map(({ state, reason }) => `${state}/${reason}`)),
    statuses: count(asked.flatMap(({ status }) => (status === null ? [] : String(status)))),
    chars: quantilesOf(documents.flatMap(({ content }) => content?.chars ?? [])),
    newChars: quantilesOf(fresh.flatMap(({ content }) => content?.chars ?? [])),
    shortBelow,
    shortest: fresh.filter(({ content }) => (content?.chars ?? 0) < shortBelow).length,
    removedShare: quantilesOf(documents.flatMap(({ content }) => content?.removedShare ?? [])),
    confidence: quantilesOf(documents.flatMap(({ content }) => content?.confidence ?? [])),
    ms: quantilesOf(asked.flatMap(({ ms }) => ms ?? [])),
    fields: {
      title: fresh.filter(({ content }) => content?.title !== '').length,
      author: fresh.filter(({ content }) => content?.author != null).length,
      publishedAt: fresh.filter(({ content }) => content?.publishedAt != null).length,
    },
    titles: new Set(fresh.map(({ content }) => content?.title)).size,
    repaired: documents.filter(({ content }) => (content?.repairs.length ?? 0) > 0).length,
    repairs: count(documents.flatMap(({ content }) => content?.repairs ?? [])),
    marked: documents.filter(({ content }) => (content?.incomplete.length ?? 0) > 0).length,
    incomplete: count(documents.flatMap(({ content }) => content?.incomplete ?? [])),
    duplicates: documents.filter(({ isDuplicate }) => isDuplicate).length,
    errors: outcomes.filter(({ state }) => state === 'failed').length,
    bytes,
    dollars: dollars?.({ pages: asked.length, bytes, waitSeconds }) ?? null,
  };
}

export interface GroupOptions {
  readonly shortBelow: number;
  /** Pause between two requests to a host, as the source has it. */
  readonly intervalMs: number;
  readonly dollars: DollarsOf | null;
}

function count(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
