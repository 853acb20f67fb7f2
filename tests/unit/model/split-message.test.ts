import { describe, expect, it } from 'vitest';
import type { DiscoverMessage, FetchItem, FetchMessage, Link } from '#lib/model/messages.ts';
import { splitClean, splitDiscover, splitFetch } from '#lib/model/split-message.ts';

const run = { runId: 'R', source: 's' };
const link = (n: number): Link => ({
  url: `http://a.example/${n}`,
  kind: 'page',
  reason: 'listing',
  depth: 1,
  hop: 0,
  via: null,
  lastModified: null,
});
const item = (n: number): FetchItem => ({
  id: `${n}`,
  url: `http://a.example/${n}`,
  canonicalUrl: `http://a.example/${n}`,
  kind: 'page',
  depth: 0,
  hop: 0,
  via: null,
  previous: null,
});
const range = <T>(length: number, make: (n: number) => T): T[] =>
  Array.from({ length }, (_, n) => make(n));
const size = (message: object): number => JSON.stringify(message).length;

describe('a message that a queue would refuse', () => {
  it('becomes several with the same items in the same order, each a batch of its own', () => {
    const message: FetchMessage = {
      ...run,
      lane: 3,
      batch: 'B',
      attempt: 2,
      items: range(200, item),
    };

    const parts = splitFetch(message, 5000);

    expect(parts.flatMap(({ items }) => items)).toEqual(message.items);
    expect(parts.every((part) => size(part) <= 5000)).toBe(true);
    expect(new Set(parts.map(({ batch }) => batch)).size).toBe(parts.length);
    expect(parts.every(({ lane, attempt }) => lane === 3 && attempt === 2)).toBe(true);
    expect(splitFetch(message, 1_000_000)).toEqual([message]);
  });

  it('keeps links and pages of discover, and asks for what is known once', () => {
    const page = (n: number) => ({ item: item(n), parts: [], partsMissing: false });
    const message: DiscoverMessage = {
      ...run,
      links: range(50, link),
      pages: range(7, page),
      known: true,
    };

    const parts = splitDiscover(message, 2000);

    expect(parts.flatMap(({ links }) => links)).toEqual(message.links);
    expect(parts.flatMap(({ pages }) => pages)).toEqual(message.pages);
    expect(parts.filter(({ known }) => known)).toHaveLength(1);
    expect(parts.every((part) => size(part) <= 2000)).toBe(true);
  });

  it('keeps a page whole that is too long by itself', () => {
    const huge = { item: item(1), parts: [], partsMissing: false };
    const message = { ...run, pages: [huge, huge] };

    expect(splitClean(message, 10)).toEqual([
      { ...run, pages: [huge] },
      { ...run, pages: [huge] },
    ]);
  });
});
