import { describe, expect, it } from 'vitest';
import { blockText } from '#lib/clean/block.ts';
import model from '#lib/clean/content/content-model.json' with { type: 'json' };
import { pageFeatures } from '#lib/clean/content/page-features.ts';
import { keepFirstPiece } from '#lib/clean/content/piece-headings.ts';
import { keepSignedOffices } from '#lib/clean/content/signed-offices.ts';
import { readLexicon } from '#lib/clean/content/words/lexicon.ts';
import { pageBlocks } from '#lib/clean/dom/page-blocks.ts';
import { parsePage } from '#lib/clean/dom/parse-page.ts';

/** The texts that a rule adds to those that are kept; what begins with a minus is not. */
function added(rule: typeof keepFirstPiece, texts: readonly string[]): string[] {
  const body = texts.map((text) => `<p>${text.replace(/^-/u, '')}</p>`).join('');
  const page = parsePage(`<body>${body}</body>`);
  const blocks = pageBlocks(page, null);
  const features = pageFeatures(page, blocks, null, readLexicon(model.lexicon));
  const chosen = texts.map((text) => !text.startsWith('-'));
  const kept = rule(
    features,
    chosen,
    blocks.map(() => null),
  );
  return blocks.filter((_, index) => kept[index] && !chosen[index]).map(blockText);
}

describe('keepFirstPiece', () => {
  it('keeps the heading of the first piece, below what the editor says', () => {
    const pieces = ['老师们：', '竞选演讲稿 篇2', '同学们：'];

    expect(added(keepFirstPiece, ['-仅供参考。', '-竞选演讲稿 篇1', ...pieces])).toEqual([
      '竞选演讲稿 篇1',
    ]);
    expect(added(keepFirstPiece, ['-竞选演讲稿 篇1', '老师们：', '就职演讲稿 篇2'])).toEqual([]);
    expect(added(keepFirstPiece, ['-竞选演讲稿（精选2篇）', ...pieces])).toEqual([]);
  });
});

describe('keepSignedOffices', () => {
  it('keeps the office between the text and its date', () => {
    expect(added(keepSignedOffices, ['特此通知。', '-青石大学图书馆', '2022年10月8日'])).toEqual([
      '青石大学图书馆',
    ]);
  });

  it.each([
    ['no date is kept below', ['特此通知。', '-青石大学图书馆', '-2022年10月8日']],
    ['a sentence is below', ['特此通知。', '-青石大学图书馆', '2022年10月8日开馆。']],
    ['it is no office', ['特此通知。', '-打印本页', '2022年10月8日']],
  ])('keeps nothing where %s', (_, texts) => {
    expect(added(keepSignedOffices, texts)).toEqual([]);
  });
});
