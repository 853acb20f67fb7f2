import { describe, expect, it } from 'vitest';
import { readSiteName } from '#lib/clean/lines/site-name.ts';

describe('the name of the site in a line of the frame', () => {
  it.each([
    ['麦田作文首页', '麦田作文'],
    ['村干部竞聘演讲稿由麦田演讲稿整理,转载请保留链接', '麦田演讲稿'],
    ['麦田文档 maitianwd.example 专注文档分享', '麦田文档'],
  ])('%s', (line, name) => {
    expect(readSiteName(line)).toBe(name);
  });

  it.each(['返回首页', '网站首页', '参考文献 maitianwd.example', '资料由村委会整理，数字核对过。'])(
    '%s has none',
    (line) => {
      expect(readSiteName(line)).toBeNull();
    },
  );
});
