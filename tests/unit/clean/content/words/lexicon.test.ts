import { describe, expect, it } from 'vitest';
import { readLexicon } from '#lib/clean/content/words/lexicon.ts';
import { ID_BITS, MAX_WORD_IDS, wordIds } from '#lib/clean/content/words/word-ids.ts';
import { wordScorer } from '#lib/clean/content/words/word-score.ts';

const SIZE = 1 << ID_BITS;
const table = (bytes: Record<number, number>): string =>
  Buffer.from(Int8Array.from({ length: SIZE }, (_, id) => bytes[id] ?? 0).buffer).toString(
    'base64',
  );
const idsOf = (text: string): number[] => {
  const ids = new Int32Array(MAX_WORD_IDS);
  return [...ids.slice(0, wordIds(text, ids))];
};

describe('wordIds', () => {
  it('tells words apart by letters alone: not by case, not by which number it is', () => {
    expect(idsOf('Read MORE 12')).toEqual(idsOf('read more 345'));
    expect(idsOf('read more')).not.toEqual(idsOf('more read'));
  });

  it('takes one character of a script without spaces for a word, and each pair of words', () => {
    // 上 一 篇, the pairs between them, and the two pairs with start and end
    expect(idsOf('上一篇')).toHaveLength(7);
  });

  it('has an upper bound, whatever the line', () => {
    expect(idsOf('，'.repeat(10_000)).length).toBeLessThanOrEqual(MAX_WORD_IDS);
    expect(idsOf('a '.repeat(10_000)).length).toBeLessThanOrEqual(MAX_WORD_IDS);
  });
});

describe('wordScorer', () => {
  it("is the weights' sum by the root of their number, signs kept", () => {
    const [word = 0] = idsOf('篇').slice(1);
    const lexicon = readLexicon({ words: table({ [word]: -100 }), step: 0.01, bias: 0 });

    const score = wordScorer(lexicon)('篇');

    expect(score).toBeCloseTo(-1 / Math.sqrt(idsOf('篇').length), 5);
    expect(wordScorer(lexicon)('')).toBe(0);
  });
});

describe('readLexicon', () => {
  it('refuses a table of another size', () => {
    expect(() => readLexicon({ words: 'AAAA', step: 1, bias: 0 })).toThrow(RangeError);
  });
});
