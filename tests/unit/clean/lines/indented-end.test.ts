import { describe, expect, it } from 'vitest';
import { keepIndented } from '#lib/clean/lines/indented-end.ts';
import { scanLines } from '#lib/clean/lines/scan-lines.ts';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';

const PARAGRAPH = '　　铺子不到八十尺，门口挂满信箱和水桶，他坐在中间敲了五十八年白铁。';
const TEXT = [PARAGRAPH, PARAGRAPH, PARAGRAPH, PARAGRAPH];
const SHOP = ['　　穆记白铁', '　　地址：石桥街某号地下', '　　营业时间：上午十时至下午六时'];
/** The lines below the paragraphs that it keeps. */
const belowOf = (below: readonly string[], text: readonly string[] = TEXT): string[] => {
  const lines = ['渡口日报', ...text, ...below];
  const kept = lines.map((_, at) => at > 0 && at <= text.length);
  keepIndented(scanLines(textBlocks(lines.join('\n'))), kept);
  return lines.filter((_, at) => at > text.length && kept[at]);
};

describe('keepIndented', () => {
  it('keeps what is set as the paragraphs above it are', () => {
    expect(belowOf([...SHOP, '摄影：本报记者', '下载渡口日报客户端'])).toEqual(SHOP);
  });

  it.each([
    ['nothing else is set otherwise', SHOP],
    ['the frame below is indented too', [...SHOP, '分享到', '　　相关内容', '关于我们']],
    ['the indent is smaller', [' 投一票   献花', '渡口日报']],
    ['words of a frame stand there', ['　　责任编辑：林知微', '渡口日报']],
    ['it is a long list', [...Array<string>(9).fill('　　渡口旧事'), '渡口日报']],
  ])('keeps nothing where %s', (_, below) => {
    expect(belowOf(below)).toEqual([]);
  });

  it('keeps nothing below a text without indents, or of few paragraphs', () => {
    const bare = TEXT.map((line) => line.trim());
    expect(belowOf([...SHOP, '渡口日报'], bare)).toEqual([]);
    expect(belowOf([...SHOP, '渡口日报'], TEXT.slice(2))).toEqual([]);
  });
});
