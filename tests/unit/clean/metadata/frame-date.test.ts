import { describe, expect, it, test } from 'vitest';
import { frameDates } from '#lib/clean/metadata/frame-date.ts';

describe('frameDates', () => {
  test.each([
    ['入库日期:2008-11-3 人次:1533', '2008-11-03', 'published'],
    ['上架:2017/5/9', '2017-05-09', 'published'],
    ['写于 2019/04/12 21:33 ・ 约 430 字', '2019-04-12T21:33', 'published'],
    ['更新于 2023-08-14', '2023-08-14', 'changed'],
    ['本文由会员 稻香村 于 2016年5月30日 贡献', '2016-05-30', 'none'],
    ['今天是 2024-03-02 星期六', '2024-03-02', 'other'],
    ['前一篇 2022年3月9日', '2022-03-09', 'other'],
    ['【施行日期】2014.03.12', '2014-03-12', 'other'],
    ['3. 岚溪县志 ．岚溪网[引用日期2013-10-22]', '2013-10-22', 'other'],
    ['检索日期：2013-10-22', '2013-10-22', 'other'],
    ['發布日期：113-09-20', '2024-09-20', 'published'],
    ['公告日期 108年5月23日', '2019-05-23', 'published'],
  ])('says what the day of %j is', (line, iso, role) => {
    expect(frameDates(line)).toMatchObject([{ iso, role }]);
  });

  test.each(['電話 113-09-20', '日期：113-13-20', '2019年的工作', '发布日期：2021-02-30'])(
    'finds no day in %j',
    (line) => {
      expect(frameDates(line)).toEqual([]);
    },
  );

  it('reads no prose', () => {
    expect(frameDates(`2019年3月5日，${'我们走访了村民。'.repeat(30)}`)).toEqual([]);
  });
});
