import type { ObjectStore } from '#lib/io/object-store.ts';
import { documentFolder, documentKey, RAW_PREFIX } from '#lib/model/keys.ts';
import { mergedStates } from '#lib/model/merged-states.ts';
import type { UrlState } from '#lib/model/row.ts';
import { viewAt } from '#lib/model/view.ts';
import type { Finding } from './finding.ts';
import { peekable } from './peekable.ts';

/** What the states name exists: documents and raw responses; and nothing of what was taken down. */
export async function* verifyDocuments(store: ObjectStore): AsyncGenerator<Finding> {
  const sizes = new Map<string, number>();
  for await (const { key, size } of store.list(RAW_PREFIX)) sizes.set(key, size);
  const documents = peekable(store.list('documents/'));
  for await (const state of mergedStates(store, await viewAt(store))) {
    const folder = documentFolder(state.id);
    for await (const _ of documents.takeWhile(({ key }) => key < folder)); // of no row: never committed
    const stored = new Set<string>();
    for await (const { key } of documents.takeWhile(({ key }) => key.startsWith(folder)))
      stored.add(key);
    yield* verifyState(state, stored, sizes);
  }
}

function* verifyState(
  { id, content, presence, fetch }: UrlState,
  stored: ReadonlySet<string>,
  sizes: ReadonlyMap<string, number>,
): Generator<Finding> {
  if (presence?.value === 'taken-down') {
    for (const key of stored)
      yield { rule: 'taken-down', where: key, problem: 'is a document that was taken down' };
    return;
  }
  if (content !== null && content.key !== null) {
    if (content.key !== documentKey(id, content.sha ?? ''))
      yield { rule: 'documents-exist', where: content.key, problem: `is not the key of ${id}` };
    else if (!stored.has(content.key))
      yield { rule: 'documents-exist', where: content.key, problem: `is missing: ${id} names it` };
  }
  const raw = fetch?.raw;
  if (raw && (sizes.get(raw.key) ?? 0) < raw.offset + raw.length)
    yield {
      rule: 'raw-exists',
      where: raw.key,
      problem: `is missing or too short: ${id} names it`,
    };
}
