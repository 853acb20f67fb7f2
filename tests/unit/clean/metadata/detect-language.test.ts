import { describe, expect, test } from 'vitest';
import { detectLanguage } from '#lib/clean/metadata/detect-language.ts';

describe('detectLanguage', () => {
  test.each([
    ['今年我局被列为被评议单位，充分体现了人大对教育工作的关心、支持和重视。', '', 'zh-Hans'],
    ['本邨第三座後門的行人通道因更換排水渠，將於下月四日至十八日期間封閉。', '', 'zh-Hant'],
    ['本邨第三座後門的行人通道因更換排水渠，將於下月四日至十八日期間封閉。', 'zh-CN', 'zh-Hant'],
    ['一二三', 'zh-TW', 'zh-Hant'],
    ['一二三', 'zh-CN', 'zh-Hans'],
    ['これは日本語の文章です。漢字もあります。', '', 'ja'],
    ['이것은 한국어 문장입니다.', '', 'ko'],
    ['Это предложение на русском языке.', '', 'ru'],
    ['Це речення українською мовою.', 'uk', 'uk'],
    ['Thank you for inviting me to speak to the class that I was told to keep short.', '', 'en'],
    ['Thank you for inviting me to speak to the class that I was told to keep short.', 'de', 'en'],
    ['Das ist ein Satz, der nicht sehr lang ist und in der deutschen Sprache steht.', 'en', 'de'],
    ['Ceci est une phrase qui est écrite dans la langue de Molière et pas plus.', '', 'fr'],
    ['Esta es una frase que se escribe en la lengua de Cervantes y no es muy larga.', '', 'es'],
    ['Questa è una frase che non è molto lunga ma che si legge con piacere nella sera.', '', 'it'],
    ['To jest zdanie, które nie jest długie, ale jest po polsku i tylko tyle.', '', 'pl'],
    ['Short', 'fr-CA', 'fr'],
    ['', 'en', 'en'],
    ['', '', null],
    ['12345 67890', '', null],
  ])('says of %j with lang %j: %j', (text, declared, language) => {
    expect(detectLanguage(text, declared)).toBe(language);
  });
});
