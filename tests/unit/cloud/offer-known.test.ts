import { describe, expect, it } from 'vitest';
import { offerKnown } from '#lib/cloud/offer-known.ts';
import { memoryObjectStore } from '#lib/io/memory-object-store.ts';
import type { Messages } from '#lib/io/messenger.ts';
import { documentId } from '#lib/model/document-id.ts';
import type { FetchItem } from '#lib/model/messages.ts';
import type { PageKind } from '#lib/model/row.ts';
import { sourceDefinition } from '#lib/model/source.ts';
import type { LeftOver } from '#lib/run/resume.ts';

const source = sourceDefinition.parse({ name: 's' });
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
const OPEN: LeftOver = {
  seen: new Set(['http://a.example/']),
  toFetch: [],
  toClean: [],
  toRead: [],
  links: [],
};

function run(trigger: 'schedule' | 'on-demand' = 'schedule') {
  const sent: Messages[] = [];
  const deps = {
    store: memoryObjectStore(),
    messenger: { send: async (messages: Messages) => void sent.push(messages) },
  };
  const offer = (open: Partial<LeftOver>) =>
    offerKnown({ runId: 'R', source, trigger }, { ...OPEN, ...open }, deps);
  return { sent, offer };
}

describe('offerKnown', () => {
  it('sends a scheduled run what is known, once', async () => {
    const { sent, offer } = run();

    expect(await offer({ toFetch: [anItem('page')] })).toBe(true);
    expect(await offer({})).toBe(false);
    expect(sent).toEqual([
      {
        discover: [{ runId: 'R', source: 's', links: [], pages: [], known: true }],
        fetch: [],
        clean: [],
      },
    ]);
  });

  it.each([
    ['a list is to be fetched', { toFetch: [anItem('sitemap')] }],
    [
      'a list is to be read',
      { toRead: [{ item: anItem('feed'), parts: [], partsMissing: false }] },
    ],
    ['it has not begun', { seen: new Set<string>() }],
  ])('waits while %s', async (_, open) => {
    const { sent, offer } = run();

    expect(await offer(open)).toBe(false);
    expect(sent).toEqual([]);
  });

  it('leaves a run on demand to what was asked of it', async () => {
    expect(await run('on-demand').offer({})).toBe(false);
  });
});
