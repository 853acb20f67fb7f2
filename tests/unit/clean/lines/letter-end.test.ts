import { describe, expect, it } from 'vitest';
import { keepClosing } from '#lib/clean/lines/letter-end.ts';
import { scanLines } from '#lib/clean/lines/scan-lines.ts';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';

const TEXT = '盼望有机会到贵厂的铸造车间工作，把三年学来的手艺用上。';
/** The lines below the text that it keeps. */
const belowOf = (below: readonly string[], text = TEXT): string[] => {
  const lines = [text, ...below];
  const kept = lines.map((_, at) => at === 0);
  keepClosing(scanLines(textBlocks(lines.join('\n'))), kept);
  return lines.filter((_, at) => at > 0 && kept[at]);
};

describe('keepClosing', () => {
  it.each([
    ['the wish and who signs', ['祝贵厂蒸蒸日上！', '自荐人：×××']],
    ['who signs, and the date', ['辞职人：林小芹', '2014年3月2日']],
    ['who signs alone', ['立据人：穆师傅']],
  ])('keeps %s', (_, below) => {
    expect(belowOf([...below, '相关推荐：', '自荐信三篇'])).toEqual(below);
  });

  it('keeps who signs a notice and who took the minutes', () => {
    expect(belowOf(['教務組 敬啟', '上一則：停課公告'])).toEqual(['教務組 敬啟']);
    expect(belowOf(['记录：镇党政办', '豆友_8830'], '参会人员：各村河长、保洁公司负责人')).toEqual([
      '记录：镇党政办',
    ]);
    expect(belowOf(['记录：12条', '教务组'])).toEqual([]);
  });

  it('keeps the body whose rules they are', () => {
    const rules = '第九条 本办法自成员大会通过之日起施行。';
    expect(belowOf(['石桥柑橘专业合作社', '相关文章', '合作社章程'], rules)).toEqual([
      '石桥柑橘专业合作社',
    ]);
  });

  it('keeps how a speech ends', () => {
    const speech = '各位老师、同学们：';

    expect(belowOf(['最后，预祝大会圆满成功！', '【开幕词】相关文章：'], speech)).toEqual([
      '最后，预祝大会圆满成功！',
    ]);
    expect(belowOf(['祝您阅读愉快！', '相关文章：'], speech)).toEqual([]);
    expect(belowOf(['最后，预祝大会圆满成功！', '相关文章：'])).toEqual([]);
  });

  it.each([
    ['a wish of the site', ['祝大家阅读愉快！', '相关推荐：', '自荐信三篇']],
    ['a wish above the day of the page', ['祝您工作顺利！', '2014-03-02']],
    ['who put it on the site', ['上传人：石桥', '录入人：admin', '责任人：穆师傅']],
    ['a body at the foot of the page', ['石桥县人民政府办公室', '地址：石桥县石桥街1号']],
    ['a body with a list of others', ['石桥柑橘专业合作社', '渡口油茶专业合作社', '相关文章']],
  ])('keeps no line of %s', (_, below) => {
    expect(belowOf(below)).toEqual([]);
  });
});
