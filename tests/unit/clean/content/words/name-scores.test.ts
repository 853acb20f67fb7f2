import { describe, expect, it } from 'vitest';
import { classReader } from '#lib/clean/content/class-reader.ts';
import type { Lexicon } from '#lib/clean/content/words/lexicon.ts';
import { attributeIds } from '#lib/clean/content/words/name-ids.ts';
import { nameReader } from '#lib/clean/content/words/name-scores.ts';
import { ID_BITS } from '#lib/clean/content/words/word-ids.ts';
import { parsePage } from '#lib/clean/dom/parse-page.ts';

const idsOf = (value: string): readonly number[] => attributeIds(value, 0);
const lexicon = (names: Record<number, number>): Lexicon => ({
  words: new Float32Array(1 << ID_BITS),
  names: Float32Array.from({ length: 1 << ID_BITS }, (_, id) => names[id] ?? 0),
  bias: 0,
});

describe('attributeIds', () => {
  it('reads whole words, parted at hyphens, capitals and digits', () => {
    expect(idsOf('side-bar')).toEqual(idsOf('sideBar'));
    expect(idsOf('post-1234')).toEqual(idsOf('post-99'));
  });

  it('never matches a part of a word', () => {
    const ad = new Set(idsOf('ad'));

    for (const name of ['shadow', 'header', 'download', 'gradient']) {
      expect(idsOf(name).filter((id) => ad.has(id))).toEqual([]);
    }
  });
});

describe('nameReader', () => {
  const page = parsePage('<div class="sidebar"><ul><li id="x1"><p>a</p></ul></div><p>b</p>');
  const [inside, outside] = page.elements.filter(({ name }) => name === 'p');

  it('counts the names around an element, not those beside it', () => {
    const weights = Object.fromEntries(idsOf('sidebar').map((id) => [id, -1]));
    const { scoreFor } = nameReader(page, classReader(), lexicon(weights));

    expect(inside && scoreFor(inside)).toBeLessThan(0);
    expect(outside && scoreFor(outside)).toBe(0);
  });

  it('is trained on the ids it scores by', () => {
    const all = Object.fromEntries(Array.from({ length: 1 << ID_BITS }, (_, id) => [id, 1]));
    const { idsFor, scoreFor } = nameReader(page, classReader(), lexicon(all));

    if (!inside) throw new Error('no element');
    expect(scoreFor(inside)).toBeCloseTo(Math.sqrt(idsFor(inside).length), 5);
  });
});
