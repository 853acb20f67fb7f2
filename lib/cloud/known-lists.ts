import { snapshot } from '../consume/snapshot.ts';
import type { ObjectStore } from '../io/object-store.ts';
import { sha256 } from '../model/digest.ts';
import type { DiscoverMessage } from '../model/messages.ts';
import type { UrlState } from '../model/row.ts';
import type { RunRecord } from '../model/run.ts';
import { knownLinks } from '../run/source-links.ts';
import { writeList } from './run-lists.ts';

const LIST_URLS = 10_000;

/**
 * What earlier runs of a source know, as lists to be discovered in this run: whether a URL is due is
 * for discover to say. In each list what is overdue for longest goes first. Reads the store once. The
 * name of a list is that of its content, so that a message that comes twice writes nothing new.
 */
export async function knownLists(
  store: ObjectStore,
  { runId, source }: Pick<RunRecord, 'runId' | 'source'>,
): Promise<DiscoverMessage[]> {
  const messages: DiscoverMessage[] = [];
  const write = async (states: readonly UrlState[]): Promise<void> => {
    const links = await knownLinks(source, states);
    if (links.length === 0) return;
    const name = `known-${sha256(links.map(({ url }) => url).join('\n')).slice(0, 12)}`;
    messages.push(await writeList(store, { runId, source: source.name }, name, links));
  };
  let states: UrlState[] = [];
  for await (const state of snapshot(store, { filter: { source: source.name } })) {
    states.push(state);
    if (states.length < LIST_URLS) continue;
    await write(states);
    states = [];
  }
  await write(states);
  return messages;
}
