const DIGITS = '〇一二三四五六七八九';
const HAN_NUMERAL = /^[〇○零一二三四五六七八九十廿卅]+$/u;

/** 二〇二一 → 2021, 二十三 → 23, 廿三 → 23, 十 → 10; NaN for anything else. */
export function hanNumber(text: string): number {
  if (!HAN_NUMERAL.test(text)) return Number.NaN;
  const plain = text.replace(/[○零]/gu, '〇').replace(/廿/gu, '二十').replace(/卅/gu, '三十');
  const ten = plain.indexOf('十');
  if (ten < 0) return Number([...plain].map((char) => DIGITS.indexOf(char)).join(''));
  const tens = ten === 0 ? 1 : DIGITS.indexOf(plain.slice(0, ten));
  const ones = ten === plain.length - 1 ? 0 : DIGITS.indexOf(plain.slice(ten + 1));
  return tens < 0 || ones < 0 ? Number.NaN : tens * 10 + ones;
}
