import { describe, expect, it } from 'vitest';
import { blockText } from '#lib/clean/block.ts';
import { cutEditMarks } from '#lib/clean/lines/edit-marks.ts';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';

const unmarked = (lines: readonly string[]): string[] =>
  cutEditMarks(textBlocks(lines.join('\n'))).blocks.map(blockText);

const PROSE = '廊桥一般由桥台、桥身、廊屋三部分组成。';

describe('cutEditMarks', () => {
  it.each([' 编辑', '[编辑]', ' [编辑 | 编辑源代码]', '［编辑本段］', ' ▸编辑本节', '▲收起'])(
    'takes %s from behind headings',
    (mark) => {
      expect(unmarked([`结构${mark}`, PROSE, `历史${mark}`, PROSE])).toEqual([
        '结构',
        PROSE,
        '历史',
        PROSE,
      ]);
    },
  );

  it('takes the whole heading of a box that the next line says again, and the contents of an entry', () => {
    expect(unmarked(['结构及用途▲收起', '结构', PROSE, '历史▲收起', PROSE])).toEqual([
      '结构',
      PROSE,
      '历史',
      PROSE,
    ]);
    const entry = ['廊桥[编辑] [讨论4]', '1 结构', '2 历史', PROSE, '结构 ▸编辑本节', PROSE];
    expect(unmarked([...entry, '1 结构'])).toEqual([
      '廊桥',
      '2 历史',
      PROSE,
      '结构',
      PROSE,
      '1 结构',
    ]);
  });

  it('takes marks that nothing parts from the heading, and the contents with its heading', () => {
    const entry = ['目录', '1 结构', '2 历史', '结构播报编辑', PROSE, '历史播报编辑', PROSE];

    expect(unmarked(['廊桥', ...entry])).toEqual(['廊桥', '结构', PROSE, '历史', PROSE]);
    const listed = [
      '目录',
      '1结构',
      '▪桥台',
      '▪廊屋',
      '2历史',
      '结构编辑',
      PROSE,
      '历史编辑',
      PROSE,
    ];
    expect(unmarked(listed)).toEqual(['结构', PROSE, '历史', PROSE]);
    expect(unmarked(['目录', '三个村', '历史编辑本段', PROSE, '结构编辑本段', PROSE])).toEqual([
      '目录',
      '三个村',
      '历史',
      PROSE,
      '结构',
      PROSE,
    ]);
  });

  it('says which lines were headings and what was cut', () => {
    const { cuts, headings } = cutEditMarks(textBlocks(`结构 编辑\n${PROSE}\n历史 编辑`));

    expect([...headings]).toEqual(['line:1', 'line:3']);
    expect(cuts.map(({ reason }) => reason)).toEqual(['form', 'form']);
  });

  it.each([
    ['one such line', ['责任 编辑', PROSE]],
    ['rows of buttons', ['编辑 锁定 编辑', '收藏 编辑', PROSE]],
    ['an editor of a broadcast', ['他做播报编辑三年', '我也做播报，编辑', PROSE]],
    ['an editor, whose work stands in no contents', ['1 文字', '文字 编', '图片编辑', '责任编辑']],
    ['words that end so', ['本书编辑', '我和编辑', PROSE]],
  ])('leaves %s alone', (_, lines) => {
    expect(unmarked(lines)).toEqual(lines);
  });
});
