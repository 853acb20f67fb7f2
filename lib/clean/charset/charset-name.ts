/** Spellings that no standard knows and servers send. */
const ALIASES: Readonly<Record<string, string>> = {
  utf8mb4: 'utf-8',
  'utf-8-sig': 'utf-8',
  'utf-8n': 'utf-8',
  utf_8: 'utf-8',
  utf: 'utf-8',
  'uft-8': 'utf-8',
  'gb-2312': 'gbk',
  gb2312_80: 'gbk',
  'gb2312-80': 'gbk',
  gb_2312: 'gbk',
  'gb-18030': 'gb18030',
  'gb18030-2000': 'gb18030',
  'gb18030-2005': 'gb18030',
  'gb18030-2022': 'gb18030',
  'big-5': 'big5',
  big5hk: 'big5',
  big5hkscs: 'big5',
  cp936: 'gbk',
  ms936: 'gbk',
  cp950: 'big5',
  cp949: 'euc-kr',
  cp932: 'shift_jis',
  'shift-jis': 'shift_jis',
  latin: 'windows-1252',
};

/** Labels of the `replacement` encoding (Encoding Standard, section 4.2): browsers refuse to read them. */
const REPLACEMENT = new Set([
  'csiso2022kr',
  'hz-gb-2312',
  'iso-2022-cn',
  'iso-2022-cn-ext',
  'iso-2022-kr',
  'replacement',
]);

const AROUND_LABEL = /^[\s"';,]{1,20}|[\s"';,]{1,20}$/gu;
const LONGEST_LABEL = 40;

/**
 * The charset a label means, as the Encoding Standard names it; null for a label nobody knows.
 * `replacement` for the labels browsers refuse: their bytes are judged by evidence.
 */
export function charsetName(label: string): string | null {
  const plain = label.slice(0, LONGEST_LABEL).replace(AROUND_LABEL, '').toLowerCase();
  if (plain === '') return null;
  if (REPLACEMENT.has(plain)) return 'replacement';
  const name = Object.hasOwn(ALIASES, plain) ? (ALIASES[plain] ?? plain) : plain;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return null;
  }
}
