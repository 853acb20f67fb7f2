import type { RunRecord } from '#lib/model/run.ts';
import type { GroupFigures, Quantiles, RunFigures } from '#lib/model/run-figures.ts';
import { sourceDefinition } from '#lib/model/source.ts';

/** A complete run of a source named essays. */
export function aRun(overrides: Partial<RunRecord> = {}): RunRecord {
  return {
    schema: 1,
    runId: '01KDVNTG00000000000000RVN1',
    source: sourceDefinition.parse({ name: 'essays', seeds: ['https://www.example.com/'] }),
    trigger: 'command',
    startedAt: '2026-01-01T00:00:00.000Z',
    checkpoint: null,
    completedAt: '2026-01-01T00:10:00.000Z',
    discovered: 0,
    states: {},
    skipped: { notDue: 0, outOfScope: 0, overBudget: 0, traps: 0, takenDown: 0 },
    ...overrides,
  };
}

export const around = (median: number, count = 100): Quantiles => ({
  count,
  p10: median / 2,
  p25: median * 0.75,
  p50: median,
  p75: median * 1.25,
  p90: median * 2,
});

/** A healthy hundred pages: 90 documents, 10 of them new. */
export function someFigures(overrides: Partial<GroupFigures> = {}): GroupFigures {
  return {
    urls: 100,
    pages: 100,
    documents: 90,
    added: 10,
    changed: 0,
    unchanged: 80,
    states: { published: 10, unchanged: 80, 'no-document': 10 },
    reasons: { 'published/new': 10, 'unchanged/not-modified': 80, 'no-document/list-page': 10 },
    statuses: { 200: 100 },
    chars: around(1000),
    newChars: around(1000, 10),
    shortBelow: 500,
    shortest: 1,
    removedShare: around(0.4),
    confidence: around(0.45),
    ms: around(120),
    fields: { title: 10, author: 8, publishedAt: 9 },
    titles: 10,
    repaired: 0,
    repairs: {},
    marked: 0,
    incomplete: {},
    duplicates: 0,
    errors: 0,
    bytes: 1_000_000,
    dollars: 0.001,
    ...overrides,
  };
}

export function figuresWith(host: GroupFigures, runId = '01KDVNTG00000000000000RVN1'): RunFigures {
  return {
    schema: 1,
    runId,
    source: 'essays',
    startedAt: '2026-01-01T00:00:00.000Z',
    completedAt: '2026-01-01T00:10:00.000Z',
    total: host,
    hosts: { 'www.example.com': host },
  };
}
