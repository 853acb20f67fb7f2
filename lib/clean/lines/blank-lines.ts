import type { LineClass } from './line-class.ts';

interface Framed {
  readonly text: string;
  readonly frame: LineClass | null;
}

/** Where a form or an examination has blanks in its lines, a line of nothing else is one to write on and no rule. */
export function withBlanks<T extends Framed>(lines: T[]): T[] {
  const isForm = lines.some(({ text }, at) => {
    if (!text.includes('___')) return false;
    return HAN.test(text) || ASKED.test(lines[at - 1]?.text ?? '');
  });
  if (!isForm) return lines;
  return lines.map((line, at) => {
    const isCut = TO_CUT_AT.test(line.text) && SLIP.test(lines[at + 1]?.text ?? '');
    return isCut || TO_WRITE_ON.test(line.text) ? { ...line, frame: null } : line;
  });
}

/** Where the slip below is cut off. */
const TO_CUT_AT = /^[…—─－\-·.✂✁ ]{6,200}$/u;
const SLIP = /^回\s{0,4}[执執条條联聯](?:[（(].{1,12}[）)])?$/u;

/** 父亲为什么不说话？（3分）: the answer is written below. */
const ASKED =
  /[？?]\s?[（(]\s?\d{1,2}\s?分\s?[)）]$|^(?:[（(]\d{1,2}[)）]|\d{1,2}[.、．]).{2,80}[？?]$/u;

const TO_WRITE_ON = /^_[_ \u3000]{5,200}$/u;
const HAN = /\p{sc=Han}/u;
