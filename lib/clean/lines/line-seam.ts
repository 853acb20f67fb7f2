/** What stands between two lines that are joined: a blank between words, nothing in Chinese. */
export function seam(before: string, after: string): string {
  const inChinese = WIDE_END.test(before) || WIDE_START.test(after);
  const inNumber = DIGIT_END.test(before) && DIGIT_START.test(after) && HAN.test(before);
  return inChinese || inNumber ? '' : ' ';
}

const WIDE_END = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u2014-\u2026]$/;
const WIDE_START = /^[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u2014-\u2026]/;
const DIGIT_END = /[0-9]$/;
const DIGIT_START = /^[0-9]/;
const HAN = /\p{sc=Han}/u;
