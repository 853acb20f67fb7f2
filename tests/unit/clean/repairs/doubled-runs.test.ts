import { describe, expect, it } from 'vitest';
import { applyEdits } from '#lib/clean/block.ts';
import { doubledPass } from '#lib/clean/repairs/doubled-runs.ts';
import { processorTime } from '../../../support/processor-time.ts';

const said = (line: string, others: readonly string[] = []): string =>
  applyEdits(line, doubledPass([line, ...others])(line));
const SLIDES = [
  '洗手洗手七步法七步法：：内外夹弓内外夹弓大立腕大立腕',
  '看包装看包装是否是否破损破损，，看日期看日期是否清晰是否清晰',
  '中心温度中心温度达到达到七十摄氏度七十摄氏度以上以上',
];

describe('runs said twice', () => {
  it('are said once', () => {
    expect(said('20002000年年8 8月月2424日发布了日发布了')).toBe('2000年8月24日发布了');
    expect(said('工作总结工作总结报告报告汇报汇报人人')).toBe('工作总结报告汇报人');
  });

  it('are said once in short lines too, on a page that is proved to say things twice', () => {
    expect(said('一、个人卫一、个人卫生生', SLIDES)).toBe('一、个人卫生');
    expect(said('一、个人卫一、个人卫生生')).toBe('一、个人卫一、个人卫生生');
    expect(said('高高兴兴上学', SLIDES)).toBe('高高兴兴上学');
  });

  it.each([
    '研究研究、讨论讨论、商量商量、收拾收拾',
    '高高兴兴高高兴兴高高兴兴',
    '高高兴兴上学校，开开心心回家来',
    '哈哈哈哈哈哈哈哈哈哈',
    '————————————————',
    '人人为我，我为人人',
    '1010101010101010',
    '谢谢谢谢谢谢谢谢，谢谢大家',
  ])('stay where language doubles: %s', (line) => {
    expect(said(line)).toBe(line);
  });

  it('are looked for in linear time', () => {
    const line = 'ab'.repeat(50_000);

    expect(processorTime(() => void doubledPass([line])(line))).toBeLessThan(2_000);
  });
});
