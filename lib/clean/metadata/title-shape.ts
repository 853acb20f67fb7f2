import { rememberingPage } from '../page-memory.ts';

/** Bars, dots, stars and runs of blanks between the entries of a menu. */
const ENTRIES = /\s?[|｜│丨┃┆┊·•＊※◆◇■□●○★☆]\s?|\s{1,4}/u;
const MENU_ENTRY = 6;
const FEW_ENTRIES = 3;
/** A menu has no entry this long. */
const NO_ENTRY = 14;
/** Fields have numbers, entries of menus have not. */
const DIGIT = /\d/;
const HAN = /\p{Script=Han}/u;
const LETTER = /\p{L}/u;
const SENTENCE_END = /[。；;，,：:、…]$/u;
const ADDRESS = /https?:|www\.|[\w-]\.(?:com|cn|net|org)(?![\p{L}])/iu;
/** A label that is no title's: 作者：, 编号：; titles have colons too, behind longer words. */
const LABEL = /^[\p{L} ]{1,5}[:：]/u;
const TITLE_COLON = /^[^:：]{1,8}[:：][^:：]{5,}$/u;
const KNOWN_LABEL =
  /^(?:作者|来源|时间|日期|编号|浏览|阅读|点击|发布|分类|栏目|标签|关键词|格式|大小|页数|上传|更新|责编|编辑|撰稿|供稿|文|位置|人气|热度|体积|查看|回复|楼主|科室|机构|签名|地址|电话|字体|字号|书名|难度|体裁|类型|评分|本站|语言|录校|积分|序号|索引|型号|题量)/u;
/** Words of buttons, greetings and counters: no document is called so. */
const INTERFACE =
  /^(?:pdf下载|跳到|无障碍|欢迎|您好|你好|hi[,，]|今天是|现在是|登录|注册|搜索|检索|首页|返回|分享|收藏|打印|字号|字体|放大|上一|下一|前一|后一|设为|加入|关注|点击|扫|浏览\s?\d|阅读\s?\d|查看|回复|发表|发新|(?:更新|发布)于\s?(?:今天|昨天|刚刚|\d)|一秒记住|手机用户请|只看|楼主|第\w+[版期页]|\d{1,4}\s?[#楼]|文\s?[/／]|共\d|约\d|no\.|id |lv|积分|帖数|级别|等级|uid)/iu;
/** A site speaking of itself. */
const GREETING = /欢迎(?:您|你|光临|访问|大家|阅读|来到)|小编|[★☆]{2}|无弹窗/u;
/** A heading of the template: 【资料详情】. */
const IN_BRACKETS = /^【[^】]{2,6}】$/u;
/** 〖县财行[2009]6号〗: the number of a paper. */
const PAPER_NUMBER =
  /^[〖【（([]?\p{Script=Han}{2,12}[〔【（([](?:19|20)\d\d[〕】）)\]]\s?第?\d{1,4}号[〗】）)\]]?$/u;
const ONLY_MARKS = /^[^\p{L}]*$/u;
const TAGS = /^(?:[[【〖『][^\]】〗』]{1,14}[\]】〗』]\s*){2,}$/u;
const SYMBOL_FIRST = /^[▲△▼◆▶©®※→←↑↓«»↖↗📅✍⬇♡#]/u;
const MIN = 2;
const MAX = 90;

/** Entries of a menu or tools in one line. */
export const isMenu = rememberingPage((text: string): boolean => {
  const entries = text.split(ENTRIES).filter((entry) => LETTER.test(entry));
  if (entries.length < FEW_ENTRIES || entries.some(({ length }) => length > NO_ENTRY)) return false;
  if (entries.filter((entry) => DIGIT.test(entry)).length > 1) return false;
  const short = entries.filter((entry) => entry.length <= MENU_ENTRY).length;
  return short >= entries.length * 0.6 && (HAN.test(text) || text.includes('|'));
});

/** Whether a line could be a document's title by its looks alone. */
export function isTitleShaped(text: string): boolean {
  if (text.length < MIN || text.length > MAX || ONLY_MARKS.test(text)) return false;
  if (!LETTER.test(text) || SENTENCE_END.test(text) || ADDRESS.test(text)) return false;
  if (INTERFACE.test(text) || SYMBOL_FIRST.test(text) || TAGS.test(text)) return false;
  if (LABEL.test(text) && (KNOWN_LABEL.test(text) || !TITLE_COLON.test(text))) return false;
  return ![GREETING, IN_BRACKETS, PAPER_NUMBER].some((form) => form.test(text)) && !isMenu(text);
}
