/**
 * Characters no reader sees and some abuse: C0 and C1 controls but tab and newline, bidirectional
 * embeddings, overrides and isolates (Trojan Source, CVE-2021-42574), byte order marks inside the text.
 */
const UNSEEN = /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/gu;
const LINE_BREAKS = /\r\n?|[\u2028\u2029]/gu;

/** All of them, lone surrogates, and line breaks but \n: most texts have none. */
const UNUSUAL = /[^\P{Cc}\t\n]|[\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]|\p{Cs}/u;

/** Text without characters nobody should be sent; line breaks of any kind become \n, lone surrogates U+FFFD. */
export function printable(text: string): string {
  if (!mayBeUnusual(text) || !UNUSUAL.test(text)) return text;
  return text.replace(LINE_BREAKS, '\n').replace(UNSEEN, '').toWellFormed();
}

/** A quick look before the long one: nearly all texts are of ASCII and common characters. */
function mayBeUnusual(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x20 && code < 0x7f) continue;
    if (code < 0xa0 ? code !== 9 && code !== 10 : code >= 0x2028 && !isCommon(code)) return true;
  }
  return false;
}

/** From the end of the last of them below surrogates on. */
const isCommon = (code: number): boolean => code >= 0x206a && (code < 0xd800 || isFull(code));
const isFull = (code: number): boolean => code >= 0xff00 && code <= 0xffef;
