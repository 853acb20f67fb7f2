import { describe, expect, it } from 'vitest';
import { cutSiteTips } from '#lib/clean/lines/site-tips.ts';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';

const left = (frame: readonly string[], lines: readonly string[]): number => {
  const visible = textBlocks([...frame, ...lines].join('\n'));
  return cutSiteTips(visible.slice(frame.length), { visible, headTitle: null }).blocks.length;
};

describe('cutSiteTips', () => {
  const TEXT = ['第一条　清洗范围见附件。', '第二条　施工时间为夜间。'];

  it.each(['青契提示：签字前请核对对方的执照。', '【青契网温馨提示】：合同请打印两份。'])(
    'cuts what the site tells its readers: %s',
    (tip) => {
      expect(left(['青契网 >> 承揽合同'], [TEXT[0] ?? '', tip, TEXT[1] ?? ''])).toBe(2);
    },
  );

  it.each([
    [['青契网 >> 承揽合同'], '安全提示：施工前请断电。'],
    [['青契网 >> 承揽合同'], '青契提示灯：红色表示未通过。'],
    [['青石县图书馆 >> 公告'], '青石县图书馆提示：周一闭馆。'],
    [['承揽合同'], '青契提示：签字前请核对对方的执照。'],
  ])('leaves what others tell: %s %s', (frame, line) => {
    expect(left(frame, [TEXT[0] ?? '', line, TEXT[1] ?? ''])).toBe(3);
  });
});
