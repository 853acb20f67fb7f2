import { describe, expect, it } from 'vitest';
import { cleanArticle } from '#lib/clean/clean-article.ts';
import { CLEANER_VERSION } from '#lib/clean/cleaner-version.ts';
import { document } from '#lib/consume/document.ts';
import { lookupUrls } from '#lib/consume/lookup.ts';
import { snapshot } from '#lib/consume/snapshot.ts';
import type { ArchivedExchange } from '#lib/io/archived-exchange.ts';
import { memoryObjectStore } from '#lib/io/memory-object-store.ts';
import { overlayObjectStore } from '#lib/io/overlay-object-store.ts';
import { warcEraser } from '#lib/io/warc-eraser.ts';
import type { DocumentChange } from '#lib/local/document-change.ts';
import { reclean } from '#lib/local/reclean.ts';
import { replayWarc } from '#lib/local/replay-warc.ts';
import { staleStates } from '#lib/local/stale-states.ts';
import { commitSegments } from '#lib/manifest/commit.ts';
import { purge } from '#lib/manifest/purge.ts';
import { restore, takeDown } from '#lib/manifest/takedown.ts';
import { verify } from '#lib/manifest/verify.ts';
import { writeSegment } from '#lib/manifest/write-segment.ts';
import type { CleanInput, CleanResult } from '#lib/model/cleaning.ts';
import { RAW_PREFIX } from '#lib/model/keys.ts';
import type { FetchedPage } from '#lib/model/messages.ts';
import { sourceDefinition } from '#lib/model/source.ts';
import { publishPages } from '#lib/publish/publish-pages.ts';
import { runRecords } from '#lib/run/run-records.ts';
import { previousFetchOf } from '#lib/source/previous-fetch.ts';
import { collect } from '../support/collect.ts';
import { testPorts } from '../support/sample-run.ts';

const SOURCE = sourceDefinition.parse({ name: 'archive' });
const PARAGRAPH =
  '今天下午全班同学到河边植树。老师先讲了怎样挖坑、怎样扶正树苗、怎样培土浇水，大家听得很认真。';
const urlOf = (name: string): string => `https://a.example/${name}.html`;
const never = new AbortController().signal;

function pageOf(name: string): ArchivedExchange {
  const body = `<html><head><title>${name}</title></head><body><h1>${name}</h1>${`<p>${PARAGRAPH}</p>`.repeat(4)}<p>${name}</p></body></html>`;
  return {
    url: urlOf(name),
    fetchedAt: '2026-01-02T03:04:05.000Z',
    requestHeaders: [],
    status: 200,
    statusText: 'OK',
    responseHeaders: [['content-type', 'text/html; charset=utf-8']],
    payload: new TextEncoder().encode(body),
    truncated: null,
    payloadDigest: null,
    revisit: null,
    isConverted: false,
  };
}

/** Pages in a store as an older version of the cleaning code left them. */
async function oldStore(
  names: readonly string[],
  oldClean: (name: string, result: CleanResult) => CleanResult,
) {
  const store = memoryObjectStore();
  const ports = testPorts(store);
  const deps = { store, now: ports.clock.now, ulid: ports.ulid };
  await replayWarc(ports, SOURCE, {
    exchanges: async function* () {
      yield* names.map(pageOf);
    },
    signal: never,
    onRow: () => undefined,
    onStart: () => undefined,
  });
  // as if fetched a second later, so that what the older code made is the later register
  const known = await lookupUrls(store, names.map(urlOf));
  const pages = names.map((name): FetchedPage => {
    const state = known.get(urlOf(name));
    if (!state?.fetch?.raw || state.fetch.payloadDigest === null) throw new Error(name);
    const { id, url, canonicalUrl, kind, fetch } = state;
    const { contentType, payloadDigest, robots, raw } = fetch;
    const part = { url, canonicalUrl, contentType, payloadDigest: payloadDigest ?? '', robots };
    return {
      item: { id, url, canonicalUrl, kind, depth: 0, hop: 0, via: null, previous: null },
      parts: raw ? [{ ...part, raw, fetchedAt: '2026-01-02T03:04:06.000Z' }] : [],
      partsMissing: false,
    };
  });
  const rows = await publishPages(
    { runId: ports.ulid(), source: SOURCE.name, pages },
    {
      store,
      raw: ports.warcReader,
      source: SOURCE,
      clean: (parts: readonly CleanInput[]) =>
        oldClean(parts[0]?.url?.match(/(\w+)\.html/)?.[1] ?? '', cleanArticle(parts)),
      cleanerVersion: CLEANER_VERSION - 1,
      profile: async () => null,
      now: () => new Date(ports.clock.now()),
      ulid: ports.ulid,
    },
  );
  await commitSegments([await writeSegment(rows, deps)], deps);
  return { store, ports, deps };
}

