import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { snapshot } from '#lib/consume/snapshot.ts';
import { memoryObjectStore } from '#lib/io/memory-object-store.ts';
import type { ObjectStore } from '#lib/io/object-store.ts';
import type { RunSummary } from '#lib/local/finish-run.ts';
import { document } from '#lib/model/document.ts';
import { INDEX_KEY, runKey } from '#lib/model/keys.ts';
import { type ManifestIndex, manifestIndex } from '#lib/model/manifest-files.ts';
import { runRecord } from '#lib/model/run.ts';
import { isTerminal } from '#lib/model/states.ts';
import { expectedPages } from '#samples/expected.ts';
import { sampleSource } from '#samples/sample-source.ts';
import { serveSamples } from '#samples/serve-samples.ts';
import { runInto } from '../support/sample-run.ts';

const folded = (text: string): string => text.replaceAll(/\s+/gu, '');

async function storedJson(store: ObjectStore, key: string): Promise<unknown> {
  const stored = await store.get(key);
  return stored && JSON.parse(new TextDecoder().decode(stored.body));
}

describe('a run of the sample site', () => {
  const store = memoryObjectStore();
  const indexes: ManifestIndex[] = [];
  let site: Awaited<ReturnType<typeof serveSamples>>;
  let first: RunSummary;
  let second: RunSummary;
  let requestsOfFirst = 0;

  beforeAll(async () => {
    site = await serveSamples({ port: 0 });
    const watched: ObjectStore = {
      ...store,
      create: (key, body) => watch(key, body, store.create(key, body)),
      replace: (key, body, etag) => watch(key, body, store.replace(key, body, etag)),
    };
    const watch = async <T>(key: string, body: Uint8Array, done: Promise<T>): Promise<T> => {
      const result = await done;
      if (key === INDEX_KEY) {
        indexes.push(manifestIndex.parse(JSON.parse(new TextDecoder().decode(body))));
      }
      return result;
    };
    first = await runInto(watched, sampleSource(site.url));
    requestsOfFirst = site.requests.length;
    second = await runInto(store, sampleSource(site.url));
  });
  afterAll(() => site.close());

  it('ends every URL in the state and for the reason written down', () => {
    const actual = Object.fromEntries(
      first.rows.map(({ url, state, reason }) => [url, `${state} (${reason})`]),
    );
    const expected = Object.fromEntries(
      [...expectedPages(site.url)].map(([url, { state, reason }]) => [url, `${state} (${reason})`]),
    );

    expect(actual).toEqual(expected);
  });

  it('checks that discovered is the sum of the terminal states, and records it', async () => {
    const record = runRecord.parse(await storedJson(store, runKey(first.runId)));
    const sum = Object.values(record.states ?? {}).reduce((a, b) => a + b, 0);

    expect(first.complete).toBe(true);
    expect(first.rows.every(({ state }) => isTerminal(state))).toBe(true);
    expect(record.completedAt).not.toBeNull();
    expect(record.discovered).toBe(first.rows.length);
    expect(sum).toBe(first.rows.length);
  });

  it('moves the index after discover, fetch and clean', () => {
    const states = indexes.map((index) => index.runs[first.runId]?.states ?? {});
    const firstWith = (state: string): number =>
      states.findIndex((counts) => (counts[state] ?? 0) > 0);

    expect(firstWith('discovered')).toBeGreaterThanOrEqual(0);
    expect(firstWith('fetched')).toBeGreaterThan(firstWith('discovered'));
    expect(firstWith('published')).toBeGreaterThan(firstWith('fetched'));
  });

  it('stores the documents that are expected', async () => {
    const expected = expectedPages(site.url);
    const wrong: string[] = [];
    for await (const { url, content } of snapshot(store)) {
      const want = expected.get(url);
      if (!content?.key || !want?.document) continue;
      const stored = document.parse(await storedJson(store, content.key));
      if (folded(stored.text) !== folded(want.merged?.text ?? want.document.text)) wrong.push(url);
    }

    expect(wrong).toEqual([]);
  });

  it('asks with validators the second time and publishes nothing', async () => {
    const states = new Set(second.rows.map(({ state }) => state));
    const conditional = site.requests
      .slice(requestsOfFirst)
      .filter(({ headers }) => headers['if-none-match'] ?? headers['if-modified-since']);

    expect(states).not.toContain('published');
    expect(second.rows.filter(({ state }) => state === 'unchanged').length).toBeGreaterThan(20);
    expect(conditional.length).toBeGreaterThan(0);
  });
});
