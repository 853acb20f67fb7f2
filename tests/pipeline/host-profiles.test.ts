import { describe, expect, it } from 'vitest';
import { CLEANER_VERSION } from '#lib/clean/cleaner-version.ts';
import { documentOf } from '#lib/consume/document.ts';
import { snapshot } from '#lib/consume/snapshot.ts';
import type { ArchivedExchange } from '#lib/io/archived-exchange.ts';
import { memoryObjectStore } from '#lib/io/memory-object-store.ts';
import type { DocumentChange } from '#lib/local/document-change.ts';
import { reclean } from '#lib/local/reclean.ts';
import { replayWarc } from '#lib/local/replay-warc.ts';
import { staleStates } from '#lib/local/stale-states.ts';
import { compact } from '#lib/manifest/compact.ts';
import { verify } from '#lib/manifest/verify.ts';
import { sourceDefinition } from '#lib/model/source.ts';
import { hostProfiles } from '#lib/run/host-profiles.ts';
import { latestCheckpoint } from '#lib/run/run-records.ts';
import { type ManyPage, manyPages } from '#samples/many-pages/many-page-site.ts';
import { SITE_KINDS } from '#samples/many-pages/site-kinds.ts';
import { testPorts } from '../support/sample-run.ts';

const SOURCE = sourceDefinition.parse({ name: 'archive' });
const never = new AbortController().signal;
const squeezed = (text: string): string => text.replaceAll(/\s+/gu, '');

const exchangeOf = ({ url, bytes, contentType }: ManyPage): ArchivedExchange => ({
  url,
  fetchedAt: '2026-01-02T03:04:05.000Z',
  requestHeaders: [],
  status: 200,
  statusText: 'OK',
  responseHeaders: [['content-type', contentType]],
  payload: bytes,
  truncated: null,
  payloadDigest: null,
  revisit: null,
  isConverted: false,
});

async function setUp(host: string) {
  const site = SITE_KINDS.find((one) => one.host === host);
  if (site === undefined) throw new Error(`no site ${host}`);
  const pages = manyPages(site, 18, 9);
  const store = memoryObjectStore();
  const ports = testPorts(store);
  const deps = { store, now: ports.clock.now, ulid: ports.ulid };
  const replay = (some: readonly ManyPage[]) =>
    replayWarc(ports, SOURCE, {
      exchanges: async function* () {
        yield* some.map(exchangeOf);
      },
      signal: never,
      onRow: () => undefined,
      onStart: () => undefined,
    });
  /** URL → whether its document is as it was written, and the version of the profile it was cleaned with. */
  const documents = async () => {
    const found = new Map<string, { exact: boolean; profile: number | null }>();
    for await (const state of snapshot(store)) {
      const text = (await documentOf(store, state))?.text ?? '';
      const gold = pages.find(({ url }) => url === state.url)?.text ?? '-';
      const exact = squeezed(text) === squeezed(gold);
      found.set(state.url, { exact, profile: state.content?.profile ?? null });
    }
    return found;
  };
  const stale = async () =>
    staleStates(snapshot(store), {
      olderThan: CLEANER_VERSION,
      profile: hostProfiles(store, await latestCheckpoint(store)),
      limit: Infinity,
    });
  return { pages, store, ports, deps, replay, documents, stale };
}

describe('profiles of hosts', () => {
  it('are learned by one run, used by the next, and by cleaning again', async () => {
    const { pages, store, ports, deps, replay, documents, stale } =
      await setUp('www.qingteng-wz.example');
    await replay(pages.slice(0, 12));
    const learned = await latestCheckpoint(store);
    expect([...(await documents()).values()]).toEqual(
      Array.from({ length: 12 }, () => ({ exact: false, profile: null })),
    );

    await replay(pages.slice(12));
    const after = await documents();
    for (const { url } of pages.slice(12))
      expect(after.get(url)).toEqual({ exact: true, profile: learned });

    const changes: DocumentChange[] = [];
    const again = async (): Promise<void> => {
      const states = await stale();
      await reclean(ports, { states, onChange: (one) => changes.push(one), signal: never });
      await compact(deps);
    };
    await again();
    expect(changes.map(({ change }) => change)).toEqual(Array(12).fill('text-changed'));
    expect([...(await documents()).values()].every(({ exact }) => exact)).toBe(true);

    await again();
    expect(changes.length).toBe(12);
    expect(await verify(store, { raw: ports.warcReader })).toEqual([]);
  });

  it('change nothing within a run: it keeps the version it began with', async () => {
    const { pages, store, replay, documents } = await setUp('www.xingtan-biji.example');
    await replay(pages.slice(0, 12));
    const began = await latestCheckpoint(store);
    const profile = hostProfiles(store, began);
    const version = (await profile(pages[0]?.url ?? ''))?.version;
    await replay(pages.slice(12));
    const later = (await hostProfiles(store, began)(pages[0]?.url ?? ''))?.version;

    expect(version).toBe(began);
    expect(later).toBe(version);
    expect((await documents()).get(pages[17]?.url ?? '')?.profile).toBe(version);
  });
});
