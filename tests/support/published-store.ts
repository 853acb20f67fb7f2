import type { ObjectStore } from '#lib/io/object-store.ts';
import { commitSegments } from '#lib/manifest/commit.ts';
import { compact } from '#lib/manifest/compact.ts';
import type { ManifestDeps } from '#lib/manifest/deps.ts';
import { restore, takeDown } from '#lib/manifest/takedown.ts';
import { writeSegment } from '#lib/manifest/write-segment.ts';
import { canonicalUrl } from '#lib/model/canonical-url.ts';
import { jsonBytes } from '#lib/model/object-reader.ts';
import type { Row } from '#lib/model/row.ts';
import { aDocument } from './a-document.ts';
import { aFetch, aRow, contentOf, countingUlids, handClock } from './manifest-rows.ts';

/** Addresses and texts that readers in other languages have stumbled over. */
const ODD_URLS = [
  'https://例え.example/路径/页面.html?查询=值&b=2',
  'https://a.example/%E4%BD%A0%2F?x=\'"&y=%00%0A',
  'http://a.example:8080/(a)[b]{c}|d;e=f~g',
  `https://a.example/${'很长'.repeat(300)}`,
  'https://xn--fiqs8s.example/#fragment',
];
const ODD_TEXTS = [
  'one line\u2028the next\u2029and\u0085more',
  '𠮷野家 👩‍👩‍👧 \ud83d\ude00',
  'tab\tquote"backslash\\ end',
  '{"kind":"not JSON"}',
  ' leading and trailing \n\n',
];

/**
 * Fills a store with what a manifest can hold: documents in odd words, pages that are gone, failed, taken
 * down and restored, before and after a checkpoint.
 */
export async function publishedStore(store: ObjectStore, count = 40): Promise<ManifestDeps> {
  const clock = handClock();
  const deps = { store, now: clock.now, ulid: countingUlids(clock.now) };
  const urlOf = (n: number): string => ODD_URLS[n] ?? `https://host-${n % 7}.example/${n}.html`;
  const canonicalOf = (n: number): string => canonicalUrl(urlOf(n)) ?? urlOf(n);

  const commit = async (rows: readonly Partial<Row>[]): Promise<void> => {
    clock.advance(1_000);
    const at = new Date(clock.now()).toISOString();
    const whole = rows.map((row) => aRow({ ulid: deps.ulid(), at, ...row }));
    await commitSegments([await writeSegment(whole, deps)], deps);
  };
  const published = async (n: number): Promise<Partial<Row>> => {
    const fetchedAt = new Date(clock.now()).toISOString();
    const text = `${ODD_TEXTS[n % ODD_TEXTS.length]} ${n % 9 ? n : 'the same'}`;
    const canonical = canonicalOf(n);
    const document = aDocument({
      ...{ url: urlOf(n), canonicalUrl: canonical, text, title: text.slice(0, 20) },
      ...{ author: n % 3 ? '李雷' : null, publishedAt: n % 4 ? '2025-03' : null },
      ...{ category: n % 5 ? ['教育', '语文'] : [], page: n % 6 ? null : 2 },
      incomplete: n % 10 ? [] : ['paywall'],
    });
    const content = contentOf(canonical, text, fetchedAt);
    await store.put(content.key ?? '', jsonBytes(document));
    const raw = n % 5 ? { key: 'raw/2026/01/01/A.warc.gz', offset: n * 3e9, length: 999 } : null;
    const fetch = aFetch({ fetchedAt, raw });
    return {
      ...{ url: urlOf(n), canonicalUrl: canonical, state: 'published', reason: 'new' },
      ...{ fetch, content },
    };
  };
  const publish = async (from: number, to: number): Promise<void> => {
    const rows: Partial<Row>[] = [];
    for (let n = from; n < to; n++) rows.push(await published(n));
    await commit(rows);
  };
  const ended = (n: number, state: Row['state'], reason: Row['reason'], status: number | null) => {
    const at = new Date(clock.now()).toISOString();
    const url = urlOf(n);
    const presence = state === 'gone' ? ({ value: 'gone', at } as const) : null;
    const fetch = aFetch({ fetchedAt: at, status });
    return { url, canonicalUrl: canonicalOf(n), state, reason, fetch, presence };
  };
  const target = (n: number) => ({ canonicalUrl: canonicalOf(n), state: null });

  await publish(0, count / 2);
  await commit([ended(8, 'gone', 'http-404', 404), ended(9, 'failed', 'timeout', null)]);
  await takeDown([target(10), target(11)], 'asked to', deps);
  await compact(deps);
  await publish(count / 2, count);
  await publish(3, 6);
  await restore([target(11)], null, deps);
  await commit([ended(12, 'unchanged', 'not-modified', 304), ended(8, 'fetched', 'http-200', 200)]);
  await takeDown([target(13), { canonicalUrl: 'https://never.example/', state: null }], null, deps);
  return deps;
}
