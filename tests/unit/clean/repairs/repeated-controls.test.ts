import { describe, expect, it } from 'vitest';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';
import { cutRepeatedControls } from '#lib/clean/repairs/repeated-controls.ts';
import { linesOf } from './lines.ts';

const left = (lines: readonly string[]): string[] =>
  linesOf(cutRepeatedControls(textBlocks(lines.join('\n'))).blocks);

describe('controls behind every piece', () => {
  it('go as lines, whatever they count', () => {
    const lines = [
      '新的一年。',
      '复制♥ 3做成图',
      '把旧雪扫开。',
      '复制♥ 40做成图',
      '你好，一月。',
      '复制♥ 77做成图',
    ];

    expect(left(lines)).toEqual(['新的一年。', '把旧雪扫开。', '你好，一月。']);
  });

  it('go behind headings', () => {
    const lines = [
      '你怎么处理？编辑收起',
      '各位考官。',
      '你有什么想法？编辑 收起',
      '四个字。',
      '你如何回应？编辑收起',
    ];

    expect(left(lines)).toEqual([
      '你怎么处理？',
      '各位考官。',
      '你有什么想法？',
      '四个字。',
      '你如何回应？',
    ]);
  });

  it.each([
    ['a refrain', ['让我们荡起双桨', '小船儿推开波浪', '让我们荡起双桨', '让我们荡起双桨']],
    ['numbered headings', ['练习 1', '练习 2', '练习 3']],
    ['a line that is said twice', ['点赞 3 分享', '说明', '点赞 4 分享']],
    ['blanks to be filled in', ['回复日期：____', '回复日期：____', '回复日期：____']],
    ['sentences', ['他是一名编辑。', '他是一名编辑。', '他是一名编辑。']],
  ])('are not %s', (_, lines) => {
    expect(left(lines)).toEqual(lines);
  });
});
