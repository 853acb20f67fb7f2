import type { Edit } from '../block.ts';
import { hasChinese } from '../has-chinese.ts';
import { withComma } from '../repairs/watermarks.ts';
import { gluedSource } from './glued-source.ts';

/** A piece in brackets is looked at up to this length; longer ones are the author's. */
const LONGEST_PIECE = 90;
const SHORTEST_PIECE = 4;
/** So many places of one text are looked at: no document says it more often, and the search stays linear. */
const MOST_PLACES = 200;
const OPENING = /[（(【[〔［〖]/gu;
const CLOSING: Readonly<Record<string, string>> = {
  '（': '）)',
  '(': ')）',
  '【': '】',
  '[': ']',
  '〔': '〕',
  '［': '］',
  '〖': '〗',
};
const NESTED = /[（()）【】[\]〔〕［］〖〗]/u;

const ASKS =
  /(?:更多|其他|其它|全文|想(?:要)?(?:看|了解)).{0,40}(?:请|敬请|可|欢迎|尽在|就)?(?:访问|点击|关注|浏览|登[录陆]|搜索|查看|进入|参考|阅读|收藏|上)|(?:请|欢迎|敬请)(?:大家)?(?:访问|点击|关注|登[录陆]|浏览|收藏|光临|转载|注明).{0,40}|本文(?:来自|来源|由|转自|出自|摘自|转载自|首发)|(?:转载|引用)(?:请|自|须|务必)|(?:加|添加).{0,6}(?:微信|qq|QQ)|(?:微信|QQ|qq)(?:号|群)?[:：]? ?[A-Za-z0-9][A-Za-z0-9_-]{4,}|公众号|(?:整理|提供|收集|发布)(?:于|自|by)?.{0,12}(?:网|站|文库)|(?:网|站|文库).{0,20}(?:整理|提供|收集|首发|原创)|for more .{0,40}(?:visit|go to|see)|visit .{2,40}\.(?:com|org|net|cn) for/u;
/** 来源：某某范文网 www.… in brackets: a site that names itself and its address inside somebody's sentence. */
const SIGNED =
  /^(?:来源|文章来源|资料来源|摘自|选自|转自|出自)?[:： ]{0,2}[\p{Script=Han}\w]{0,16}(?:范文|作文|文章|文秘|公文|论文|课件|资料|教案|文库|写作|试题|下载|小说|学习)[\p{Script=Han}]{0,6}(?:网|站|库|吧)?[\s:：-]{0,3}(?:https?:\/\/|www\.|w ?w ?w ?\.)?[\w./ -]{0,60}$/iu;
const HAS_ADDRESS = /www\.|https?:\/\/|w ?w ?w ?\.|\.(?:com|cn|net|org|cc)\b/iu;

/** An authority or a company that sends its readers to its own pages: the document says so, not the site. */
export const OFFICIAL =
  /(?:政府|官方|政务|[局厅委署院部]|银行|大学|学校|公司|国家|协会|中心|集团)(?:的)?(?:门户)?(?:网站|网|官网|网上|公众号)|官网|网上办事|gov\.cn|edu\.cn|大厅|窗口|12\d{3}(?!\d)/u;

/** Without brackets: only whole phrases that no author writes. */
const BARE =
  /(?:百度搜索?|搜狗搜索|搜索)[“"「][^”"」]{2,24}[”"」](?:或|即可|,|，)?.{0,12}(?:即可|就能|可以)(?:找到|查看|免费阅读|阅读)(?:更多)?[^。！，,]{0,16}[。！]?|(?:更多|更多相关)[^。，,；！]{2,30}(?:请|敬请|尽在|欢迎)(?:访问|点击|关注|登[录陆]|浏览|收藏)?[^。！；]{2,40}(?:网|站|文库|栏目|频道|www\.[\w.]{4,40}|[（(][\w-]{2,30}\.(?:com|cn|net|org|cc|example)[)）])(?:[\w./]{0,40})(?:公众号|微信公众号|微信|官网|频道)?(?:查看|查阅|阅读|下载|浏览|获取|获得){0,3}[。！]?|\p{Script=Han}{0,8}尽在(?!互联网|网)[\p{Script=Han}A-Za-z0-9]{2,12}?(?:网|文库)(?:站(?!在|起|到|着|立))?|(?:本文|文章)(?:来自|来源于|由|转自|转载自|首发于|摘自)[^。，,；！]{2,24}(?:网|站|文库)(?:[（(]?(?:www\.|https?:\/\/)[\w./-]{4,60}[）)]?)?(?:整理|提供|收集|首发|发布){0,3}[。，！]?|返回\p{Script=Han}{2,8}(?:[，,]查看更多|(?:首页|频道)\s?(?:>{1,2}|»))|手机用户请(?:直接)?(?:浏览|访问|登[录陆]|到)[:： ]?(?:https?:\/\/)?(?:[\w-]{1,30}\.){1,4}[a-z]{2,8}(?=[\p{Script=Han}“《](?!读|览))(?!阅读|观看|进行)/uy;

const BARE_BEGINS =
  /百度|搜狗|搜索|更多|本文|文章|返回|手机用户请|(?<=[，。；！？,;!?])\p{Script=Han}{0,8}尽在/gu;

const QUOTE = /[“「『"‘]/u;
/** Lines longer than this are cut too, but each match is short: the search stays linear. */
const ANYTHING_PLAIN = /www|http|ww\.|QQ|qq|\.com|\.cn|visit|for more/;
const ANYTHING =
  /更多|尽在|返回|手机用户|记住|記住|更新|整理|来自|来源|搜索|访问|关注|微信|公众号|转载|点击|www|http|ww\.|QQ|qq|摘自|转自|出自|\.com|\.cn|范文|作文网|visit|for more/u;

/** Self-promotion inside a sentence: what to cut out so that the sentence reads on. */
export function findPromotions(text: string): Edit[] {
  if (!(hasChinese(text) ? ANYTHING : ANYTHING_PLAIN).test(text)) return [];
  const edits = bracketed(text);
  for (const edit of bare(text)) {
    if (!edits.some((one) => one.from < edit.to && edit.from < one.to)) edits.push(edit);
  }
  const comma = (edit: Edit): Edit => ({ ...withComma(text, edit), insert: edit.insert });
  return edits.map(comma).sort((a, b) => a.from - b.from);
}

function bracketed(text: string): Edit[] {
  const edits: Edit[] = [];
  let places = 0;
  for (const { 0: open, index } of text.matchAll(OPENING)) {
    const to = closingAt(text, index + 1, CLOSING[open] ?? '');
    if (to < 0) continue;
    if (isPromotion(text.slice(index + 1, to))) edits.push({ from: index, to: to + 1, insert: '' });
    places += 1;
    if (places >= MOST_PLACES) break;
  }
  return edits;
}

/** Where the piece that begins at `from` is closed; -1 if that is too near, too far or holds other brackets. */
function closingAt(text: string, from: number, closing: string): number {
  const end = Math.min(text.length, from + LONGEST_PIECE + 1);
  for (let at = from; at < end; at += 1) {
    const char = text.charAt(at);
    if (closing.includes(char)) return at - from >= SHORTEST_PIECE ? at : -1;
    if (NESTED.test(char)) return -1;
  }
  return -1;
}

function bare(text: string): Edit[] {
  const edits: Edit[] = [];
  let places = 0;
  let free = 0;
  for (const { index } of text.matchAll(BARE_BEGINS)) {
    if (index < free) continue;
    const length = gluedSource(text, index) || bareLength(text, index);
    // What is quoted is what the document speaks of.
    const isCut = length > 0 && !OFFICIAL.test(text.slice(index, index + length));
    if (isCut && !QUOTE.test(text.charAt(index - 1))) {
      free = index + length;
      edits.push({ from: index, to: free, insert: '' });
    }
    places += 1;
    if (places >= MOST_PLACES) break;
  }
  return edits;
}

function bareLength(text: string, from: number): number {
  BARE.lastIndex = from;
  return BARE.exec(text)?.[0].length ?? 0;
}

function isPromotion(inner: string): boolean {
  if (OFFICIAL.test(inner)) return false;
  if (BOOKMARK.test(inner)) return true;
  if (ASKS.test(inner)) return HAS_ADDRESS.test(inner) || SITE.test(inner) || CONTACT.test(inner);
  return HAS_ADDRESS.test(inner) && SIGNED.test(inner);
}

/** （一秒记住某某书城 www.… 手机同步更新）: what sites of novels put into sentences. */
const BOOKMARK =
  /一秒记住|一秒記住|记住(?:本[站书]|我们)?.{0,12}(?:网址|域名|书城|书屋|小说网|中文网|\.(?:com|net|cc|org|cn))|(?:手机|全文字|无弹窗|最快|首发).{0,6}(?:同步更新|更新最快|无弹窗|免费阅读)|(?:最新章节|更新章节|更新最快|最快更新|首发更新).{0,16}(?:网|书城|书屋|书院|小说|阁|www|\.)/iu;
const SITE = /(?:网|站|文库|论坛|频道|栏目|公众号|小编)/u;
const CONTACT = /微信|qq|公众号/iu;
