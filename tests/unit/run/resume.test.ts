import { describe, expect, it } from 'vitest';
import { fetchBatch } from '#lib/fetch/fetch-batch.ts';
import { leftOver } from '#lib/run/resume.ts';
import { aMessage, anItem, aSource, ORIGIN } from '../../support/fetch-with.ts';
import { HTML, scripted } from '../fetch/scripted-fetch.ts';

/** Pages are lists of words; `/b` names a further page of the article, `first=/a` its first. */
const words = (bytes: Uint8Array): string[] => new TextDecoder().decode(bytes).split(' ');
const further = (bytes: Uint8Array): string[] =>
  words(bytes).flatMap((word) => (word.startsWith('/') ? [ORIGIN + word] : []));
const first = (bytes: Uint8Array): string | null => {
  const found = words(bytes).find((word) => word.startsWith('first='));
  return found ? ORIGIN + found.slice('first='.length) : null;
};

/** A batch after which a run was killed: what fetch handed on, and what its rows leave to do. */
async function killed(pages: Record<string, string>, path: string, maxArticlePages = 50) {
  const { deps } = scripted(
    ({ url }) => {
      const body = pages[new URL(url).pathname];
      return body === undefined ? { status: 404 } : { headers: HTML, body };
    },
    { articlePages: further, firstPage: first, source: aSource({ maxArticlePages }) },
  );
  const { clean, rows } = await fetchBatch(aMessage([anItem(path)]), deps);
  return { rows, handedOn: clean?.pages ?? [], left: leftOver(rows, () => null).toClean };
}

describe('what a killed run left to clean', () => {
  it.each([
    ['an article that is whole', { '/a': 'one /b /c', '/b': 'two', '/c': 'three' }, '/a', false],
    ['one that was found by a later page', { '/a': 'one /b', '/b': 'two first=/a' }, '/b', false],
    ['one of which a page could not be had', { '/a': 'one /b /c', '/c': 'three' }, '/a', true],
    ['a later page whose first page is gone', { '/b': 'two first=/a' }, '/b', true],
    ['a page that the next number repeats', { '/a': 'one /b', '/b': 'one /b' }, '/a', false],
  ])('is what fetch handed on: %s', async (_, pages, path, partsMissing) => {
    const { handedOn, left } = await killed(pages, path);

    expect(handedOn).toMatchObject([{ partsMissing }]);
    expect(left).toEqual(handedOn);
  });

  it('is incomplete if the article has more pages than the source allows', async () => {
    const { handedOn, left } = await killed({ '/a': 'one /b /c', '/b': 'two', '/c': '3' }, '/a', 2);

    expect(handedOn).toMatchObject([{ partsMissing: true }]);
    expect(left).toEqual(handedOn);
  });

  it('is the last attempt alone, if a page was fetched twice', async () => {
    const before = await killed({ '/a': 'one /b', '/b': 'two' }, '/a');
    const after = await killed({ '/a': 'one /c', '/c': 'three' }, '/a');
    const later = after.rows.map((row) => ({ ...row, ulid: `7${row.ulid.slice(1)}` }));

    expect(leftOver([...later, ...before.rows], () => null).toClean).toEqual(after.handedOn);
  });
});
