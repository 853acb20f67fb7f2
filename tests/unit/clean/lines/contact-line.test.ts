import { describe, expect, it } from 'vitest';
import { isContact } from '#lib/clean/lines/contact-line.ts';

describe('isContact', () => {
  it.each([
    '联系方式：0790-5552093',
    '地　　址：县城大道1号',
    '采购人：县教育局',
    '监督电话: 12345',
    '聯絡人：關懷組 吳小姐',
    '電話：00-1122334　傳真：00-1122335',
  ])('knows the field %s', (line) => {
    expect(isContact(line)).toBe(true);
  });

  it.each(['他的联系方式：不详', '电话铃响了', '地址是他写的', '聯絡人不在'])(
    'is not led on by %s',
    (line) => {
      expect(isContact(line)).toBe(false);
    },
  );
});
