import { describe, expect, it } from 'vitest';
import { scanLines } from '#lib/clean/lines/scan-lines.ts';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';
import { authorBelow } from '#lib/clean/lines/text-head.ts';

const MENU = ['柳河论坛', '用户名 自动登录 找回密码', '论坛Portal 活动 装备跳蚤市场'];
const POST = ['当前离线', '1#', '发表于 2016-5-3 22:18:40 | 只看该作者', '五一走了一趟环线。'];

/** Who wrote, where the first line was taken for the title. */
const authorOf = (...lines: readonly string[]): string | null => {
  const scanned = scanLines(textBlocks(lines.join('\n')));
  return authorBelow(scanned, 0, lines.indexOf('1#'));
};

describe('authorBelow', () => {
  it('reads the name above the first post, not the menu above the title', () => {
    const path = '柳河论坛›论坛›线路攻略›环线两日徒步记录';

    expect(authorOf(...MENU, path, '环线两日徒步记录 [复制链接]', '石头', ...POST)).toBe('石头');
    expect(authorOf(...MENU, path, '石头', ...POST)).toBe('石头');
  });

  it('reads it right below the title where no path stands between', () => {
    expect(authorOf('环线两日徒步记录', '石头', ...POST)).toBe('石头');
  });
});
