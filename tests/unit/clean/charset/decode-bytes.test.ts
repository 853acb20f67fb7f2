import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeBytes } from '#lib/clean/charset/decode-bytes.ts';

const SIMPLIFIED =
  '教育局教学工作交流材料。今年我局被区人大常委会列为被评议单位，充分体现了人大对教育工作的关心、支持和重视，也是我们接受监督、促进发展、展示部门形象的有利契机。';
const TRADITIONAL =
  '各位街坊：本邨第三座後門的行人通道因更換排水渠，將於下月四日至十八日期間封閉。施工期間，往返街市的居民可改用第二座旁的斜路，或乘搭地下大堂升降機至一樓平台。';
const JAPANESE =
  'これは日本語の文章です。東京都は日本の首都であり、人口は約千四百万人です。カタカナも使います。';
const KOREAN =
  '대한민국의 수도는 서울이다. 이 문장은 한국어로 쓰여 있으며 인코딩을 판별하기 위한 것이다.';
const RUSSIAN = 'Это русский текст, который нужен для проверки кодировки страницы.';
const FRENCH =
  "L'été dernier, nous avons passé trois semaines à la campagne où il faisait très chaud.";

const DECLARATIONS = [
  'text/html',
  'text/html; charset=utf-8',
  'text/html; charset="GB2312"',
  'text/html;charset=ISO-8859-1',
  'text/html; charset=big5',
  'text/html; charset=shift_jis',
  'text/html; charset=nonsense',
  'text/html; charset=hz-gb-2312',
];

const CASES: readonly (readonly [name: string, text: string, charset: string])[] = [
  ['simplified in GBK', SIMPLIFIED, 'gbk'],
  ['simplified in UTF-8', SIMPLIFIED, 'utf-8'],
  ['traditional in Big5 with Hong Kong characters', TRADITIONAL, 'big5hkscs'],
  ['traditional in UTF-8', TRADITIONAL, 'utf-8'],
  ['traditional in GBK', TRADITIONAL, 'gbk'],
  ['Japanese in Shift_JIS', JAPANESE, 'shift_jis'],
  ['Japanese in EUC-JP', JAPANESE, 'euc-jp'],
  ['Korean in EUC-KR', KOREAN, 'euc-kr'],
  ['Korean in UTF-8', KOREAN, 'utf-8'],
  ['French in UTF-8', FRENCH, 'utf-8'],
  ['Russian in UTF-8', RUSSIAN, 'utf-8'],
];

describe.each(CASES)('%s', (_, text, charset) => {
  it.each(DECLARATIONS)('is read right when served as %s', (contentType) => {
    expect(decodeBytes(iconv.encode(text.repeat(3), charset), contentType).text).toBe(
      text.repeat(3),
    );
  });
});

describe('decodeBytes', () => {
  it('believes a byte order mark before anything else', () => {
    const bytes = iconv.encode('时间', 'utf-16le', { addBOM: true });

    expect(decodeBytes(bytes, 'text/html; charset=gbk')).toMatchObject({
      text: '时间',
      charset: { name: 'utf-16le', from: 'bom', declared: 'gbk' },
    });
  });

  it.each(['utf-16le', 'utf-16be'])('recognises %s without a byte order mark', (name) => {
    const bytes = iconv.encode(`<p>${SIMPLIFIED}</p>`, name, { addBOM: false });

    expect(decodeBytes(bytes, null).charset).toMatchObject({ name, from: 'evidence' });
  });

  it('reads gb2312 as browsers do', () => {
    const bytes = iconv.encode('朱镕基说：一萬元，〇二三', 'gbk');

    expect(decodeBytes(bytes, 'text/html; charset=gb2312')).toMatchObject({
      text: '朱镕基说：一萬元，〇二三',
      charset: { name: 'gbk', from: 'http', declared: 'gb2312' },
    });
  });

  it('reads the four-byte characters of gb18030', () => {
    const text = `${SIMPLIFIED}𠀀㐀`;

    expect(decodeBytes(iconv.encode(text, 'gb18030'), 'text/html; charset=gb18030').text).toBe(
      text,
    );
  });

  it('trusts a short word in the charset it was declared in, although it is valid UTF-8', () => {
    expect(decodeBytes(iconv.encode('一一', 'gbk'), 'text/html; charset=gbk').text).toBe('一一');
  });

  it('finds the declaration in the page', () => {
    const page = `<html><head><!-- ${'x'.repeat(3000)} --><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head>`;

    expect(decodeBytes(iconv.encode(page + SIMPLIFIED, 'gbk'), 'text/html').charset).toMatchObject({
      name: 'gbk',
      from: 'meta',
    });
  });

  it('looks at the middle and the end: a head of ASCII decides nothing', () => {
    const page = `<html>${'<p class="x">plain</p>'.repeat(3000)}${SIMPLIFIED}${'<br>'.repeat(2000)}`;

    expect(decodeBytes(iconv.encode(page, 'gbk'), 'text/html; charset=utf-8').text).toBe(page);
  });

  it('keeps UTF-8 that was damaged in a few places', () => {
    const bytes = Buffer.from(SIMPLIFIED.repeat(20));
    bytes[300] = 0xff;

    expect(decodeBytes(bytes, 'text/html; charset=utf-8').charset.name).toBe('utf-8');
    expect(decodeBytes(bytes, 'text/html; charset=gbk').charset.name).toBe('utf-8');
  });

  it('says in one sentence what decided', () => {
    expect(
      decodeBytes(iconv.encode(SIMPLIFIED, 'gbk'), 'text/html; charset=utf-8').charset,
    ).toEqual({
      name: 'gb18030',
      from: 'evidence',
      declared: 'utf-8',
      why: expect.stringMatching(
        /^its characters are usual ones in gb18030 \(\d+ bits each\), and unusual in the utf-8 it was declared as \(\d+ bits\)$/u,
      ),
    });
    expect(decodeBytes(Buffer.from('plain'), 'text/html; charset=foo').charset.why).toContain(
      'the HTTP header says foo, which is no known charset',
    );
  });

  it('trusts single-byte charsets nobody else could have written', () => {
    const bytes = iconv.encode(RUSSIAN, 'windows-1251');

    expect(decodeBytes(bytes, 'text/html; charset=windows-1251').text).toBe(RUSSIAN);
    expect(decodeBytes(iconv.encode(FRENCH, 'latin1'), null).text).toBe(FRENCH);
  });

  it('reads ISO-2022-JP where it was declared', () => {
    const bytes = Buffer.from([0x1b, 0x24, 0x42, 0x46, 0x7c, 0x4b, 0x5c, 0x1b, 0x28, 0x42]);

    expect(decodeBytes(bytes, 'text/html; charset=iso-2022-jp').text).toBe('日本');
  });

  it('answers an empty text for no bytes', () => {
    expect(decodeBytes(new Uint8Array(), null)).toMatchObject({
      text: '',
      charset: { name: 'utf-8' },
    });
  });
});
