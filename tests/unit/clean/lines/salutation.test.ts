import { describe, expect, it } from 'vitest';
import { keepSalutation } from '#lib/clean/lines/salutation.ts';
import { scanLines } from '#lib/clean/lines/scan-lines.ts';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';

const LETTER = '离开村小已经三年了，我还记得您在雪地里给我们扫出来的那条路。';
/** Whether a line right above the letter stays that the model takes for its own with this probability. */
const isKept = (above: string, probability = 0.35): boolean => {
  const kept = [false, false, true];
  const lines = scanLines(textBlocks(['首页 > 书信', above, LETTER].join('\n')));
  keepSalutation(lines, Float64Array.of(0.01, probability, 0.9), kept);
  return kept[1] === true;
};

describe('keepSalutation', () => {
  it.each(['亲爱的“青石小学”：', '敬爱的扫雪人:', '致三年前的自己：', '林老师：', '各位街坊！'])(
    'keeps %s',
    (line) => {
      expect(isKept(line)).toBe(true);
    },
  );

  it.each(['推荐阅读：', '一封信', '最佳答案：', '亲爱的你，我走了。雪停了：', '网友：'])(
    'leaves %s to the model',
    (line) => {
      expect(isKept(line)).toBe(false);
    },
  );

  it('keeps none that the model is sure of', () => {
    expect(isKept('尊敬的会员：', 0.05)).toBe(false);
  });
});
