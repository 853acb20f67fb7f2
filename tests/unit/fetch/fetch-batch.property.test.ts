import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fetchBatch } from '#lib/fetch/fetch-batch.ts';
import { row } from '#lib/model/row.ts';
import { isReasonOf } from '#lib/model/states.ts';
import { aMessage, anItem, aSource, NO_LIMITS, ORIGIN } from '../../support/fetch-with.ts';
import { HTML, scripted } from './scripted-fetch.ts';
import type { Script } from './scripted-http.ts';

const fault = fc.record({
  state: fc.constant('failed' as const),
  reason: fc.constantFrom('timeout', 'connection', 'dns', 'tls', 'truncated'),
  detail: fc.string(),
  passing: fc.boolean(),
});
const answer: fc.Arbitrary<Script> = fc.oneof(
  fc.record({ fault }),
  fc.record({
    status: fc.constantFrom(200, 203, 204, 301, 302, 304, 403, 404, 410, 429, 500, 503),
    headers: fc.constantFrom<Record<string, string>>(
      HTML,
      { ...HTML, 'retry-after': '5' },
      { ...HTML, 'retry-after': '5000' },
      { ...HTML, location: '/p1' },
      { ...HTML, location: 'http://b.example/' },
      { 'content-type': 'image/png', location: '\u0000' },
    ),
    body: fc.string(),
  }),
);

describe('fetchBatch', () => {
  it('ends every item exactly once, whatever the servers say', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(answer, { minLength: 1, maxLength: 12 }),
        fc.array(fc.nat(9), { minLength: 1, maxLength: 10 }),
        fc.nat(20),
        fc.integer({ min: 1, max: 3 }),
        fc.nat(12),
        async (answers, numbers, stopAfter, concurrency, pages) => {
          const stop = new AbortController();
          let asked = 0;
          let left = pages;
          const { deps } = scripted(
            () => {
              if (++asked > stopAfter) stop.abort();
              return answers[asked % answers.length] ?? {};
            },
            {
              signal: stop.signal,
              source: aSource({ politeness: { intervalMs: 0, concurrency, maxCrawlDelayMs: 0 } }),
              budget: { ...NO_LIMITS, takePage: () => left-- > 0 },
              articlePages: () => numbers.map((number) => `${ORIGIN}/p${number}`),
            },
          );
          const items = [...new Set(numbers)].map((number) => anItem(`/p${number}`));

          const outcome = await fetchBatch(aMessage(items), deps);

          const ended = outcome.rows.map(({ canonicalUrl }) => canonicalUrl);
          const rest = outcome.rest?.items.map(({ canonicalUrl }) => canonicalUrl) ?? [];
          expect(new Set(ended).size).toBe(ended.length);
          expect([...ended, ...rest].toSorted()).toEqual(
            items.map(({ canonicalUrl }) => canonicalUrl).toSorted(),
          );
          for (const one of outcome.rows) {
            expect(row.parse(one)).toEqual(one);
            expect(isReasonOf(one.state, one.reason)).toBe(true);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
