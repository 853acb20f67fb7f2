import { lookupIds } from '#lib/consume/lookup.ts';
import type { ObjectStore } from '#lib/io/object-store.ts';
import type { Target } from '#lib/manifest/takedown.ts';
import { documentId } from '#lib/model/document-id.ts';
import { UsageError } from '#lib/model/errors.ts';
import type { UrlState } from '#lib/model/row.ts';
import { addressOfName } from './id-of-name.ts';

export interface Targets {
  /** What was named. */
  readonly named: readonly Target[];
  /** Further pages of articles that were named. */
  readonly further: readonly Target[];
}

/**
 * What a person names by URL, address of a file (`urn:sha256:…`) or id, with what is known of it.
 * @throws UsageError for what is neither URL nor id, and for ids nothing is known of
 */
export async function takedownTargets(
  store: ObjectStore,
  names: readonly string[],
): Promise<Targets> {
  const addresses = new Map(names.map((name) => [name, addressOfName(name)]));
  const ids = [...addresses].map(([name, address]) => (address ? documentId(address) : name));
  const known = await lookupIds(store, new Set(ids));
  const all = [...addresses].map(([name, address]): Target => {
    const state = known.get(address ? documentId(address) : name) ?? null;
    const canonical = address ?? state?.canonicalUrl;
    if (canonical === undefined) throw new UsageError(`nothing is known of ${name}`);
    return { canonicalUrl: canonical, state };
  });
  const named = [...new Map(all.map((target) => [target.canonicalUrl, target])).values()];
  return { named, further: await furtherPages(store, named) };
}

async function furtherPages(store: ObjectStore, named: readonly Target[]): Promise<Target[]> {
  const urls = new Set(named.flatMap(({ state }) => state?.content?.parts ?? []));
  for (const { canonicalUrl: canonical } of named) urls.delete(canonical);
  const known = await lookupIds(store, new Set([...urls].map(documentId)));
  return [...urls].map((canonical): Target => {
    const state: UrlState | null = known.get(documentId(canonical)) ?? null;
    return { canonicalUrl: canonical, state };
  });
}
