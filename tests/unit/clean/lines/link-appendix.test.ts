import { describe, expect, it } from 'vitest';
import { linkAppendix } from '#lib/clean/lines/link-appendix.ts';

const startOf = (lines: readonly string[]): number => linkAppendix(lines.map((text) => ({ text })));

describe('linkAppendix', () => {
  it('begins at the heading of the addresses a console browser lists', () => {
    const lines = [
      '你上去以后',
      'References',
      'Visible links',
      '1. http://a.example/',
      '2. file:///b',
    ];

    expect(startOf(lines)).toBe(1);
  });

  it('is none where a document lists its references', () => {
    expect(startOf(['正文。', 'References', '1. http://a.example/'])).toBe(3);
    expect(startOf(['正文。'])).toBe(1);
    expect(startOf([])).toBe(0);
  });
});
