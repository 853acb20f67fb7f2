/** Longer lines are prose. */
const LONGEST = 60;
/** Shorter names are words. */
const SHORTEST_NAME = 3;
/** 找讲稿先上…, 每日更新五十篇, 十万篇范文免费下载: what a site says of itself. */
const ADVERTISES =
  /(?:找|写|看|查|要|搜|学|下载|想找|想写)[^,。!?]{1,12}[,!]? ?(?:就|先|请|快|尽管|只要)?(?:上|来|到|找|搜|逛|用|认准|首选)|(?:每[日天周]|天天|日日|实时|不断)(?:都)?(?:更新|上新)|(?:[\d一二三四五六七八九十百千]{1,8}[万千]?|海量|百万|千万)(?:余|多)?(?:篇|份|套|个|部|字)?.{0,8}(?:免费|任你|任您|随便|随时|更新|下载|等你|等您)|应有尽有|一网打尽|(?:欢迎|请|记得|敬请)(?:大家|您|你)?(?:常来|再来|收藏|访问|光临|光顾|关注|认准|记住)|为(?:您|你)(?:服务|提供|准备)|(?:您|你)(?:身边|案头|写作)的|免费(?:下载|阅读|看|分享)|首选|值得(?:信赖|收藏)/u;
const ORNAMENTED = /^[※★☆◆◇●■▲▼♥→~*#=+\-—–_ ]{1,8}.+?[※★☆◆◇●■▲▼♥←~*#=+\-—–_ ]{1,8}$/u;
const QUOTES = /[“”「」『』《》"]/u;
const SENTENCE_END = /[。;:…]$/u;
/** A sentence of somebody about the site. */
const SPOKEN = /我|他|她|记者|编辑说|表示|据/u;

/**
 * ※找讲稿，先上某某文秘，每日更新五十篇※: a folded line in which the site, by one of its names, recommends itself. A sentence
 * about the site has an end; only ornaments at both ends make an advertisement of it.
 */
export function isSlogan(folded: string, names: readonly string[]): boolean {
  const line = folded.trim();
  if (line.length > LONGEST || QUOTES.test(line) || !ADVERTISES.test(line)) return false;
  if (!names.some((name) => name.length >= SHORTEST_NAME && line.includes(name))) return false;
  return ORNAMENTED.test(line) || !(SENTENCE_END.test(line) || SPOKEN.test(line));
}

/** 打开某某客户端即可投屏: what stands before the name of the site and behind it. */
const OPENS = /(?:打开|下载|安装|进入|登录|使用|关注|上|用)[“"「【[]?$/u;
const FOR =
  /^[”"」】\]]?(?:手机|电脑)?(?:客户端|app|小程序|手机版|公众号)[,! ]?(?:后)?(?:即可|就能|就可以?|便可|可以?|免费|直接|随时|看|听|领|享|抢)[^。;:]{1,24}$/u;
/** 1. 打开…, 方式二：下载…: a step of somebody's instructions. */
const STEP = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）).、]|第|步骤|方[式法]|先|请先)|[:：]/u;
const LONGEST_CALL = 80;

/**
 * 这一环节有三个小游戏，打开某某客户端即可投屏: a folded line in which the site, by one of its names, sends its reader to a
 * product of its own. `mentions` is how many lines of the text have a name: where others have it, too, the text is about it.
 */
export function isAppCall(
  folded: string,
  names: readonly string[],
  mentions: (name: string) => number,
): boolean {
  const line = folded.trim();
  if (line.length > LONGEST_CALL || STEP.test(line) || SPOKEN.test(line)) return false;
  return names.some((name) => {
    const at = line.indexOf(name);
    if (at < 0 || !FOR.test(line.slice(at + name.length))) return false;
    return OPENS.test(line.slice(0, at)) && mentions(name) === 1;
  });
}
