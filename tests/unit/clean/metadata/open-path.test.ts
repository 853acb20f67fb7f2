import { describe, expect, it, test } from 'vitest';
import { openPath } from '#lib/clean/metadata/open-path.ts';

describe('openPath', () => {
  it('reads a path that lost its signs', () => {
    expect(openPath('首页 讲话稿 城建工作 正文')).toMatchObject({
      names: ['首页', '讲话稿', '城建工作', '正文'],
      strong: false,
    });
    expect(openPath('首页 公告 阅读全文')?.names).toHaveLength(3);
  });

  test.each([
    '首页 讲话稿 汇报材料 心得体会 登录',
    '讲话稿 城建工作 正文',
    '首页 正文',
    '首页 第3期 正文',
    '首页 一 二 三 四 五 正文',
    '',
  ])('takes %j for no path', (line) => {
    expect(openPath(line)).toBeNull();
  });
});
