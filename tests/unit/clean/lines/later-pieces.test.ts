import { describe, expect, it } from 'vitest';
import { laterPieces } from '#lib/clean/lines/later-pieces.ts';

const START = [
  '植树节演讲稿篇一',
  '老师们：春天到了，我们一起种树。',
  '植树节演讲稿篇二',
  '同学们：一棵树要十年才能成材。',
];
const LIST = ['看了“植树节演讲稿”的人还看了：', '1.护林倡议书', '2.植树活动方案'];
const THIRD = ['植树节演讲稿篇三', '各位同学：', '今天我只讲一件小事，讲完就去挖坑。'];
const FOUND = THIRD.map((line) => [...START, ...LIST, ...THIRD].indexOf(line));

const later = (lines: readonly string[], kept = START.length): number[] =>
  laterPieces(
    lines,
    lines.map((_, at) => at < kept),
  );

describe('laterPieces', () => {
  it('finds the next piece below a list of other documents', () => {
    expect(later([...START, ...LIST, ...THIRD])).toEqual(FOUND);
  });

  it('ends where a line only frames have', () => {
    const lines = [
      ...START,
      ...LIST,
      ...THIRD,
      '版权所有 © 2016 河岸范文网',
      '别的文字说了一大段话。',
    ];
    expect(later(lines)).toEqual(FOUND);
  });

  it.each([
    ['a list of other collections', ['植树节演讲稿篇三', '植树节演讲稿篇四', '护林演讲稿篇一']],
    ['another number', ['植树节演讲稿篇五', ...THIRD.slice(1)]],
    ['another collection', ['护林演讲稿篇三', ...THIRD.slice(1)]],
  ])('leaves %s', (_, below) => {
    expect(later([...START, ...LIST, ...below])).toEqual([]);
  });

  it('leaves what stands below one piece alone', () => {
    expect(later([...START.slice(0, 2), ...LIST, START[2] ?? '', START[3] ?? ''], 2)).toEqual([]);
  });
});
