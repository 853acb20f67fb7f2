import { describe, expect, it, test } from 'vitest';
import { partInnerPath } from '#lib/clean/metadata/inner-path.ts';
import { processorTime } from '../../../support/processor-time.ts';

describe('partInnerPath', () => {
  test.each([
    [
      '竹簡新聞稿平台 企業登入 常見問題 目前位置：首頁 ＞ 農業 ＞ 內容',
      ['竹簡新聞稿平台 企業登入 常見問題', '目前位置：首頁 ＞ 農業 ＞ 內容'],
    ],
    [
      '今天是2020年4月21日 您现在的位置: 首页 > 总结',
      ['今天是2020年4月21日', '您现在的位置: 首页 > 总结'],
    ],
    ['竹简局 网站首页 当前栏目：动态 » 基层', ['竹简局 网站首页', '当前栏目：动态 » 基层']],
  ])('parts menu and path of %j', (line, parts) => {
    expect(partInnerPath(line)).toEqual(parts);
  });

  test.each([
    '当前位置：首页 > 总结',
    '公司地理位置：东临国道，西靠河堤。',
    '招聘 岗位：保安 工作位置：县城南门口的新车站候车大厅一楼东侧值班室',
    '竹简网 首页 总结',
  ])('leaves %j', (line) => {
    expect(partInnerPath(line)).toEqual([line]);
  });

  it('is linear', () => {
    const time = processorTime(() => {
      partInnerPath('当前位置 '.repeat(50_000));
      partInnerPath(' '.repeat(100_000));
    });
    expect(time).toBeLessThan(500);
  });
});
