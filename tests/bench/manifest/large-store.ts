import type { ObjectStore } from '#lib/io/object-store.ts';
import type { ManifestDeps } from '#lib/manifest/deps.ts';
import { emptyIndex } from '#lib/manifest/move-index.ts';
import { partitionOf, partWriter } from '#lib/manifest/part-writer.ts';
import { updateTexts } from '#lib/manifest/text-index.ts';
import { sha256 } from '#lib/model/digest.ts';
import { documentId } from '#lib/model/document-id.ts';
import { checkpointKey, documentKey, INDEX_KEY, LATEST_KEY, logKey } from '#lib/model/keys.ts';
import { MANIFEST_SCHEMA, type Part } from '#lib/model/manifest-files.ts';
import { stateOfRow } from '#lib/model/merge-rows.ts';
import { jsonBytes } from '#lib/model/object-reader.ts';
import type { Row } from '#lib/model/row.ts';
import { aFetch, aRow, contentOf } from '../../support/manifest-rows.ts';

const PAGES_A_HOST = 1_000;
const RUN = '01KDVNTG00000000000000RVN1';

/** The row of the nth page of a corpus: as long as rows of real pages are. */
export function pageRow(n: number, deps: ManifestDeps): Row {
  const at = new Date(deps.now()).toISOString();
  const canonicalUrl = `https://www.host-${Math.floor(n / PAGES_A_HOST)}.example.com/fanwen/jiaoyu/${n}.html`;
  const sha = sha256(`document ${n}`);
  const raw = { key: `raw/2026/01/01/${RUN}.warc.gz`, offset: n * 9_000, length: 8_999 };
  return aRow({
    ...{ ulid: deps.ulid(), run: RUN, url: canonicalUrl, canonicalUrl, at },
    ...{ state: 'published', reason: 'new' },
    fetch: aFetch({
      ...{ fetchedAt: at, raw, etag: `"${n.toString(16)}-5f3c"`, bytes: 23_456, ms: 87 },
      payloadDigest: sha256(`payload ${n}`),
    }),
    content: {
      ...contentOf(canonicalUrl, `text ${n}`, at),
      ...{ sha, key: documentKey(documentId(canonicalUrl), sha) },
      title: `关于第${n}号文件的几点说明和工作总结`,
      site: '范文大全',
      publishedAt: '2025-03-01',
      chars: 1_234,
      charset: 'gb18030 (meta: the page says gb2312 and the bytes agree)',
    },
  });
}

/**
 * A store of `count` documents as of one commit and its checkpoint, written as compaction writes it, without
 * the documents themselves. Returns once all is stored.
 */
export async function largeStore(deps: ManifestDeps, count: number): Promise<void> {
  const pages = Array.from({ length: count }, (_, n): [string, number] => {
    const host = Math.floor(n / PAGES_A_HOST);
    return [documentId(`https://www.host-${host}.example.com/fanwen/jiaoyu/${n}.html`), n];
  }).sort(([a], [b]) => (a < b ? -1 : 1));
  const parts: Part[] = [];
  const changes = new Map<string, { added: Set<string>; removed: Set<string> }>();
  let writer = partWriter(deps, '');
  let partition = '';
  for (const [id, n] of pages) {
    const next = partitionOf(id, new Set());
    if (next !== partition) {
      parts.push(...(await writer.end()));
      writer = partWriter(deps, next);
      partition = next;
    }
    const state = stateOfRow(pageRow(n, deps));
    await writer.add(id, JSON.stringify(state));
    const { textSha } = state.content ?? {};
    const texts = changes.get(textSha?.slice(0, 2) ?? '') ?? {
      added: new Set(),
      removed: new Set(),
    };
    texts.added.add(JSON.stringify([textSha, state.firstSeenAt, id]));
    changes.set(textSha?.slice(0, 2) ?? '', texts);
  }
  parts.push(...(await writer.end()));
  const { texts } = await updateTexts(deps, [], changes);
  await storeCommit(deps.store, { parts, texts, count, at: new Date(deps.now()).toISOString() });
}

async function storeCommit(
  store: ObjectStore,
  { parts, texts, count, at }: { parts: Part[]; texts: Part[]; count: number; at: string },
): Promise<void> {
  const states = { published: count };
  const key = checkpointKey(1);
  const counts = { [RUN]: states };
  const entry = { number: 1, commitId: 'first', at, prev: null, segments: [], counts };
  await store.create(
    logKey(1),
    jsonBytes({ schema: MANIFEST_SCHEMA, ...entry, sources: { [RUN]: 'samples' } }),
  );
  const checkpoint = { number: 1, at, previous: null, parts, texts, totals: states };
  for (const name of [key, LATEST_KEY])
    await store.create(name, jsonBytes({ schema: MANIFEST_SCHEMA, ...checkpoint }));
  const run = { source: 'samples', startedAt: at, at, states };
  await store.create(
    INDEX_KEY,
    jsonBytes({
      ...emptyIndex(),
      ...{ nonce: 'first', at, head: 1, checkpoint: { number: 1, key }, totals: states },
      runs: { [RUN]: run },
    }),
  );
}
