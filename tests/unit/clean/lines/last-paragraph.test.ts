import { describe, expect, it } from 'vitest';
import { keepLastParagraphs } from '#lib/clean/lines/last-paragraph.ts';
import { scanLines } from '#lib/clean/lines/scan-lines.ts';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';

const TEXT = '这学期新来了六个孩子，我让每个老朋友认领一个新朋友。';
const LAST =
  '回头看，有笑声也有疲惫。下学期我想多读两本书，把拍下的照片写成短文，让孩子的成长看得见。';
/** Whether a line right below the text stays that the model takes for the document's with this probability. */
const isKept = (below: string, probability = 0.35): boolean => {
  const lines = scanLines(textBlocks([TEXT, below, '相关文章：'].join('\n')));
  const kept = [true, false, false];
  keepLastParagraphs(lines, Float64Array.of(0.9, probability, 0.01), kept);
  return kept[1] === true;
};

describe('keepLastParagraphs', () => {
  it('keeps a paragraph that the model is in doubt about', () => {
    expect(isKept(LAST)).toBe(true);
  });

  it('keeps one short sentence that the model is nearly sure of', () => {
    expect(isKept('开饭!', 0.44)).toBe(true);
    expect(isKept('开饭!', 0.38)).toBe(false);
    expect(isKept('开饭', 0.44)).toBe(false);
  });

  it.each([
    ['the model is sure of', LAST, 0.1],
    [
      'of one sentence',
      '茶是山的信，人是茶的客，喝茶的人走得再远，也总会有一天沿着水的香气慢慢走回来。',
      0.35,
    ],
    ['that is short', '慢慢来。比较快。', 0.35],
    ['that does not end', `${LAST}（未完`, 0.35],
    [
      'of the site',
      '本文由石桥范文网整理，仅供参考。更多范文请访问石桥范文网，祝您写作愉快，天天进步。',
      0.35,
    ],
  ])('keeps no line %s', (_, below, probability) => {
    expect(isKept(below, probability)).toBe(false);
  });

  it('passes a line of promotion and a heading, where the model is nearly sure', () => {
    const keptOf = (below: readonly string[], probabilities: readonly number[]): string[] => {
      const lines = scanLines(textBlocks([TEXT, ...below].join('\n')));
      const kept = [true, ...below.map(() => false)];
      keepLastParagraphs(lines, Float64Array.of(0.9, ...probabilities), kept);
      return below.filter((_, at) => kept[at + 1]);
    };
    const tip = ['小贴士', '绳子要先泡一夜，不泡容易断。结打在背风的一面，第二天再收紧。'];
    const asks = '更多编织教程,请关注微信公众号:石桥手作网(shiqiaosz)';

    expect(keptOf([asks, ...tip], [0.04, 0.42, 0.44])).toEqual(tip);
    expect(keptOf(tip, [0.42, 0.44])).toEqual(tip);
    expect(keptOf([asks, ...tip], [0.04, 0.2, 0.44])).toEqual([]);
    expect(keptOf([asks, ...tip], [0.04, 0.42, 0.3])).toEqual([]);
    expect(keptOf(['相关推荐', ...tip], [0.04, 0.42, 0.44])).toEqual([]);
  });
});
