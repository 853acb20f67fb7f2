/** What a mark of the site says beside its name. */
export const SAYS =
  /^(?:来源|来自|本文来自|转自|转载自|转载请注明|首发|首发于|收集|整理|收集整理|提供|小说|小说网|欢迎您|免费|阅读|更新|最快|手机版|网址|原创|发布|www|https?|[:：,，\s/.])*$/iu;

const PRECEDES = /(?:转载请注明(?:出自|来自)?|(?:本文)?(?:来源|来自)[:：]?)$/u;
const PRECEDES_REACH = 8;
const FOLLOWS = /^ ?(?:首发|收集整理|整理|提供|小说|版权所有|收藏|收录|收集|发布|原创|制作|上传)/u;
const FOLLOWS_REACH = 8;
const SPACES = /\s/g;

/** Length of the words before `at` that lead to a name, 0 without any: 转载请注明来自, 来源：. */
export function leadLength(text: string, at: number): number {
  return lengthOf(PRECEDES, text.slice(Math.max(0, at - PRECEDES_REACH), at));
}

/** Length of the words from `at` on by which a site claims the text, 0 without any: 首发, 收集整理. */
export function claimLength(text: string, at: number): number {
  return lengthOf(FOLLOWS, text.slice(at, at + FOLLOWS_REACH));
}

/** The text with nothing between its characters, as names are compared. */
export function withoutSpaces(text: string): string {
  return text.replace(SPACES, '');
}

function lengthOf(pattern: RegExp, text: string): number {
  return pattern.exec(text)?.[0].length ?? 0;
}
