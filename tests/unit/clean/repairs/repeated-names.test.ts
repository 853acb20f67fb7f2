import { describe, expect, it } from 'vitest';
import { applyEdits } from '#lib/clean/block.ts';
import { repeatedMarks, repeatedNames } from '#lib/clean/repairs/repeated-names.ts';

const cut = (...texts: readonly string[]): string[] => {
  const names = repeatedNames(texts);
  return texts.map((text) =>
    applyEdits(
      text,
      repeatedMarks(text, names).map((range) => ({ ...range, insert: '' })),
    ),
  );
};

describe('names of a site that stand in the way again and again', () => {
  it('go with their brackets, and without', () => {
    expect(
      cut(
        '预计入库一万八千吨左右(山楂范文网),而空仓只有一万五千吨。',
        '机械作业必须两人以上山楂范文网,进囤必须系安全绳。',
      ),
    ).toEqual([
      '预计入库一万八千吨左右,而空仓只有一万五千吨。',
      '机械作业必须两人以上,进囤必须系安全绳。',
    ]);
  });

  it.each([
    ['one alone', ['预计入库一万八千吨左右（山楂范文网），而空仓只有一万五千吨。']],
    [
      'the sentence asks there',
      ['他在一家网站（山楂范文网）抄了一篇。', '后来又去山楂范文网，交了会员费。'],
    ],
    ['other names', ['分管副校长（教务处），请签字。', '教务处，请签字。']],
    [
      'where they say whose it is',
      ['来源（山楂范文网），下同。', '资料由山楂范文网，和本馆共同整理。'],
    ],
  ])('stay: %s', (_, texts) => {
    expect(cut(...texts)).toEqual(texts);
  });
});
