import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordKey } from '#lib/clean/metadata/fold.ts';
import { printable } from '#lib/clean/render/printable.ts';
import { foldWhite, visibleLength } from '#lib/clean/white-space.ts';

const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(' ', '  ', '\n', '\t ', '\u3000', '\u00a0', '\u2028', '\u202f', '\ufeff'),
      fc.constantFrom('a', 'Bc', 'é', '学', '１', '_', '\r\n', '\u0007', '\u202e', '\ud800'),
      fc.string({ unit: 'binary', maxLength: 2 }),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

it('every run of white space becomes one blank, and all of it counts for nothing', () => {
  fc.assert(
    fc.property(text, (source) => {
      expect(foldWhite(source)).toBe(source.replace(/\s+/g, ' '));
      expect(visibleLength(source)).toBe(source.replace(/\s+/g, '').length);
    }),
  );
});

it('texts that need no long look say the same as those that do', () => {
  const plain = (source: string): string =>
    source
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '');
  const shown = (source: string): string =>
    source
      .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
      .replace(/(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/gu, '')
      .toWellFormed();
  fc.assert(
    fc.property(text, (source) => {
      expect(wordKey(source)).toBe(plain(source));
      expect(printable(source)).toBe(shown(source));
    }),
  );
});
