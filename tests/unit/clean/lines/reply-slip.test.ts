import { describe, expect, it } from 'vitest';
import { scanLines } from '#lib/clean/lines/scan-lines.ts';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';

const CUT = '………………………………………………';
const FORM = '学生姓名：______________　班别：________';

/** Whether the line where the slip is cut off is judged to be the frame's. */
const isFrame = (lines: readonly string[]): boolean =>
  scanLines(textBlocks(lines.join('\n'))).some(({ text, frame }) => text === CUT && frame !== null);

describe('the line above the slip of a notice', () => {
  it('is the notice’s', () => {
    expect(isFrame(['校长　林晓', CUT, '回　条', FORM])).toBe(false);
    expect(isFrame(['校长　林晓', CUT, '回執', FORM])).toBe(false);
  });

  it('is a rule elsewhere', () => {
    expect(isFrame(['校长　林晓', CUT, '相关文章', FORM])).toBe(true);
    expect(isFrame(['校长　林晓', CUT, '回条', '明日交回'])).toBe(true);
  });
});
