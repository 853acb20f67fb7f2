import { snapshot } from '#lib/consume/snapshot.ts';
import type { ObjectStore } from '#lib/io/object-store.ts';
import { sha256 } from '#lib/model/digest.ts';
import type { DiscoverMessage } from '#lib/model/messages.ts';
import type { RunRecord } from '#lib/model/run.ts';
import { byDueDate, type KnownLink, knownLink } from '#lib/run/source-links.ts';
import { writeList } from './run-lists.ts';

const LIST_URLS = 10_000;
const HOUR_MS = 3_600_000;
/** How long a URL is overdue, in powers of two of hours: each class is held in memory until it fills a list. */
const CLASSES = 16;

export interface KnownListsOptions {
  readonly now: number;
  /** URLs in a list. */
  readonly size?: number;
}

/** A list that was written, by its most overdue URL. */
interface Written {
  readonly message: DiscoverMessage;
  readonly overdue: number;
}

/**
 * What earlier runs of a source know, as lists to be discovered in this run in this order: whether a URL
 * is due is for discover to say. What is overdue for longest goes first, exactly within a list, by powers
 * of two of hours among lists. Reads the store once, and holds as many links as there are classes
 * of lists. The name of a list is that of its content, so that a message that comes twice writes nothing new.
 */
export async function knownLists(
  store: ObjectStore,
  { runId, source }: Pick<RunRecord, 'runId' | 'source'>,
  { now, size = LIST_URLS }: KnownListsOptions,
): Promise<DiscoverMessage[]> {
  const classes = Array.from({ length: CLASSES }, (): KnownLink[] => []);
  const written: Written[] = [];
  const write = async (known: readonly KnownLink[]): Promise<void> => {
    const [first] = known;
    if (first === undefined) return;
    const links = known.map(({ link }) => link);
    const name = `known-${sha256(links.map(({ url }) => url).join('\n')).slice(0, 12)}`;
    const message = await writeList(store, { runId, source: source.name }, name, links);
    written.push({ message, overdue: classOf(first, now) });
  };
  for await (const state of snapshot(store, { filter: { source: source.name } })) {
    const known = knownLink(source, state);
    if (known === null) continue;
    const open = classes[classOf(known, now)];
    open?.push(known);
    if (open?.length === size) await write(open.splice(0).sort(byDueDate));
  }
  const rest = classes.flatMap((open) => open.sort(byDueDate));
  for (let at = 0; at < rest.length; at += size) await write(rest.slice(at, at + size));
  return written.toSorted((a, b) => a.overdue - b.overdue).map(({ message }) => message);
}

/** 0: overdue for longest, or never fetched; the last: not due. */
function classOf({ dueAt }: KnownLink, now: number): number {
  if (dueAt === '') return 0;
  const hours = (now - Date.parse(dueAt)) / HOUR_MS;
  if (hours < 0) return CLASSES - 1;
  return Math.max(0, CLASSES - 2 - Math.floor(Math.log2(hours + 1)));
}
