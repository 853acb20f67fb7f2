import { describe, expect, it } from 'vitest';
import { offerKnown } from '#lib/cloud/offer-known.ts';
import { type OpenWork, openWork } from '#lib/cloud/open-work.ts';
import { markRead } from '#lib/cloud/run-lists.ts';
import { memoryObjectStore } from '#lib/io/memory-object-store.ts';
import type { Messages } from '#lib/io/messenger.ts';
import { documentId } from '#lib/model/document-id.ts';
import { listKey } from '#lib/model/keys.ts';
import type { FetchItem } from '#lib/model/messages.ts';
import type { PageKind, Row } from '#lib/model/row.ts';
import { type SourceDefinition, sourceDefinition } from '#lib/model/source.ts';
import { newRun } from '#lib/run/run-records.ts';
import { rowMaker } from '#lib/source/discovered-rows.ts';

const RUN = '01KAQ0000000000000000000A1';
const WITH_LIST = sourceDefinition.parse({ name: 's', sitemaps: ['http://a.example/s.xml'] });
const KNOWN = {
  runId: RUN,
  source: 's',
  links: [],
  pages: [],
  list: listKey(RUN, 'known'),
  known: true,
};

const anItem = (kind: PageKind): FetchItem => ({
  id: documentId('http://a.example/'),
  url: 'http://a.example/',
  canonicalUrl: 'http://a.example/',
  kind,
  depth: 0,
  hop: 0,
  via: null,
  previous: null,
});
const aRow = (): Row =>
  rowMaker({ runId: RUN, source: 's' }, { now: new Date(), ulid: () => RUN }).row(
    anItem('page'),
    'discovered',
    'sitemap',
  );

function run(source: SourceDefinition = WITH_LIST, listed = false) {
  const sent: Messages[] = [];
  const store = memoryObjectStore();
  const deps = { store, now: () => Date.now(), ulid: () => RUN };
  const messenger = { send: async (messages: Messages) => void sent.push(messages) };
  const begun = { runId: RUN, startedAt: '2026-01-01T00:00:00.000Z', checkpoint: null };
  const record = { ...newRun(source, 'schedule', begun), listed };
  const work = async (open: Partial<OpenWork>): Promise<OpenWork> => ({
    ...(await openWork(record, deps)),
    rows: [aRow()],
    ...open,
  });
  const offer = async (open: Partial<OpenWork>) =>
    offerKnown(record, await work(open), { store, messenger });
  return { sent, offer, store, open: () => openWork(record, deps) };
}

describe('offerKnown', () => {
  it('sends a run what is known, once', async () => {
    const { sent, offer } = run();

    expect(await offer({ items: [anItem('page')] })).toBe(true);
    expect(await offer({})).toBe(false);
    expect(sent).toEqual([{ discover: [KNOWN], fetch: [], clean: [] }]);
  });

  it('keeps the run open until discover has looked it up, so that a lost message is sent again', async () => {
    const { offer, open, store } = run();
    await offer({});

    expect((await open()).unread).toEqual([KNOWN]);
    await markRead(store, KNOWN, null);
    expect((await open()).unread).toEqual([]);
  });

  it.each([
    ['a list is to be fetched or read', { items: [anItem('sitemap')] }],
    ['a list moved', { links: [{ ...anItem('feed'), reason: 'redirect', lastModified: null }] }],
    ['it has not begun', { rows: [] }],
  ] as const)('waits while %s', async (_, open) => {
    const { sent, offer } = run();

    expect(await offer(open)).toBe(false);
    expect(sent).toEqual([]);
  });

  it('leaves runs of given URLs alone, and those that were told when they began', async () => {
    expect(await run(WITH_LIST, true).offer({})).toBe(false);
    expect(await run(sourceDefinition.parse({ name: 's' })).offer({})).toBe(false);
  });
});
