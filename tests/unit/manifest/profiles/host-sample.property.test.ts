import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeSamples, type SampledPage } from '#lib/manifest/profiles/host-sample.ts';
import { aSampledPage } from '../../../support/sampled-pages.ts';

const SIZE = 5;
const DAY_MS = 86_400_000;
const day = (number: number): string =>
  new Date(Date.UTC(2026, 0, 1) + number * DAY_MS).toISOString();

/** Registers of few pages at few times, so that they replace each other and fall out. */
const page = fc
  .record({
    number: fc.nat({ max: 11 }),
    at: fc.nat({ max: 400 }),
    cleaner: fc.integer({ min: 1, max: 2 }),
  })
  .map(({ number, at, cleaner }) =>
    aSampledPage(number, [], { fetchedAt: day(at), cleaner, ulid: `${at}-${cleaner}` }),
  );
const pages = fc.array(page, { maxLength: 30 });

const merge = (a: readonly SampledPage[], b: readonly SampledPage[]): SampledPage[] =>
  mergeSamples(a, b, SIZE);

describe('samples of a host', () => {
  it('do not depend on the order or on how often a page comes', () => {
    fc.assert(
      fc.property(pages, pages, pages, (a, b, c) => {
        expect(merge(a, b)).toEqual(merge(b, a));
        expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
        expect(merge(merge(a, b), b)).toEqual(merge(a, b));
      }),
    );
  });

  it('are the same whether all pages are known or only the sample of before', () => {
    fc.assert(
      fc.property(fc.array(pages, { maxLength: 6 }), (batches) => {
        const bit = batches.reduce(merge, []);
        expect(bit).toEqual(merge(batches.flat(), []));
      }),
    );
  });

  it('hold each page once, by its latest register', () => {
    fc.assert(
      fc.property(pages, (list) => {
        const sample = merge(list, []);
        expect(new Set(sample.map(({ id }) => id)).size).toBe(sample.length);
        expect(sample.length).toBeLessThanOrEqual(SIZE);
        for (const one of sample)
          for (const other of list)
            if (other.id === one.id) expect(other.fetchedAt <= one.fetchedAt).toBe(true);
      }),
    );
  });

  it('forget: pages fetched a year later take the place of nearly all', () => {
    const old = Array.from({ length: 1000 }, (_, n) => aSampledPage(n));
    const fresh = Array.from({ length: 1000 }, (_, n) =>
      aSampledPage(1000 + n, [], { fetchedAt: day(365) }),
    );
    const kept = mergeSamples(old, fresh).filter(({ fetchedAt }) => fetchedAt === day(365));
    // weights of 16 to 1
    expect(kept.length).toBeGreaterThan(170);
    expect(kept.length).toBeLessThan(200);
  });

  it('are drawn evenly from pages of one time', () => {
    const list = Array.from({ length: 4000 }, (_, n) => aSampledPage(n));
    const ids = list.slice(0, 2000).map(({ id }) => id);
    const firstHalf = mergeSamples(list, []).filter(({ id }) => ids.includes(id));
    expect(firstHalf.length).toBeGreaterThan(75);
    expect(firstHalf.length).toBeLessThan(125);
  });
});
