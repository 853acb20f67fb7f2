import type { SampledPage } from '#lib/manifest/profiles/host-sample.ts';
import { sha256 } from '#lib/model/digest.ts';
import { documentId } from '#lib/model/document-id.ts';
import { type PageTraits, packTraits, type TraitLine } from '#lib/model/page-traits.ts';

/** Traits of a page whose lines are these words, all in one path. */
export function traitsOf(words: readonly string[], rest: Partial<PageTraits> = {}): PageTraits {
  const lines = words.map(
    (word, at): TraitLine => ({
      key: sha256(word).slice(0, 16),
      path: 0,
      kept: true,
      first: at === 0,
      last: at === words.length - 1,
    }),
  );
  return { text: null, lines, paths: [{ key: '0000000a', holds: false }], ...rest };
}

/** A page of www.example.com, its text unlike all others. */
export function aSampledPage(
  number: number,
  words: readonly string[] = [],
  rest: Partial<SampledPage> = {},
): SampledPage {
  return {
    id: documentId(`https://www.example.com/${number}.html`),
    fetchedAt: '2026-01-01T00:00:00.000Z',
    cleaner: 1,
    ulid: `01KDVNTG00000000000000${String(number).padStart(4, '0')}`,
    textSha: sha256(`text ${number}`),
    site: null,
    traits: packTraits(traitsOf(words)),
    ...rest,
  };
}
