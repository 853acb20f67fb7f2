/**
 * Purge: what was taken down leaves the store for good, with all versions of its objects. Rows stay:
 * they say that the URL is taken down, and their titles are blank.
 */
import type { ObjectStore } from '#lib/io/object-store.ts';
import type { WarcEraser } from '#lib/io/warc.ts';
import { canonicalUrl } from '#lib/model/canonical-url.ts';
import { documentId } from '#lib/model/document-id.ts';
import { PermanentError } from '#lib/model/errors.ts';
import { documentFolder, RAW_PREFIX, rawDay } from '#lib/model/keys.ts';
import type { Target } from './takedown.ts';

export interface PurgeDeps {
  readonly store: ObjectStore;
  readonly eraser: WarcEraser;
  /** Called after each WARC file that was looked into. */
  readonly onFile?: (read: number) => void;
}

export interface Purged {
  /** WARC files that were looked into, and those that held something. */
  readonly read: number;
  readonly rewritten: number;
  /** Requests and responses erased. */
  readonly records: number;
  /** Files that cannot be read: whether they hold something is not known. */
  readonly damaged: readonly { key: string; problem: string }[];
}

const DAY_MS = 86_400_000;

/**
 * Removes all versions of the targets' documents, and their exchanges from every WARC file written
 * since the first of them was seen. Safe to repeat. Cost: what those files take to read, since no
 * index tells all files an exchange with a URL is in.
 */
export async function purge(targets: readonly Target[], deps: PurgeDeps): Promise<Purged> {
  const { store, eraser } = deps;
  for (const { canonicalUrl: canonical } of targets)
    await store.forgetVersions(documentFolder(documentId(canonical)));

  const erased = { read: 0, rewritten: 0, records: 0, damaged: [] as Purged['damaged'][number][] };
  const since = firstSeen(targets);
  if (since === null) return erased;
  const wanted = new Set(targets.map((target) => target.canonicalUrl));
  const isWanted = (uri: string): boolean => wanted.has(canonicalUrl(uri) ?? uri);
  for await (const { key } of store.list(RAW_PREFIX, { after: rawDay(new Date(since - DAY_MS)) })) {
    try {
      const records = await eraser.erase(key, isWanted);
      erased.records += records;
      if (records > 0) erased.rewritten += 1;
    } catch (error) {
      if (!(error instanceof PermanentError)) throw error;
      erased.damaged.push({ key, problem: error.message });
    }
    erased.read += 1;
    deps.onFile?.(erased.read);
  }
  return erased;
}

/** Null if none of them was ever seen. */
function firstSeen(targets: readonly Target[]): number | null {
  const times = targets.flatMap(({ state }) => (state ? [Date.parse(state.firstSeenAt)] : []));
  return times.length === 0 ? null : Math.min(...times);
}
