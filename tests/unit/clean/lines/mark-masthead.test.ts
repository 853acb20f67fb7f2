import { describe, expect, it } from 'vitest';
import { markMasthead } from '#lib/clean/lines/mark-masthead.ts';
import { scanLines } from '#lib/clean/lines/scan-lines.ts';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';
import type { RemovalReason } from '#lib/model/removal.ts';

const PROSE = '上个礼拜天，我陪父亲去镇上吃馄饨，店面重新装修过。';
const marked = (texts: readonly string[]): string[] => {
  const lines = scanLines(textBlocks(texts.join('\n')));
  const reasons = new Map<number, RemovalReason>();
  markMasthead(lines, reasons);
  return [...reasons.keys()].map((at) => texts[at] ?? '');
};

describe('the strip of a column above its text', () => {
  it.each([
    '灯下夜航 第 188 期 | 每晚九点，陪你十分钟',
    '第188期｜每晚九点陪你读书',
    'Vol.32 · 慢慢读',
    '一日一诗 第一百二十夜 | 与你共读',
    '每晚九点 | 陪你读一篇好文',
    '这是灯下夜航陪你的第 1024 天',
  ])('goes: %s', (line) => {
    expect(marked([line, PROSE])).toEqual([line]);
  });

  it('goes with its second line, and only at the top', () => {
    const strip = ['第188期｜每晚九点陪你读书', '这是我们陪你的第 1024 天'];

    expect(marked([...strip, PROSE])).toEqual(strip);
    expect(marked([PROSE, ...strip, PROSE])).toEqual([]);
  });

  it.each([
    ['the head of a bulletin', '工作简报 第12期'],
    ['a chapter', '第三回 | 王婆贪贿说风情。'],
    ['a sentence', '每天晚上九点，我都在路口等你，直到末班车过去。'],
    ['a line without text below', '第188期｜每晚九点陪你读书'],
  ])('is none: %s', (name, line) => {
    expect(marked(name === 'a line without text below' ? [line] : [line, PROSE])).toEqual([]);
  });
});
