import type { ObjectStore } from '#lib/io/object-store.ts';
import type { WarcReader } from '#lib/io/warc.ts';
import { sha256 } from '#lib/model/digest.ts';
import { PermanentError } from '#lib/model/errors.ts';
import { inBatches } from '#lib/model/in-batches.ts';
import { documentFolder, documentKey, RAW_PREFIX } from '#lib/model/keys.ts';
import { mergedStates } from '#lib/model/merged-states.ts';
import { readAhead } from '#lib/model/read-ahead.ts';
import type { UrlState } from '#lib/model/row.ts';
import { viewAt } from '#lib/model/view.ts';
import type { Finding } from './finding.ts';
import { peekable } from './peekable.ts';

const STATES_AT_ONCE = 256;
const READS_AT_ONCE = 16;

/**
 * What the states name exists: documents and raw responses; and nothing of what was taken down. With a
 * reader of raw responses their bytes are compared with their digests too.
 */
export async function* verifyDocuments(
  store: ObjectStore,
  raw: WarcReader | undefined,
): AsyncGenerator<Finding> {
  const sizes = new Map<string, number>();
  for await (const { key, size } of store.list(RAW_PREFIX)) sizes.set(key, size);
  const documents = peekable(store.list('documents/'));
  const states = mergedStates(store, await viewAt(store));
  for await (const batch of inBatches(states, STATES_AT_ONCE)) {
    const missing = new Set<string>();
    for (const state of batch) {
      const folder = documentFolder(state.id);
      for await (const _ of documents.takeWhile(({ key }) => key < folder)); // of no row: never committed
      const stored = new Set<string>();
      for await (const { key } of documents.takeWhile(({ key }) => key.startsWith(folder)))
        stored.add(key);
      for (const finding of verifyState(state, stored, sizes)) {
        missing.add(finding.where);
        yield finding;
      }
    }
    if (raw !== undefined) yield* verifyBytes(batch, missing, { store, raw });
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
  if (raw && (sizes.get(raw.key) ?? 0) < raw.offset + raw.length) {
    const what = sizes.has(raw.key) ? 'is too short' : 'is missing';
    yield { rule: 'raw-exists', where: raw.key, problem: `${what}: ${id} names it` };
  }
}

/** Of what is there: documents are what their names say, responses what their rows say. */
async function* verifyBytes(
  states: readonly UrlState[],
  missing: ReadonlySet<string>,
  { store, raw }: { readonly store: ObjectStore; readonly raw: WarcReader },
): AsyncGenerator<Finding> {
  const found = readAhead(states, READS_AT_ONCE, async (state) => [
    await documentProblem(state, missing, store),
    await responseProblem(state, missing, raw),
  ]);
  for await (const problems of found) for (const finding of problems) if (finding) yield finding;
}

async function documentProblem(
  { content, presence }: UrlState,
  missing: ReadonlySet<string>,
  store: ObjectStore,
): Promise<Finding | null> {
  const key = content?.key ?? null;
  if (key === null || missing.has(key) || presence?.value === 'taken-down') return null;
  const object = await store.get(key);
  if (object === null || sha256(object.body) === content?.sha) return null;
  return { rule: 'documents-whole', where: key, problem: 'is damaged: its digest is another' };
}

async function responseProblem(
  { id, fetch }: UrlState,
  missing: ReadonlySet<string>,
  raw: WarcReader,
): Promise<Finding | null> {
  if (!fetch?.raw || missing.has(fetch.raw.key)) return null;
  const { key, offset } = fetch.raw;
  const problem = await digestProblem(fetch.raw, fetch.payloadDigest, raw);
  const where = `${key} at ${offset}`;
  return problem === null
    ? null
    : { rule: 'raw-whole', where, problem: `${problem}: ${id} names it` };
}

async function digestProblem(
  reference: NonNullable<NonNullable<UrlState['fetch']>['raw']>,
  digest: string | null,
  raw: WarcReader,
): Promise<string | null> {
  try {
    const exchange = await raw.read(reference);
    if (exchange === null) return 'was erased';
    return digest === null || sha256(exchange.payload) === digest ? null : 'has another digest';
  } catch (error) {
    if (error instanceof PermanentError) return `is damaged (${error.message})`;
    throw error;
  }
}
