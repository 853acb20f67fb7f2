import { canonicalUrl } from '#lib/model/canonical-url.ts';
import { type Document, document as documentSchema } from '#lib/model/document.ts';
import { documentId, isDocumentId } from '#lib/model/document-id.ts';
import { LATEST_KEY } from '#lib/model/keys.ts';
import { readCheckpoint, readIndex, StaleViewError } from '#lib/model/log.ts';
import type { Checkpoint } from '#lib/model/manifest-files.ts';
import { type ObjectReader, readJson } from '#lib/model/object-reader.ts';
import type { UrlState } from '#lib/model/row.ts';
import { lookupIds, partStates, partsOf } from './lookup.ts';
import { withoutTakenDown } from './snapshot.ts';
import { isPublished } from './state-filter.ts';

export interface DocumentOptions {
  /** Also what was committed after the last checkpoint: a request for each segment since. */
  readonly fresh?: boolean;
}

/** A document with what is known of its URL. */
export interface FoundDocument {
  readonly state: UrlState;
  /** Null if there is none or it may not be read: never fetched, gone, taken down. */
  readonly document: Document | null;
}

/**
 * What is known of an id or a URL, and its document; null if nothing is known.
 * As of the last checkpoint: three requests, the document among them.
 * @example const found = await document(store, 'https://www.example.com/a.html');
 */
export async function document(
  store: ObjectReader,
  idOrUrl: string,
  { fresh = false }: DocumentOptions = {},
): Promise<FoundDocument | null> {
  const id = isDocumentId(idOrUrl) ? idOrUrl : documentId(canonicalUrl(idOrUrl) ?? idOrUrl);
  const found = fresh
    ? (await lookupIds(store, new Set([id]))).get(id)
    : await checkpointState(store, id);
  if (found === undefined) return null;
  const state = withoutTakenDown(found);
  return { state, document: await documentOf(store, state) };
}

/**
 * The document of a state, null if there is none or it may not be read.
 * Null also if it was taken down since: the row that says so follows.
 */
export async function documentOf(store: ObjectReader, state: UrlState): Promise<Document | null> {
  if (!isPublished(state) || state.content?.key == null) return null;
  return (await readJson(store, state.content.key, documentSchema))?.value ?? null;
}

async function checkpointState(store: ObjectReader, id: string): Promise<UrlState | undefined> {
  const latest = await readCheckpoint(store, LATEST_KEY);
  try {
    if (latest !== null) return await stateIn(store, latest, id);
  } catch (error) {
    // a compactor died before it replaced it, and its parts are collected: those of the index are not
    if (!(error instanceof StaleViewError)) throw error;
  }
  const key = (await readIndex(store))?.value.checkpoint?.key;
  if (key === undefined) return (await lookupIds(store, new Set([id]))).get(id);
  const checkpoint = await readCheckpoint(store, key);
  if (checkpoint === null) throw new StaleViewError(`${key} is missing`);
  return await stateIn(store, checkpoint, id);
}

async function stateIn(
  store: ObjectReader,
  checkpoint: Checkpoint,
  id: string,
): Promise<UrlState | undefined> {
  const ids = new Set([id]);
  for (const part of partsOf(checkpoint, ids)) {
    const [state] = await partStates(store, part, ids);
    if (state) return state;
  }
  return undefined;
}
