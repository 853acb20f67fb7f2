const SAYS =
  /^(?:来源|来自|本文来自|转自|转载自|转载请注明|首发于?|收集|整理|提供|小说网?|欢迎您|免费|阅读|更新|最快|手机版|网址|原创|发布|www|https?|[:：,，\s/.])*$/iu;
const MOTTO = /^[-–—_|·:：~～，,]{0,2}[^，。；！？,;!?]{2,16}$/u;
const SIGN = /^[-–—_|·:：~～，,]/u;
const LONGEST_SHORT = 12;
const SENTENCE_MARK = /[，。；！？]/;
const SPACES = /\s/g;

/** Are these words, beside the name of a site, nothing but what its marks say? 首发, 收集整理, http:// */
export function isMarkTalk(words: string): boolean {
  return SAYS.test(words);
}

/** -您的私人秘书: what a site says of itself behind its name and a sign. */
export function isMotto(words: string): boolean {
  return SIGN.test(words) && MOTTO.test(words);
}

/** What brackets say beside the names of the site, without blanks. */
export function besideNames(said: string, names: readonly string[]): string {
  let rest = said.replace(SPACES, '');
  for (const name of names) rest = rest.replaceAll(name, '');
  return rest;
}

/** Nothing but what marks say, or a few words of no sentence. */
export function saysNoMore(rest: string): boolean {
  return isMarkTalk(rest) || (rest.length <= LONGEST_SHORT && !SENTENCE_MARK.test(rest));
}
