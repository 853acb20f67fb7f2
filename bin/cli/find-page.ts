import { lookupIds } from '#lib/consume/lookup.ts';
import { viewStates } from '#lib/consume/snapshot.ts';
import type { ObjectStore } from '#lib/io/object-store.ts';
import { canonicalUrl } from '#lib/model/canonical-url.ts';
import { documentId, isDocumentId } from '#lib/model/document-id.ts';
import { UsageError } from '#lib/model/errors.ts';
import { idsUnder } from '#lib/model/id-set.ts';
import type { UrlState } from '#lib/model/row.ts';
import { viewAt } from '#lib/model/view.ts';

const HTTP_URL = /^https?:\/\//i;
const BEGINNING_OF_ID = /^[0-9a-f]{1,23}$/;

/**
 * What the store knows of an id, the beginning of one, or a URL; null if nothing.
 * A whole id or a URL is one lookup; the beginning of an id reads the parts it can be in.
 * @throws UsageError if it is the beginning of several
 */
export async function findPage(store: ObjectStore, wanted: string): Promise<UrlState | null> {
  const canonical = HTTP_URL.test(wanted) ? canonicalUrl(wanted) : null;
  const id = canonical === null ? wanted.toLowerCase() : documentId(canonical);
  if (isDocumentId(id)) return (await lookupIds(store, new Set([id]))).get(id) ?? null;
  if (!BEGINNING_OF_ID.test(id)) return null;
  const found: UrlState[] = [];
  for await (const known of viewStates(store, await viewAt(store), { only: idsUnder(id) }))
    found.push(known);
  if (found.length > 1) throw new UsageError(`${wanted} is the beginning of several ids`);
  return found[0] ?? null;
}
