import { describe, expect, it } from 'vitest';
import {
  decodeKeepingLoneBytes,
  gbkCode,
  gbkUnit,
  loneByte,
} from '#lib/clean/repairs/gbk-codec.ts';

describe('gbkCode and gbkUnit', () => {
  it('are inverse for every character of GBK', () => {
    for (let unit = 0x80; unit < 0x10000; unit += 1) {
      const code = gbkCode(unit);
      if (code !== 0) expect(gbkUnit(code >> 8, code & 0xff)).toBe(unit);
    }
  });

  it('say 0 for what GBK has not', () => {
    expect(gbkCode('한'.charCodeAt(0))).toBe(0);
    expect(gbkUnit(0xa1, 0x20)).toBe(0);
  });
});

describe('decodeKeepingLoneBytes', () => {
  it('equals the platform decoder where no byte is alone', () => {
    const bytes = Uint8Array.from([0x41, 0xd0, 0xa3, 0xa1, 0xa3, 0x81, 0x30, 0x81, 0x30, 0x0a]);

    expect(decodeKeepingLoneBytes(bytes)).toBe(new TextDecoder('gb18030').decode(bytes));
  });

  it('keeps the byte that is half of no character', () => {
    const text = decodeKeepingLoneBytes(Uint8Array.from([0xc4, 0xd3, 0xd0, 0x39, 0xb4, 0xce]));

    expect(text).toBe('挠\uf7d09次');
    expect(loneByte(text.charCodeAt(1))).toBe(0xd0);
  });
});
