import { describe, expect, it } from 'vitest';
import { inlineLinks } from '#lib/clean/lines/inline-links.ts';

describe('inlineLinks', () => {
  it('is the words of a link inside a sentence', () => {
    const spans = inlineLinks(
      '被告当日出具[借条](/ws/tj/)一份，载明借款期限一年，见[说明](https://example.com/a)，到期还清。',
    );

    expect(spans.map(({ text }) => text).join('')).toBe(
      '被告当日出具借条一份，载明借款期限一年，见说明，到期还清。',
    );
    expect(spans.filter(({ href }) => href).map(({ href }) => href)).toEqual([
      'https://example.com/a',
    ]);
  });

  it.each([
    '[食堂承包合同范本](/zl/7120.html)',
    '上一篇：[停车场租赁协议](/zl/cd/8790.html)',
    '方括号[1](见注释)不是链接，数组下标写作 a[0](x)，读者自己明白，不必多说。',
    '![图](https://example.com/a.png)图片不是链接，读者自己明白，不必多说什么，也不必改。',
  ])('leaves %s as it is', (line) => {
    expect(inlineLinks(line)).toEqual([{ text: line, marks: [] }]);
  });
});