function worse(name: string, result: CleanResult): CleanResult {
  const { document: good } = result;
  switch (name) {
    case 'longer':
      return { ...result, document: { ...good, text: `导航栏\n${good.text}` } };
    case 'author':
      return { ...result, document: { ...good, author: '网友' } };
    case 'none':
      return {
        ...result,
        noDocument: 'list-page',
        document: { ...good, incomplete: ['no-document'] },
      };
    case 'noindex':
      return { ...result, robots: ['noindex'] };
    default:
      return result;
  }
}

const NAMES = ['same', 'longer', 'author', 'none', 'noindex', 'gone'];

describe('cleaning again', () => {
  it('tells of each document what changed and how much, and stores it', async () => {
    const { store, ports } = await oldStore(NAMES, worse);
    const raw = (await collect(store.list(RAW_PREFIX)))[0]?.key ?? '';
    await warcEraser(store, ports.clock).erase(raw, (url) => url === urlOf('gone'));
    const states = () =>
      staleStates(snapshot(store), { olderThan: CLEANER_VERSION, limit: Infinity });
    const again = async (isTrial: boolean): Promise<DocumentChange[]> => {
      const changes: DocumentChange[] = [];
      await reclean(ports, {
        states: states(),
        ...(isTrial ? { scratch: overlayObjectStore } : {}),
        onChange: (change) => changes.push(change),
        signal: never,
      });
      return changes.sort((a, b) => NAMES.indexOf(nameOf(a)) - NAMES.indexOf(nameOf(b)));
    };
    const before = await collect(store.list(''));

    const trial = await again(true);
    const untouched = await collect(store.list(''));
    const changes = await again(false);

    expect(
      changes.map((one) => [nameOf(one), one.change, one.added, one.removed, one.fields]),
    ).toEqual([
      ['same', 'unchanged', 0, 0, []],
      ['longer', 'text-changed', 0, 3, []],
      ['author', 'metadata-changed', 0, 0, ['author']],
      ['none', 'became-document', expect.any(Number), 0, []],
      ['gone', 'no-raw', 0, 0, []],
    ]);
    expect(trial).toEqual(changes);
    expect(untouched).toEqual(before);
    expect((await document(store, urlOf('longer')))?.document?.text).not.toContain('导航栏');
    expect((await document(store, urlOf('none')))?.document?.title).toBe('none');
    // what cannot be cleaned again is still there, and still old
    expect((await document(store, urlOf('gone')))?.document?.title).toBe('gone');
    expect((await collect(states())).map(({ url }) => url)).toEqual([urlOf('gone')]);
    expect(await verify(store)).toEqual([]);
    const runs = await collect(runRecords(store));
    expect(runs.at(-1)?.record).toMatchObject({
      trigger: 'reclean',
      discovered: 5,
      states: { published: 3, unchanged: 1, failed: 1 },
    });
  });

  it('brings back what a takedown removed, but not what it purged', async () => {
    const { store, ports, deps } = await oldStore(['kept', 'purged'], (_, result) => result);
    const target = async (name: string) => {
      const canonicalUrl = urlOf(name);
      return {
        canonicalUrl,
        state: (await lookupUrls(store, [canonicalUrl])).get(canonicalUrl) ?? null,
      };
    };
    await takeDown([await target('kept')], null, deps);
    const purged = await target('purged');
    await takeDown([purged], null, deps, { isPurge: true });
    const erased = await purge([purged], { store, eraser: warcEraser(store, ports.clock) });

    await restore([await target('kept'), await target('purged')], null, deps);
    const changes: DocumentChange[] = [];
    await reclean(ports, {
      states: snapshot(store),
      onChange: (change) => changes.push(change),
      signal: never,
    });

    expect(erased).toMatchObject({ records: 2, rewritten: 1, damaged: [] });
    expect(changes.map((one) => [nameOf(one), one.change]).sort()).toEqual([
      ['kept', 'became-document'],
      ['purged', 'no-raw'],
    ]);
    expect((await document(store, urlOf('kept'), { fresh: true }))?.document?.title).toBe('kept');
    const lost = await document(store, urlOf('purged'), { fresh: true });
    expect(lost?.document).toBeNull();
    // the next fetch asks without validators, and cleans what it gets
    expect(lost && previousFetchOf(lost.state)).toMatchObject({
      etag: null,
      raw: null,
      payloadDigest: null,
      cleaner: null,
    });
    expect(JSON.stringify(lost?.state)).not.toContain('"title":"purged"');
    expect(await verify(store)).toEqual([]);
  });
});

function nameOf({ url }: { readonly url: string }): string {
  return url.match(/(\w+)\.html/)?.[1] ?? '';
}
