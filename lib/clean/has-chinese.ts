const CHINESE = /[\u2e80-\u9fff\uf900-\ufaff\ud840-\ud88f]/;

/** Whether a text has a character of Chinese writing: most words of the genre have one, so other lines are spared their rules. */
export function hasChinese(text: string): boolean {
  return CHINESE.test(text);
}
