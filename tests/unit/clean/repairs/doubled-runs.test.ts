import { describe, expect, it } from 'vitest';
import { applyEdits } from '#lib/clean/block.ts';
import { doubledEdits } from '#lib/clean/repairs/doubled-runs.ts';

const said = (line: string): string => applyEdits(line, doubledEdits(line));

describe('runs said twice', () => {
  it('are said once', () => {
    expect(said('20002000年年8 8月月2424日发布了日发布了')).toBe('2000年8月24日发布了');
    expect(said('工作总结工作总结报告报告汇报汇报人人')).toBe('工作总结报告汇报人');
  });

  it.each([
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
    const start = performance.now();
    doubledEdits(line);

    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
