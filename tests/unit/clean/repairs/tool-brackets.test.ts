import { describe, expect, it } from 'vitest';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';
import { cutToolBrackets } from '#lib/clean/repairs/tool-brackets.ts';
import { toolSaid } from '#lib/clean/repairs/tool-words.ts';
import { processorTime } from '../../../support/processor-time.ts';
import { linesOf } from './lines.ts';

const left = (...lines: readonly string[]): string[] =>
  linesOf(cutToolBrackets(textBlocks(lines.join('\n'))).blocks);

describe('brackets of tools', () => {
  it.each([
    ['渡船每日两班。〔相关案例3篇〕', '渡船每日两班。'],
    ['渡船每日两班。〔条文释义〕〔相关案例12篇〕遇大雾停航。', '渡船每日两班。遇大雾停航。'],
    ['伤口不要碰水。【在线咨询医生】三天后换药。', '伤口不要碰水。三天后换药。'],
    [
      '他在地上畫出路來，［分享至Facebook］［分享至LINE］一步一步地講。',
      '他在地上畫出路來，一步一步地講。',
    ],
    ['渡口已修好。[查看大图]', '渡口已修好。'],
  ])('are cut: %s', (line, expected) => {
    expect(left(line)).toEqual([expected]);
  });

  it('are cut as a whole line, and as one word where it comes back', () => {
    expect(left('秋水至。', '（展开全部 复制原文 朗读）', '百川灌河。')).toEqual([
      '秋水至。',
      '百川灌河。',
    ]);
    expect(left('1 鱼洗净。[图片]', '2 下锅煎。[图片]广告', '3 装盘。')).toEqual([
      '1 鱼洗净。',
      '2 下锅煎。',
      '3 装盘。',
    ]);
  });

  it.each([
    ['【适应症】用于腹泻。', '【禁忌】尚不明确。'],
    ['第一条 定班次。【条文释义】本条定了班次。', '第二条 定票价。【条文释义】本条定了票价。'],
    ['【条文释义】', '本条定了班次。', '【相关案例】', '甲误了船。'],
    ['会叫妈妈了。【第6个月】会走路了。', '会叫爸爸了。【第7个月】会跑了。'],
    ['见渡口志。[注释]船以竹为之。', '见渡口志。[注释]篙以木为之。'],
    ['依据第77号文。〔2016〕年内施行。', '选出正确的一项。（参考答案）', '（一）总则。'],
    ['选中文件，点击【复制】【粘贴】即可。', '选中图片后，【分享】按钮变亮，【分享】菜单打开。'],
    ['船老大说完。[笑声]大家散了。', '他又说。[笑声]大家又坐下。'],
    ['出示荷花。（图片）说说你看到什么。', '出示荷叶。（图片）说说你想到什么。'],
    ['李四：[图片]', '张三：[图片]'],
    ['请看这张照片。[图片]'],
  ])('of documents stay: %j', (...lines) => {
    expect(left(...lines)).toEqual(lines);
  });
});

it('is linear', () => {
  const lines = ['渡船。[图片]', '渡船。〔相关案例3篇〕', '(展开全部 ', '【图片、', '[图片]'].map(
    (piece) => piece.repeat(20_000),
  );
  expect(processorTime(() => left(...lines))).toBeLessThan(2000);
});

it.each([
  ['相似案例41篇', 'tool'],
  ['登录后查看', 'tool'],
  ['複製連結', 'tool'],
  ['條件', null],
  ['引用法条', 'counter'],
  ['图片', 'button'],
  ['朗读', null],
  ['咨询医生的结果', null],
])('toolSaid of %s is %s', (words, said) => {
  expect(toolSaid(words)).toBe(said);
});
