const EDITION =
  /(?:报|報|周刊|週刊|月刊|杂志|雜誌|期刊|导刊|画报)(?:社)?\s?(?:多媒体|全媒体)?(?:数字|數字|數位|电子|電子|网络|手机|在线)(?:版|报纸?|報紙?|刊|阅读|平台)$/u;

/** 某某晚报数字版: what a newspaper calls its pages on the web, the title of none of them. */
export function isEdition(name: string): boolean {
  return EDITION.test(name);
}
