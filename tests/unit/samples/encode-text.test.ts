import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeText } from '#samples/encode-text.ts';

describe('encodeText', () => {
  it('writes gbk bytes as the standard has them', () => {
    const bytes = encodeText('校园A', 'gbk');

    expect([...bytes]).toEqual([0xd0, 0xa3, 0xd4, 0xb0, 0x41]);
  });

  it('writes big5 bytes as the standard has them', () => {
    const bytes = encodeText('一中B', 'big5');

    expect([...bytes]).toEqual([0xa4, 0x40, 0xa4, 0xa4, 0x42]);
  });

  it('writes a character the charset lacks as a numeric reference', () => {
    expect(encodeText('囧😀', 'gbk').toString('latin1')).toContain('&#128512;');
  });

  it('is undone by TextDecoder for every text of the charset', () => {
    const han = fc.string({
      unit: fc.integer({ min: 0x4e00, max: 0x9fa5 }).map(String.fromCharCode),
    });

    fc.assert(
      fc.property(han, (text) => {
        expect(new TextDecoder('gbk').decode(encodeText(text, 'gbk'))).toBe(text);
      }),
    );
  });
});
