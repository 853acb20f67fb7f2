import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { decodeBytes } from '#lib/clean/charset/decode-bytes.ts';

const contentType = fc.option(
  fc.oneof(
    fc.string(),
    fc
      .constantFrom('utf-8', 'gbk', 'big5', 'x', '', '"', 'utf-16', 'replacement')
      .map((charset) => `text/html; charset=${charset}`),
  ),
);

it('never throws, whatever the bytes and the header', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000 }), contentType, (bytes, header) => {
      const { text, charset } = decodeBytes(bytes, header);

      expect(typeof text).toBe('string');
      expect(charset.why.length).toBeGreaterThan(0);
    }),
  );
});

it('reads any UTF-8 text of some length as what it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 5 }), (text) => {
      const page = `汉字和平民主富强文明${text}`;

      expect(decodeBytes(Buffer.from(page), 'text/html; charset=gbk').text).toBe(
        page.startsWith('\uFEFF') ? page.slice(1) : page.toWellFormed(),
      );
    }),
  );
});

it('reads Chinese in GBK right under any declaration', () => {
  const word = fc.constantFrom(
    '工作',
    '我们',
    '的',
    '教育',
    '发展',
    '。',
    '，',
    '一年来',
    '领导',
    '学校',
    '12',
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: 12, maxLength: 200 }), contentType, (words, header) => {
      const text = words.join('');

      expect(decodeBytes(iconv.encode(text, 'gbk'), header).text).toBe(text);
    }),
  );
});
