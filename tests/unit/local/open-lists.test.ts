import { expect, it } from 'vitest';
import { openLists } from '#lib/local/open-lists.ts';

const aRow = (canonicalUrl: string, state: 'discovered' | 'fetched' | 'no-document' | 'failed') =>
  ({ canonicalUrl, state, kind: 'sitemap' }) as const;

it('is read when no list is on its way and no message waits', () => {
  const lists = openLists([]);
  const read = lists.reading();
  expect(lists.areRead()).toBe(false);

  lists.see(aRow('a', 'discovered'));
  read();
  expect(lists.areRead()).toBe(false);

  lists.see(aRow('a', 'fetched'));
  expect(lists.areRead()).toBe(false);

  lists.see(aRow('a', 'no-document'));
  expect(lists.areRead()).toBe(true);
});

it('waits for no page', () => {
  const lists = openLists([]);
  lists.see({ canonicalUrl: 'p', kind: 'page', state: 'discovered' });

  expect(lists.areRead()).toBe(true);
});
