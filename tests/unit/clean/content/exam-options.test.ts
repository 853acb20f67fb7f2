import { describe, expect, it } from 'vitest';
import { blockText } from '#lib/clean/block.ts';
import model from '#lib/clean/content/content-model.json' with { type: 'json' };
import { keepOptions } from '#lib/clean/content/exam-options.ts';
import { pageFeatures } from '#lib/clean/content/page-features.ts';
import { readLexicon } from '#lib/clean/content/words/lexicon.ts';
import { pageBlocks } from '#lib/clean/dom/page-blocks.ts';
import { parsePage } from '#lib/clean/dom/parse-page.ts';

/** What is kept beside the lines that were chosen. */
function added(lines: readonly string[], chosenLines: readonly string[]): string[] {
  const page = parsePage(`<body>${lines.map((line) => `<div>${line}</div>`).join('')}</body>`);
  const blocks = pageBlocks(page, 'https://example.cn/a/1');
  const features = pageFeatures(page, blocks, null, readLexicon(model.lexicon));
  const chosen = blocks.map((block) => chosenLines.includes(blockText(block)));
  const kept = keepOptions(
    features,
    chosen,
    blocks.map(() => null),
  );
  return blocks.filter((_, index) => kept[index] && !chosen[index]).map(blockText);
}

describe('the options of a question', () => {
  it('are kept together', () => {
    const options = ['A. 1次', 'B. 2次', 'C. 4次', 'D. 12次'];

    expect(
      added(['1. 渡船每天开几次（　）', ...options], ['1. 渡船每天开几次（　）', 'A. 1次']),
    ).toEqual(['B. 2次', 'C. 4次', 'D. 12次']);
  });

  it.each([
    ['of which none was chosen', ['A. 甲', 'B. 乙', 'C. 丙'], []],
    ['that are two', ['A. 甲', 'B. 乙'], ['A. 甲']],
    ['out of order', ['A. 甲', 'C. 丙', 'D. 丁'], ['A. 甲']],
    [
      'that are links',
      ['A. <a href="/a">甲</a>', 'B. <a href="/b">乙</a>', 'C. <a href="/c">丙</a>'],
      ['A. 甲'],
    ],
    ['without a sign behind the letter', ['A股开户', 'B超预约', 'C语言教程'], ['A股开户']],
  ])('are not lines %s', (_, lines, chosen) => {
    expect(added(lines, chosen)).toEqual([]);
  });
});
