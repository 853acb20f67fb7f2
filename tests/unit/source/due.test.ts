import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DueFacts } from '#lib/model/due-facts.ts';
import type { PreviousFetch } from '#lib/model/messages.ts';
import { TERMINAL_STATES } from '#lib/model/states.ts';
import { isDue, nextDue } from '#lib/source/due.ts';

const hour = 3_600_000;
const now = Date.parse('2026-06-01T00:00:00Z');
const recrawl = { minHours: 24, maxHours: 240, goneGraceHours: 72 };

/** A fetch `ago` hours ago that decided to come again `interval` hours later. */
const fetched = (ago: number, interval: number | null): PreviousFetch => ({
  fetchedAt: new Date(now - ago * hour).toISOString(),
  etag: null,
  lastModified: null,
  payloadDigest: 'x',
  raw: null,
  contentType: null,
  missingSince: null,
  changedAt: null,
  nextDueAt: interval === null ? null : new Date(now + (interval - ago) * hour).toISOString(),
  sha: null,
  textSha: null,
  cleaner: null,
  profile: null,
  robots: [],
  parts: [],
  partsMissing: false,
});

const hoursUntilDue = (facts: Partial<DueFacts>): number | null => {
  const due = nextDue({ state: 'fetched', now, changed: null, previous: null, recrawl, ...facts });
  return due === null ? null : (Date.parse(due) - now) / hour;
};

describe('nextDue', () => {
  it('begins with the shortest interval', () => {
    expect(hoursUntilDue({})).toBe(24);
  });

  it('waits longer each time a page did not change, up to the bound', () => {
    let interval = 24;
    const seen: number[] = [];
    for (let round = 0; round < 7; round += 1) {
      const previous = fetched(interval, interval);
      interval = hoursUntilDue({ state: 'unchanged', changed: false, previous }) ?? 0;
      seen.push(Math.round(interval));
    }

    expect(seen).toEqual([38, 61, 98, 157, 240, 240, 240]);
  });

  it('comes sooner after a change', () => {
    expect(hoursUntilDue({ changed: true, previous: fetched(200, 200) })).toBe(80);
    expect(hoursUntilDue({ changed: true, previous: fetched(30, 30) })).toBe(24);
  });

  it('takes the time that passed where no interval was decided', () => {
    expect(hoursUntilDue({ changed: false, previous: fetched(100, null) })).toBe(160);
  });

  it('tries failures again soon, and asks rarely for what mostly stays', () => {
    const previous = fetched(200, 200);
    expect(hoursUntilDue({ state: 'failed', previous })).toBe(24);
    expect(hoursUntilDue({ state: 'gone', previous })).toBe(240);
    expect(hoursUntilDue({ state: 'not-a-document', previous })).toBe(240);
  });

  it('leaves further pages of an article to their first page', () => {
    expect(hoursUntilDue({ state: 'part-of' })).toBeNull();
  });

  it('stays within the bounds of the source, whatever happened', () => {
    const facts = fc.record({
      state: fc.constantFrom(...TERMINAL_STATES.filter((state) => state !== 'part-of')),
      changed: fc.constantFrom(true, false, null),
      ago: fc.double({ min: 0, max: 1e5, noNaN: true }),
      interval: fc.option(fc.double({ min: -1e4, max: 1e5, noNaN: true })),
      minHours: fc.integer({ min: 0, max: 100 }),
      maxHours: fc.integer({ min: 0, max: 1000 }),
    });
    fc.assert(
      fc.property(facts, ({ state, changed, ago, interval, minHours, maxHours }) => {
        const bounds = { minHours, maxHours, goneGraceHours: 1 };
        const previous = fetched(ago, interval);
        const hours = hoursUntilDue({ state, changed, previous, recrawl: bounds }) ?? -1;
        expect(hours).toBeGreaterThanOrEqual(minHours - 1e-6);
        expect(hours).toBeLessThanOrEqual(Math.max(minHours, maxHours) + 1e-6);
      }),
    );
  });
});

describe('isDue', () => {
  const date = new Date(now);
  const iso = (hours: number): string => new Date(now + hours * hour).toISOString();

  it('holds for what was never fetched and what has come due', () => {
    expect(isDue(null, null, date)).toBe(true);
    expect(isDue(fetched(5, null), null, date)).toBe(true);
    expect(isDue(fetched(24, 24), null, date)).toBe(true);
    expect(isDue(fetched(24, 25), null, date)).toBe(false);
  });

  it('holds early for a page said to be newer than our copy, not for dates in the future', () => {
    expect(isDue(fetched(24, 100), iso(-1), date)).toBe(true);
    expect(isDue(fetched(24, 100), iso(-30), date)).toBe(false);
    expect(isDue(fetched(24, 100), iso(1), date)).toBe(false);
  });
});
