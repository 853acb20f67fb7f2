import { describe, expect, it } from 'vitest';
import { applyEdits } from '#lib/clean/block.ts';
import { invisibleEdits } from '#lib/clean/repairs/invisible-characters.ts';

const seen = (line: string): string => applyEdits(line, invisibleEdits(line));

describe('invisible characters', () => {
  it.each([
    ['zero-width between characters', '政\u200b策\u200c如\u2060有\ufeff调整', '政策如有调整'],
    ['soft hyphens', 'trans\u00adfor\u00admation', 'transformation'],
    ['directional marks in Chinese', '价\u202e格\u202c\u200e表', '价格表'],
    ['variation selectors between Chinese characters', '邊\ufe00界\udb40\udd00', '邊界'],
  ])('go: %s', (_, line, expected) => {
    expect(seen(line)).toBe(expected);
  });

  it.each([
    ['a joined emoji', '一家👨\u200d👩\u200d👧人'],
    ['an emoji with skin colour and style', '👍🏽 ❤\ufe0f ☺\ufe0f 1\ufe0f\u20e3'],
    ['the flag of Scotland', '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'],
    ['Persian', 'می\u200cخواهم'],
    ['Devanagari', 'क्\u200dष'],
    ['Arabic with a mark of direction', 'سعر\u200f: 5'],
  ])('stay in %s', (_, line) => {
    expect(seen(line)).toBe(line);
  });
});
