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
  if (!UNUSUAL.test(text)) return text;
  return text.replace(LINE_BREAKS, '\n').replace(UNSEEN, '').toWellFormed();
}
