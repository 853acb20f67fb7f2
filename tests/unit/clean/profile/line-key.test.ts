import { describe, expect, it } from 'vitest';
import { lineKey, normalLine } from '#lib/clean/profile/line-key.ts';

describe('normalLine', () => {
  it.each([
    ['本文共1,234字。', '本文共５６字'],
    ['檀溪書院，願你安好', '檀溪书院 愿你安好！'],
    ['【Page 12 of 300】', 'page 3 OF 4'],
    ['∷青藤文摘∷', '青 藤 文 摘'],
  ])('takes %s and %s for one', (a, b) => {
    expect(normalLine(a)).toBe(normalLine(b));
  });

  it('keeps apart what differs in its words', () => {
    expect(normalLine('本文共1234字')).not.toBe(normalLine('本文共1234页'));
  });
});

describe('lineKey', () => {
  it('is the first 64 bits of SHA-256', () => {
    // printf 本文共0字 | sha256sum
    expect(lineKey('本文共0字')).toMatch(/^[0-9a-f]{16}$/);
    expect(lineKey('')).toBe('e3b0c44298fc1c14');
  });
});
