import { lookupIds } from '#lib/consume/lookup.ts';
import { snapshot } from '#lib/consume/snapshot.ts';
import type { ObjectStore } from '#lib/io/object-store.ts';
import { canonicalUrl } from '#lib/model/canonical-url.ts';
import { documentId } from '#lib/model/document-id.ts';
import { UsageError } from '#lib/model/errors.ts';
import type { UrlState } from '#lib/model/row.ts';

const HTTP_URL = /^https?:\/\//i;
const WHOLE_ID = /^[0-9a-f]{24}$/;

/**
 * What the store knows of an id, the beginning of one, or a URL; null if nothing.
 * A whole id or a URL is one lookup; the beginning of an id reads the whole snapshot.
 * @throws UsageError if it is the beginning of several
 */
export async function findPage(store: ObjectStore, wanted: string): Promise<UrlState | null> {
  const canonical = HTTP_URL.test(wanted) ? canonicalUrl(wanted) : null;
  const id = canonical === null ? wanted.toLowerCase() : documentId(canonical);
  if (WHOLE_ID.test(id)) return (await lookupIds(store, new Set([id]))).get(id) ?? null;
  const found: UrlState[] = [];
  for await (const known of snapshot(store)) if (known.id.startsWith(id)) found.push(known);
  if (found.length > 1) throw new UsageError(`${wanted} is the beginning of several ids`);
  return found[0] ?? null;
}
