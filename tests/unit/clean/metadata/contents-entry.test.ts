import { describe, expect, it } from 'vitest';
import { isInContents } from '#lib/clean/metadata/contents-entry.ts';

const rows = (...texts: string[]) => texts.map((text) => ({ text }));

describe('isInContents', () => {
  it('knows the entries below their heading', () => {
    const lines = rows('油纸伞', '目录', '1 沿革', '1.1 明代', '2 工艺');
    expect([0, 1, 2, 3, 4].map((at) => isInContents(lines, at))).toEqual([
      false,
      false,
      true,
      true,
      true,
    ]);
  });

  it('leaves numbers that stand below no table of contents', () => {
    expect(isInContents(rows('目录', '油纸伞', '1 沿革'), 2)).toBe(false);
    expect(isInContents(rows('3 月的雨'), 0)).toBe(false);
    expect(isInContents(rows('目录学讲义', '1 沿革'), 1)).toBe(false);
  });
});
