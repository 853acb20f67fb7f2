import { describe, expect, it } from 'vitest';
import { commitSegments } from '#lib/manifest/commit.ts';
import { compact } from '#lib/manifest/compact.ts';
import { verify } from '#lib/manifest/verify.ts';
import { writeSegment } from '#lib/manifest/write-segment.ts';
import { sha256 } from '#lib/model/digest.ts';
import { type StoredProfile, storedProfile } from '#lib/model/host-profile.ts';
import { profileKey } from '#lib/model/keys.ts';
import { readCheckpoint, readIndex } from '#lib/model/log.ts';
import { packTraits } from '#lib/model/page-traits.ts';
import type { Row } from '#lib/model/row.ts';
import { decodeLines } from '#lib/model/segment-codec.ts';
import { handStore } from '../../../support/hand-store.ts';
import { aFetch, aRow, contentOf } from '../../../support/manifest-rows.ts';
import { traitsOf } from '../../../support/sampled-pages.ts';

const HOST = 'www.example.com';
const SLOGAN = sha256('slogan').slice(0, 16);

function setUp() {
  const { clock, store, deps } = handStore();
  const commit = async (rows: readonly Row[]): Promise<void> => {
    for (const { content } of rows)
      if (content?.key) await store.put(content.key, new TextEncoder().encode('{}'));
    await commitSegments([await writeSegment(rows, deps)], deps);
  };
  const page = (number: number, words: readonly string[], host = HOST): Row => {
    const url = `https://${host}/${number}.html`;
    const at = new Date(clock.now()).toISOString();
    return aRow({
      ulid: deps.ulid(),
      url,
      canonicalUrl: url,
      at,
      state: 'published',
      reason: 'new',
      fetch: aFetch({ fetchedAt: at }),
      content: contentOf(url, `text ${number} of ${host} at ${at}`, at),
      traits: packTraits(traitsOf([`own ${number}`, ...words])),
    });
  };
  const profile = async (host = HOST): Promise<StoredProfile | null> => {
    const object = await store.get(profileKey(host));
    return object && storedProfile.parse(JSON.parse(new TextDecoder().decode(object.body)));
  };
  const samples = async () => {
    const key = (await readIndex(store))?.value.checkpoint?.key ?? '';
    return (await readCheckpoint(store, key))?.samples ?? [];
  };
  const sampleLines = async (): Promise<string> => {
    const lines: string[] = [];
    for (const { key } of await samples())
      lines.push(...decodeLines(key, (await store.get(key))?.body ?? new Uint8Array()));
    return lines.join('\n');
  };
  return { clock, store, deps, commit, page, profile, samples, sampleLines };
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, n) => from + n);

describe('compaction learns what hosts repeat', () => {
  it('from ten documents on, as of its commit', async () => {
    const { deps, commit, page, profile, store } = setUp();
    await commit(range(0, 9).map((n) => page(n, ['slogan'])));
    await compact(deps);
    expect(await profile()).toBeNull();

    await commit([page(9, ['slogan'])]);
    await compact(deps);
    expect(await profile()).toMatchObject({ version: 2, documents: 10, lines: { [SLOGAN]: 10 } });
    expect(await verify(store)).toEqual([]);
  });

  it('once, however often and late rows and segments come', async () => {
    const { deps, commit, page, profile } = setUp();
    const rows = range(0, 12).map((n) => page(n, n < 6 ? ['slogan'] : []));
    for (let time = 0; time < 3; time++) await commit(rows);
    await compact(deps);
    await commit(rows);
    await commit(rows.slice(3, 5));
    await compact(deps);

    expect(await profile()).toMatchObject({ version: 3, documents: 12, lines: { [SLOGAN]: 6 } });
  });

  it('the same in one compaction or in many', async () => {
    const once = setUp();
    const often = setUp();
    for (const n of range(0, 30)) {
      const rows = [once.page(n, n % 3 === 0 ? ['slogan'] : [])];
      await once.commit(rows);
      await often.commit(rows);
      await compact(often.deps, { sampleSize: 20 });
    }
    await compact(once.deps, { sampleSize: 20 });
    expect(sha256(await once.sampleLines())).toBe(sha256(await often.sampleLines()));
  });

  it('anew of a page that is cleaned again, and not of one that is not', async () => {
    const { clock, deps, commit, page, profile } = setUp();
    await commit(range(0, 12).map((n) => page(n, ['slogan'])));
    await compact(deps);
    clock.advance(60_000);
    await commit(range(0, 11).map((n) => page(n, [])));
    await commit([
      aRow({
        ulid: deps.ulid(),
        url: `https://${HOST}/11.html`,
        canonicalUrl: `https://${HOST}/11.html`,
        state: 'unchanged',
        reason: 'not-modified',
      }),
    ]);
    await compact(deps);

    expect((await profile())?.lines).toEqual({});
    expect((await profile())?.earlier).toEqual([1]);
  });

  it('in bounded space: of a thousand pages as many as a sample holds', async () => {
    const { deps, commit, page, sampleLines } = setUp();
    for (const batch of range(0, 10)) {
      await commit(range(batch * 100, batch * 100 + 100).map((n) => page(n, ['slogan'])));
      await compact(deps);
    }
    const [line = '', ...more] = (await sampleLines()).split('\n');

    expect(more).toEqual([]);
    expect(JSON.parse(line).pages.length).toBe(200);
    expect(line.length).toBeLessThan(100_000);
  });

  it('host by host, and leaves alone what did not change', async () => {
    const { store, deps, commit, page, profile, samples } = setUp();
    const hosts = range(0, 40).map((n) => `host${n}.example.com`);
    for (const host of hosts) await commit(range(0, 10).map((n) => page(n, ['slogan'], host)));
    await compact(deps, { maxPartBytes: 3_000 });
    const before = await samples();
    await commit([page(10, ['slogan'], hosts[3])]);
    await compact(deps, { maxPartBytes: 3_000 });
    const after = await samples();
    const kept = after.filter(({ key }) => before.some((part) => part.key === key));

    for (const host of hosts) expect((await profile(host))?.documents).toBe(10);
    expect(after.reduce((sum, { rows }) => sum + rows, 0)).toBe(40);
    expect(kept.length).toBe(after.length - 1);
    expect(await verify(store)).toEqual([]);
  });

  it('and verify finds a profile that says something else', async () => {
    const { store, deps, commit, page } = setUp();
    await commit(range(0, 12).map((n) => page(n, ['slogan'])));
    await compact(deps);
    const object = await store.get(profileKey(HOST));
    const json = JSON.parse(new TextDecoder().decode(object?.body));
    const put = (value: unknown) =>
      store.put(profileKey(HOST), new TextEncoder().encode(JSON.stringify(value)));
    await put({ ...json, lines: {} });
    expect(await verify(store)).toMatchObject([{ rule: 'profiles', where: profileKey(HOST) }]);
    await put({ ...json, earlier: [0] });
    expect(await verify(store)).toMatchObject([
      { rule: 'profiles', problem: 'is missing: the latest names it' },
    ]);
    await store.delete(profileKey(HOST));
    expect(await verify(store)).toMatchObject([
      { rule: 'profiles', problem: 'is missing: 12 documents' },
    ]);
  });
});
