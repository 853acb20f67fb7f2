import { describe, expect, it } from 'vitest';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';
import { textFields } from '#lib/clean/metadata/text-fields.ts';

const PROSE =
  '今年春天我在阳台上种了三盆番茄，从育苗到搭架一共花了四个月，现在把做过的事情和走过的弯路写下来给大家参考。';

function titleOf(lines: readonly string[], facts: { title?: string; author?: string } = {}) {
  const all = textBlocks([...lines, PROSE].join('\n'));
  return textFields(all, all.slice(-1), { incomplete: [], ...facts });
}

describe('isMemberLine', () => {
  it.each([
    [['2021-05-08 来自 青禾圈安卓版', '+ 关注']],
    [['发表于 2014-1-9 13:55:07 只看楼主 倒序浏览']],
    [['2021-05-08 09:30', '加关注']],
  ])('takes who posted for no title: %s', (below) => {
    const head = ['青禾圈 - 邻里都在', '打开App', '阳台上的番茄，谁在偷吃', '东墙的阿满'];

    expect(titleOf([...head, ...below], { title: '东墙的阿满' }).title).toBe(
      '阳台上的番茄，谁在偷吃',
    );
  });

  it('leaves a short title below the name of a board, a series or the path of the page', () => {
    const posted = '发表于 2014-1-9 13:55:07 只看楼主';

    for (const above of ['阳台种植爱好者论坛', '青禾论坛 > 阳台种植 > 番茄']) {
      const lines = ['青禾', '搜索帖子', above, '偷番茄的鸟', posted];
      expect(titleOf(lines, { title: '偷番茄的鸟' }).title).toBe('偷番茄的鸟');
    }
    const dated = ['青禾日报', '首页', '阳台种植系列之三', '偷番茄的鸟', '2021-05-08'];
    expect(titleOf(dated, { title: '偷番茄的鸟' }).title).toBe('偷番茄的鸟');
  });
});

describe('textFields', () => {
  it('takes no title for who wrote it', () => {
    const lines = ['青禾论坛 -> 阳台', '打印', '阳台上的番茄小记', '东墙的阿满', '举人'];
    const counts = '帖子 1203 精华 4 积分 5530';
    const posted = '1# 大 中 小 发表于 2009-8-3 22:41 只看该作者';

    expect(titleOf([...lines, counts, posted], { author: '阳台上的番茄小记' })).toMatchObject({
      title: '阳台上的番茄小记',
      author: '东墙的阿满',
    });
  });
});
