import { describe, expect, it } from 'vitest';
import { monthFirstBy } from '#lib/clean/metadata/either-order.ts';

describe('monthFirstBy', () => {
  const by = (value: string, ...lines: string[]): boolean | null =>
    monthFirstBy(value, () => lines);

  it('reads a date in the order in which the page says the same day', () => {
    expect(by('11/01/2023 12:43:42', 'Erstellt am: 01.11.2023')).toBe(true);
    expect(by('11/01/2023', '发布时间：2023年1月11日')).toBe(false);
  });

  it('does not decide where the page does not', () => {
    expect(by('11/01/2023')).toBeNull();
    expect(by('11/01/2023', 'Datum: 11/01/2023')).toBeNull();
    expect(by('11/01/2023', '01.11.2023', '11.01.2023')).toBeNull();
    expect(by('11/13/2023', '11.01.2023')).toBeNull();
    expect(by('11/11/2023', '11.11.2023')).toBeNull();
    expect(by('2023-11-01', '01.11.2023')).toBeNull();
  });
});
