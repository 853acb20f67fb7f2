import { describe, expect, it } from 'vitest';
import { simplifiedUnit } from '#lib/clean/repairs/traditional.ts';
import { HASHES, minHash, resemblance } from '#lib/consume/near/min-hash.ts';
import { nearClusters } from '#lib/consume/near/near-clusters.ts';
import type { Sketch } from '#lib/consume/near/near-index.ts';
import { rankOf } from '#lib/consume/near/rank-of.ts';
import { shingles } from '#lib/consume/near/shingles.ts';
import { stateOfRow } from '#lib/model/merge-rows.ts';
import { expectedPages } from '#samples/expected.ts';
import { measureClusters } from '../../../../scripts/near/measure-clusters.ts';
import { aContent, aRow } from '../../../support/manifest-rows.ts';

const same = (unit: number): number => unit;
const setOf = (text: string): number[] => [...shingles(text, same)];

describe('shingles', () => {
  it('are five characters of Chinese, and five words of other scripts', () => {
    expect(setOf('一二三四五六七')).toHaveLength(3);
    expect(setOf('one two three four five six seven')).toHaveLength(3);
    expect(setOf('第三章 Chapter 3 of 9')).toHaveLength(3);
    expect(setOf('一二三四')).toEqual([]);
    expect(setOf('')).toEqual([]);
  });

  it('are each counted once, in order', () => {
    const found = setOf('春眠不觉晓，春眠不觉晓，春眠不觉晓。');

    expect(found).toHaveLength(5);
    expect(found).toEqual(found.toSorted((a, b) => a - b));
  });

  it.each([
    ['punctuation, spaces and line breaks', '春眠 不觉晓，\n处处闻啼鸟', '春眠不觉晓处处闻啼鸟'],
    ['case and width', 'ＡＢＣ def one two three', 'abc DEF One Two Three'],
    ['compatibility forms', '①②③④⑤ one two three four', '12345 one two three four'],
  ])('do not tell %s', (_, one, other) => {
    expect(setOf(one)).toEqual(setOf(other));
  });

  it('are those of the simplified characters if the text is folded', () => {
    const [simplified, traditional] = ['学习与实践的关系问题', '學習與實踐的關係問題'].map(
      (text) => [...shingles(text, simplifiedUnit)],
    );

    expect(simplified).toEqual(traditional);
  });

  it('take characters beyond the basic plane, and those of no script', () => {
    expect(setOf('𠮷野家𠮷野家 one two three four')).not.toEqual([]);
    expect(setOf('☺☺☺☺☺☺☺ ——————')).toEqual([]);
  });
});

describe('resemblance', () => {
  it.each([0, 0.2, 0.5, 0.8, 1])('is estimated well where it is %d', (share) => {
    const size = 2_000;
    const common = Math.round((2 * size * share) / (1 + share));
    const rest = size - common;
    const set = (from: number): Int32Array =>
      Int32Array.from([...range(0, common), ...range(from, from + rest)], spread);

    const estimates = range(1, 11).map((n) =>
      resemblance(minHash(set(n * 10_000)), minHash(set((n + 20) * 10_000))),
    );

    const mean = estimates.reduce((sum, one) => sum + one, 0) / estimates.length;
    // three standard deviations of the mean of ten signatures
    expect(Math.abs(mean - share)).toBeLessThan(3 * Math.sqrt(0.25 / HASHES / 10));
  });
});

/** Sets of numbers as documents; those of low ordinal stand for the others. */
async function clustersOf(sets: readonly (readonly number[])[], indexed?: number) {
  const sketches = sets.map((set, ordinal): Sketch => {
    const signature = minHash(Int32Array.from(set, spread));
    return { ordinal, size: set.length, signature };
  });
  const read = async function* (from: number) {
    yield* sketches.slice(from);
  };
  const ranks = Float64Array.from(sets.keys());
  return [...(await nearClusters({ ranks, read }, indexed))];
}

