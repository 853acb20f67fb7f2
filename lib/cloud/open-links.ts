import { lookupUrls } from '#lib/consume/lookup.ts';
import type { ObjectStore } from '#lib/io/object-store.ts';
import { canonicalUrl } from '#lib/model/canonical-url.ts';
import type { Link } from '#lib/model/messages.ts';
import type { RunRecord } from '#lib/model/run.ts';
import { discover } from '#lib/source/discover.ts';
import { storedBudget } from './stored-budget.ts';

export interface OpenLinksDeps {
  readonly store: ObjectStore;
  readonly now: () => number;
  readonly ulid: () => string;
}

/**
 * Links that have not entered the run though discover would let them in: their message is under way, or
 * lost. What it would pass over (out of scope, not due, beyond the budget, a trap) leaves no row and is
 * not waited for. No request if all have entered.
 */
export async function openLinks(
  record: RunRecord,
  links: readonly Link[],
  seen: ReadonlySet<string>,
  { store, now, ulid }: OpenLinksDeps,
): Promise<Link[]> {
  const unseen = links.filter(({ url }) => !seen.has(addressOf(url)));
  if (unseen.length === 0) return [];
  const { runId, source } = record;
  const budget = await storedBudget(store, record, { entered: () => seen.size, now });
  const { rows } = await discover(
    { runId, source: source.name, links: unseen, pages: [] },
    {
      source,
      raw: { read: async () => null },
      decode: () => '',
      lookup: (urls) => lookupUrls(store, urls),
      seen: new Set(seen),
      now: new Date(now()),
      ulid,
      dueOnly: record.trigger === 'schedule',
      remainingPages: budget.remainingPages(),
    },
  );
  const wanted = new Set(rows.map((row) => row.canonicalUrl));
  return unseen.filter(({ url }) => wanted.has(addressOf(url)));
}

function addressOf(url: string): string {
  return canonicalUrl(url) ?? url;
}
