import { describe, expect, test } from 'vitest';
import { statedSites } from '#lib/clean/metadata/stated-sites.ts';
import { processorTime } from '../../../support/processor-time.ts';

const names = (line: string): string[] => statedSites(line).map(([name]) => name);

describe('statedSites', () => {
  test.each([
    ['欢迎光临竹简文书网', '竹简文书网'],
    ['发信站: 竹简BBS (2003年05月14日22:06:31 星期三)', '竹简BBS'],
    ['竹简文库 www.zhujian.example', '竹简文库'],
    ['下载竹疑铺APP 与百万人一起提问', '竹疑铺'],
    ['打开“竹简阅读”客户端', '竹简阅读'],
  ])('reads whom %j names', (line, name) => {
    expect(names(line)).toEqual([name]);
  });

  test.each(['下载APP', '打开手机客户端的设置', '请先下载竹疑铺APP', '竹简文库', ''])(
    'reads nobody in %j',
    (line) => {
      expect(names(line)).toEqual([]);
    },
  );

  test('is linear', () => {
    const time = processorTime(() => {
      for (const word of ['下载', '欢迎', '发信站:', '竹简 ']) statedSites(word.repeat(20_000));
    });
    expect(time).toBeLessThan(1000);
  });
});
