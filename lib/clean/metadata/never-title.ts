const SPACED_ADDRESS = /w ?w ?w ?\. ?\w/i;
/** (1.某某管理处；2.某某学院): where the authors of a paper work. */
const AFFILIATIONS = /^[（(]\s?1\s?[.．、]\s?\p{Script=Han}/u;
const STARTS_WITH_DAY = /^(?:19|20)\d\d[-/.年]\s?\d{1,2}(?:[-/.月]\s?\d|月?[^\p{L}]*$)/u;
/** 发布机构 某某县人民政府: a field of an official document, its label parted by a blank. */
const FIELD =
  /^(?:索引号|发布机构|发文机关|发文单位|发布单位|制发单位|信息来源|文号|发文字号|成文日期|发布日期|生成日期|公开日期|主题分类|主题词|有效性|公文种类|关键词|信息类别|体裁|(?:文档)?(?:贡献者|上传者|分享者))[\s:：]|^(?:时间|地点|人物|主持人?|出席)[：:]|^(?:欢迎(?:光临|来到|访问)|您好[,，!！]|你好[,，!！])/u;
/** 索 引 号：…, 索 引 号 GP0014: a label set to the width of the others; a title's label is none. */
const SPACED_LABEL =
  /^(?!标|標|题|題)\p{Script=Han}(?:\s{1,4}\p{Script=Han}){1,4}\s?[:：]|^(?:索\s{1,4}引\s{1,4}号|有\s{1,4}效\s{1,4}性|文\s{1,4}号|主\s{1,4}题\s{1,4}词|体\s{1,4}裁|分\s{1,4}类|来\s{1,4}源|作\s{1,4}者)\s{1,4}\S/u;
/** Counts of a file, an issue or votes; links to the neighbours. */
const COUNTS =
  /\d(?:\.\d+)?\s?(?:张|页|页面|次|人|字|[KM]B?)(?![\p{L}]).*[\d:：]|第\s?\d{1,4}\s?期.{0,6}第?\s?\d{1,4}\s?[卷期]|\(\d{1,4}\/\d{1,4}\)$|^\d{1,3}$|^(?:\p{Script=Han}{2,4}\d(?:[,，]\d)*\*?[,， ]?){2,}$|上一[篇页版章条].{0,6}下一[篇页版章条]/iu;
/** 1,204 人赞同了该回答, 36 人收藏: how many did something to what stands below. */
const CROWD =
  /^[\d,.]{1,9}\s?[万wk+]{0,2}\s?[人位个個次]\s?\p{Script=Han}{0,4}(?:赞同|贊同|点赞|點讚|喜欢|收藏|关注|觉得)/iu;
/** << 2009年8月 >>: the head of a calendar. */
const CALENDAR = /^[<«‹＜]{1,2}\s?(?:19|20)\d\d\s?[年./-]/u;
/** 铜币: 20417 枚 */
const COUNTER = /^[^:：]{1,8}\s?[:：]\s?\d[\d,.]{0,11}\s?[点點枚个個分次篇帖]?$/u;
/** 5千-7千/月, 8K-12K, 4000-6000元/月: what a place pays. */
const PAY =
  /^\d{1,3}(?:\.\d)?[千万k]?\s?[-–—~至]\s?\d{1,3}(?:\.\d)?[千万k](?:\s?[/／·]\s?\S{1,4})?$|^\d{4,6}\s?[-–—~至]\s?\d{4,6}\s?元?(?:\s?[/／]\s?[月年])?$/iu;
/** 半亩花田 当前离线: the card of who writes. */
const PRESENCE = /(?:当前|目前)\s?(?:离线|在线)$/u;
/** 某某学校网站首页校园概况德育天地: a menu without anything between its entries. */
const GLUED_MENU = /\p{Script=Han}{2}(?:网站)?首页\p{Script=Han}{6}/u;
/** 老师们、同学们，早上好！ */
const GREETS =
  /(?:们|领导|同志|朋友|来宾|代表).{0,12}(?:大家|上午|中午|下午|晚上|早上)?好[!！。]?$|^(?:大家|各位).{0,8}好[!！。]?$/u;

/** 某某县人民政府 政府信息公开目录: whose page it is. */
const MASTHEAD =
  /(?:人民政府|委员会|政府|[局厅部委办院署]) ?(?:门户网站|官方网站|(?:政府|政务)?信息公开(?:目录|平台|专栏|网)?|政务公开(?:专栏|平台)?)$/u;

/** 本词条由某某项目审核, 出处:某某学报,2012年第4期: who looked after an entry, where a paper stood. */
const STATED =
  /^(?:本|该|此)(?:词条|條目|条目)(?:由|缺少|需要)|^(?:出\s?处|出\s?處|刊\s?名|期\s?刊|来源期刊)\s?[:：]\s?\S/u;

/** ———— 以下为文档文本内容 ————: what a viewer writes between two rules; a document's name stands bare. */
const RULED =
  /^[—–─━=*~_-]{3,40}\s?[^—–─━=*~_-]{0,12}(?:以下|内容|正文|全文|文本|预览|文档|开始|分割|分隔)[^—–─━=*~_-]{0,12}[—–─━=*~_-]{3,40}$/u;

/** Lines that are no title, whatever stands around them. */
const NONE = [
  RULED,
  SPACED_ADDRESS,
  AFFILIATIONS,
  STARTS_WITH_DAY,
  FIELD,
  SPACED_LABEL,
  COUNTS,
  CROWD,
  CALENDAR,
  COUNTER,
  PAY,
  PRESENCE,
  GLUED_MENU,
  GREETS,
  MASTHEAD,
  STATED,
];

/** Below the name of who writes: whether they are here. */
export function isPresence(text: string): boolean {
  return PRESENCE.test(text);
}

/** Whether a line can be no title, whatever stands around it: a field, a count, a greeting, a calendar. */
export function isNeverTitle(text: string): boolean {
  return NONE.some((pattern) => pattern.test(text));
}

/** Does the line name an office and the part of its site? */
export function isMasthead(text: string): boolean {
  return MASTHEAD.test(text);
}

/** ———— 以下为文档内容 ————: does the line say so between two rules? */
export function isRuledLabel(text: string): boolean {
  return RULED.test(text);
}
