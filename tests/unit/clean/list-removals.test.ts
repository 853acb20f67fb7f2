import { describe, expect, it } from 'vitest';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';
import { listRemovals } from '#lib/clean/list-removals.ts';

describe('listRemovals', () => {
  const blocks = textBlocks('首页\n正文广告正文\n页脚');
  const [first, second, third] = blocks;
  if (!first || !second || !third) throw new Error('three lines');
  const step = 'lines';

  it('is in the order of the page, the pieces of a line in theirs, and counted by reason', () => {
    const { removals, counts } = listRemovals(blocks, [
      { block: third, from: 0, to: 2, step, reason: 'footer' },
      { block: second, from: 2, to: 4, step, reason: 'advertisement' },
      { block: second, from: 0, to: 2, step, reason: 'footer' },
      { block: first, from: 0, to: 2, step, reason: 'navigation' },
    ]);

    expect(removals().map(({ text }) => text)).toEqual(['首页', '广告', '正文', '页脚']);
    expect(removals().map(({ where }) => where)).toEqual(['line:1', 'line:2', 'line:2', 'line:3']);
    expect(Object.entries(counts)).toEqual([
      ['navigation', 1],
      ['advertisement', 1],
      ['footer', 2],
    ]);
  });
});
