import { describe, expect, it } from 'vitest';
import { knownLists } from '#lib/cloud/known-lists.ts';
import { readList } from '#lib/cloud/run-lists.ts';
import { memoryObjectStore } from '#lib/io/memory-object-store.ts';
import { commitSegments } from '#lib/manifest/commit.ts';
import { writeSegment } from '#lib/manifest/write-segment.ts';
import { sourceDefinition } from '#lib/model/source.ts';
import { aFetch, aRow, countingUlids } from '../../support/manifest-rows.ts';

const NOW = Date.UTC(2026, 0, 31);
const HOUR_MS = 3_600_000;
const RUN = { runId: '01KAQ0000000000000000000A1', source: sourceDefinition.parse({ name: 's' }) };

/** The lists a run gets of URLs that are overdue by so many hours; null: never fetched. */
async function listsOf(overdue: readonly (number | null)[], size: number) {
  const store = memoryObjectStore();
  const deps = { store, now: () => NOW, ulid: countingUlids(() => NOW) };
  const rows = overdue.map((hours, n) => {
    const dueAt = hours === null ? null : new Date(NOW - hours * HOUR_MS).toISOString();
    const fetch = hours === null ? null : aFetch({ nextDueAt: dueAt });
    const canonicalUrl = `https://h${n}.example/${hours}`;
    return aRow({ ulid: deps.ulid(), source: 's', canonicalUrl, fetch });
  });
  await commitSegments([await writeSegment(rows, deps)], deps);
  const messages = await knownLists(store, RUN, { now: NOW, size });
  const again = await knownLists(store, RUN, { now: NOW, size });
  const lists = await Promise.all(messages.map((message) => readList(store, message)));
  const hours = lists.map((links) => links.map(({ url }) => url.split('/').at(-1)));
  return { messages, again, hours };
}

describe('knownLists', () => {
  it('puts what is overdue for longest first, within a list and among lists', async () => {
    const { messages, again, hours } = await listsOf([1, 300, -5, 2, null, 40, 310, -9, 41], 2);

    expect(hours).toEqual([['null'], ['310', '300'], ['41', '40'], ['2', '1'], ['-5', '-9']]);
    expect(again).toEqual(messages);
  });

  it('makes one list of few URLs, in order', async () => {
    const { hours } = await listsOf([1, 300, -5, 2, null], 10);

    expect(hours).toEqual([['null', '300', '2', '1', '-5']]);
  });
});