describe('clusters', () => {
  it('have one document that stands for its copies, its parts and their copies', async () => {
    const found = await clustersOf([
      range(0, 900),
      range(5_000, 6_000), // another text
      range(30, 930), // a version
      range(0, 300), // a part
      range(300, 600), // another part
      range(20, 320), // a version of a part
      range(850, 1_750), // shares 50
    ]);

    expect(found).toEqual([0, 1, 0, 0, 0, 0, 6]);
  });

  it('do not grow together over a part that two texts share, or a text with parts of two', async () => {
    const shared = range(0, 200);
    const one = [...shared, ...range(1_000, 1_600)];
    const two = [...shared, ...range(2_000, 2_600)];
    const both = [...range(1_000, 1_350), ...range(2_000, 2_350)];

    const found = await clustersOf([one, two, shared, both]);

    expect(found.slice(0, 2)).toEqual([0, 1]);
    expect(found[2]).toBe(0);
  });

  it('leave short texts alone, also equal ones', async () => {
    expect(await clustersOf([range(0, 15), range(0, 15), []])).toEqual([0, 1, 2]);
  });

  it('are the same however many documents are indexed at once', async () => {
    const sets = range(0, 60).map((n) => range((n % 20) * 1_000 + n, (n % 20) * 1_000 + n + 400));

    const whole = await clustersOf(sets);

    expect(new Set(whole).size).toBe(20);
    for (const indexed of [1, 7, 59, 60]) expect(await clustersOf(sets, indexed)).toEqual(whole);
  });

  it('take many equal documents in a time that grows with their number', async () => {
    const set = range(0, 100);

    const found = await clustersOf(Array.from({ length: 5_000 }, () => set));

    expect(new Set(found)).toEqual(new Set([0]));
  });
});

describe('who stands for near duplicates', () => {
  it('is the whole text, then the longer, then the one seen first', () => {
    const states = [
      { incomplete: ['preview'] as const, chars: 9_000, at: '2026-01-01' },
      { incomplete: [], chars: 1_000, at: '2026-01-01' },
      { incomplete: [], chars: 2_050, at: '2026-01-02' },
      { incomplete: [], chars: 2_000, at: '2026-01-01' },
    ].map(({ incomplete, chars, at }) =>
      stateOfRow(
        aRow({
          ulid: '01KDVNTG000000000000000000',
          at: `${at}T00:00:00.000Z`,
          content: aContent({ incomplete: [...incomplete], chars }),
        }),
      ),
    );

    const order = states.map((state, n) => [rankOf(state), n]).sort(([a = 0], [b = 0]) => a - b);

    expect(order.map(([, n]) => n)).toEqual([3, 2, 1, 0]);
  });
});

describe('near duplicates among the texts of the sample site and edited copies of them', () => {
  it('are found, and nothing else is', async () => {
    const texts = [...expectedPages('http://samples').values()].flatMap(
      ({ document, merged }) => merged?.text ?? document?.text ?? [],
    );

    const { precision, recall, documents } = await measureClusters(texts);

    expect(documents).toBeGreaterThan(250);
    expect(precision).toBeGreaterThanOrEqual(0.99);
    for (const edit of ['mirror', 'corrected', 'cut to 70 %', 'traditional'])
      expect([edit, recall[edit]]).toEqual([edit, 1]);
    for (const edit of ['header', 'cut to 40 %', 'page 1 of 2'])
      expect(recall[edit]).toBeGreaterThanOrEqual(0.9);
    // a third of a text meets it in some band with a probability of 0.91
    expect(recall['page 2 of 3']).toBeGreaterThanOrEqual(0.8);
  });
});

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, n) => from + n);
}

/** Numbers in a row are no hashes. */
function spread(n: number): number {
  return Math.imul(n + 1, 0x9e3779b1) ^ Math.imul(n + 7, 0x85ebca6b);
}
