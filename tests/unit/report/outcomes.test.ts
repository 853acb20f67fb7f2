import { describe, expect, it } from 'vitest';
import type { UrlState } from '#lib/model/row.ts';
import { isDocument, runOutcomes } from '#lib/report/outcomes.ts';
import { aContent, aFetch, aRow, contentOf, countingUlids } from '../../support/manifest-rows.ts';

const ulid = countingUlids(() => 0);
const A = 'https://www.example.com/a.html';
const B = 'https://www.example.com/b.html';

function known(url: string, overrides: Partial<UrlState> = {}): Map<string, UrlState> {
  const last = {
    run: 'r',
    state: 'published',
    reason: 'new',
    at: '2026-01-01T00:00:00.000Z',
  } as const;
  const state: UrlState = {
    schema: 1,
    id: aRow({ ulid: ulid(), canonicalUrl: url }).id,
    url,
    canonicalUrl: url,
    kind: 'page',
    sources: ['samples'],
    firstSeenAt: last.at,
    last: { ...last, ulid: ulid() },
    fetch: null,
    content: { ...contentOf(url, 'Text.'), ulid: ulid() },
    presence: null,
    duplicateOf: null,
    ...overrides,
  };
  return new Map([[url, state]]);
}

describe('outcomes of a run', () => {
  it('has one for each URL: its last state with the registers its rows wrote', () => {
    const rows = [
      aRow({ ulid: ulid(), canonicalUrl: A }),
      aRow({
        ulid: ulid(),
        canonicalUrl: A,
        state: 'fetched',
        reason: 'http-200',
        fetch: aFetch({ ms: 80 }),
      }),
      aRow({
        ulid: ulid(),
        canonicalUrl: A,
        state: 'published',
        reason: 'new',
        content: contentOf(A, 'Text.'),
      }),
    ];

    const [outcome, ...rest] = runOutcomes(rows.toReversed(), new Map());

    expect(rest).toEqual([]);
    expect(outcome).toMatchObject({
      state: 'published',
      host: 'www.example.com',
      fetch: { ms: 80 },
    });
    expect(outcome && isDocument(outcome)).toBe(true);
  });

  it('keeps the content of an unchanged document, but not of one that is gone', () => {
    const unchanged = aRow({
      ulid: ulid(),
      canonicalUrl: A,
      state: 'unchanged',
      reason: 'not-modified',
    });
    const gone = aRow({ ulid: ulid(), canonicalUrl: A, state: 'gone', reason: 'http-404' });

    expect(runOutcomes([unchanged], known(A))[0]?.content?.title).toBe('A title');
    expect(runOutcomes([gone], known(A))[0]?.content).toBeNull();
  });

  it('takes the second of two equal texts for a duplicate, and what the manifest says', () => {
    const rows = [A, B].map((url) =>
      aRow({
        ulid: ulid(),
        canonicalUrl: url,
        state: 'published',
        reason: 'new',
        content: contentOf(url, 'Text.'),
      }),
    );

    expect(runOutcomes(rows, new Map()).map(({ isDuplicate }) => isDuplicate)).toEqual([
      false,
      true,
    ]);
    expect(
      runOutcomes(rows, known(A, { duplicateOf: 'b' })).map(({ isDuplicate }) => isDuplicate),
    ).toEqual([true, false]); // the original is not counted, whichever comes first
    expect(
      runOutcomes(rows.slice(0, 1), known(A, { duplicateOf: 'b' })).map((one) => one.isDuplicate),
    ).toEqual([true]);
  });

  it('lets no late row of an open state hide how a URL ended', () => {
    const rows = [
      aRow({
        ulid: ulid(),
        canonicalUrl: A,
        state: 'no-document',
        reason: 'empty',
        content: aContent(),
      }),
      aRow({ ulid: ulid(), canonicalUrl: A, state: 'fetched', reason: 'http-200' }),
    ];

    expect(runOutcomes(rows, new Map())[0]?.state).toBe('no-document');
  });
});
