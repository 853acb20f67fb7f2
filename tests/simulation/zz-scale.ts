import { memoryObjectStore } from '#lib/io/memory-object-store.ts';
import { commitSegments } from '#lib/manifest/commit.ts';
import { compact } from '#lib/manifest/compact.ts';
import { writeSegment } from '#lib/manifest/write-segment.ts';
import { snapshot } from '#lib/consume/snapshot.ts';
import { feed } from '#lib/consume/feed.ts';
import { documentId } from '#lib/model/document-id.ts';
import { aFetch, aRow, contentOf, countingUlids, handClock } from '../support/manifest-rows.ts';
const N = Number(process.argv[2]); const BATCH = 500, SEGS = 20;
const clock = handClock(); const mem = memoryObjectStore(); let req: Record<string, number> = {};
const store: any = { ...mem }; for (const k of ['get','create','replace','put','delete'] as const) store[k] = (...a: any[]) => { req[k] = (req[k] ?? 0) + 1; return (mem as any)[k](...a); };
const deps = { store, now: clock.now, ulid: countingUlids(clock.now) };
let t = performance.now();
for (let i = 0; i < N; ) {
  const segs = [];
  for (let s = 0; s < SEGS && i < N; s++) { const rows = []; for (let b = 0; b < BATCH && i < N; b++, i++) { const u = `https://host${i % 997}.example.com/article/${i}.html`; const at = new Date(clock.now()).toISOString();
    rows.push(aRow({ ulid: deps.ulid(), url: u, canonicalUrl: u, at, state: 'published', reason: 'new', fetch: aFetch({ fetchedAt: at, raw: { key: 'raw/2026/01/01/01KDVNTG00000000000000RVN1.warc.gz', offset: i * 1000, length: 900 }, etag: `"${i}"` }), content: { ...contentOf(u, `text ${i}`, at), title: `关于第${i}号文件的通知`, site: '某某网' } })); }
    segs.push(await writeSegment(rows, deps)); }
  clock.advance(10_000); await commitSegments(segs, deps);
  if (i % 200_000 === 0) { await compact(deps); }
}
console.log('write+commit', N, ((performance.now() - t) / 1000).toFixed(1), 's'); t = performance.now();
const c = await compact(deps); console.log('compact', c, ((performance.now() - t) / 1000).toFixed(1), 's');
clock.advance(3_600_000);
// one commit
req = {}; const seg = await writeSegment(Array.from({ length: 100 }, (_, i) => { const u = `https://new.example.com/${i}`; return aRow({ ulid: deps.ulid(), url: u, canonicalUrl: u, at: new Date(clock.now()).toISOString() }); }), deps);
req = {}; t = performance.now(); await commitSegments([seg], deps); console.log('commit', JSON.stringify(req), (performance.now() - t).toFixed(2), 'ms');
for (let k = 0; k < 20; k++) { clock.advance(120_000); const s = await writeSegment([aRow({ ulid: deps.ulid(), at: new Date(clock.now()).toISOString() })], deps); req = {}; t = performance.now(); await commitSegments([s], deps); if (k > 16) console.log('commit', JSON.stringify(req), (performance.now() - t).toFixed(2), 'ms'); }
t = performance.now(); let n = 0; for await (const _ of snapshot(store)) n++; const s = (performance.now() - t) / 1000;
console.log('snapshot', n, (n / s).toFixed(0), 'rows/s', process.memoryUsage().rss / 1e6 | 0, 'MB RSS (store in memory included)', process.resourceUsage().maxRSS / 1e3 | 0);
req = {}; t = performance.now(); let f = 0; for await (const e of feed(store, Math.ceil(N / BATCH / SEGS))) f++; console.log('feed', f, JSON.stringify(req), (performance.now() - t).toFixed(1), 'ms');
