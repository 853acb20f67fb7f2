import type { NoDocument } from '#lib/model/cleaning.ts';
import { type Block, blockText } from '../block.ts';

/** A text with a paragraph this long tells something itself, whatever stands around it. */
const LONG_PROSE = 80;
/** What a wall or an error page says is short. */
const WALL_CHARS = 200;
const WALL_BLOCK = 70;
/** So many entries make a list; a document has so many short lines too, but no pager of a list. */
const MIN_ENTRIES = 4;
const MIN_CHAPTERS = 6;
const MIN_REST = 3;
/** Share of Han: the words below are Chinese, and lists of goods in other languages are somebody's document. */
const MIN_HAN = 0.3;
const MAX_CHARS = 1_500;
const MAX_LINE = 200;
const LONGEST_NAME = 40;

const MISSING =
  /(?:页面?|文章|内容|问题|文档|文件|帖子|信息|主题|资料).{0,24}(?:走丢|飞走|不见了|关闭|删(?:除|掉)|下架|不在(?:架|了)|移走|收(?:了)?(?:回|起来)|失效|没有了)|(?:规章|法规|条文|作文|范文|教案|试卷|试题|合同|章节|诗词|链接).{0,12}(?:走丢|飞走|下架了|(?:被|已经?)移走)|找不到(?:文件|页面|文章|内容|网页)|这里什么(?:也|都)没有|(?:网址|地址).{0,6}(?:抄错|少抄|改了|有误|变了|[打输写拼][错少漏多]|[少漏多错][打输写]了?)|[\d一二三四五六七八九十] ?秒钟?后.{0,8}(?:返回|带[您你]|跳转|回到|转到).{0,6}(?:首页|主页|上一?页)|您?来晚了|[您你](?:要|想|所)?(?:查看|访问|浏览|阅读|请求|查找)的?[^，。]{1,12}不存在/u;
const WALL =
  /(?:仅|只)(?:对|向|限).{0,10}(?:登录|会员|注册)(?:用户|会员)?(?:开放|可见|浏览)|阅读权限.{0,12}(?:才能|可)|(?:登录|注册)后.{0,10}(?:返回|查看|阅读|可见|继续)|当前的?身份是?(?:游客|访客)|打开.{0,12}app.{0,8}(?:查看|阅读)|网页版(?:暂)?不支持|(?:选择了?|设置了?|设为|设置为|已设)(?:为|了)?(?:不公开|仅自己可见|仅好友可见|私密|保密|加密).{0,16}(?:无法|不能|无权|不可)(?:查看|浏览|阅读|访问)|(?:受密码保护|已(?:被)?加密).{0,16}(?:输入|密码)|(?:主人|作者|博主|楼主|对方).{0,4}(?:设置|开启)了?.{0,4}(?:访问|查看|阅读|浏览)?(?:权限|密码)|(?:回答|答对)(?:以下|下面|上述)?问题(?:后|才|方|即){0,2}(?:能|可以?)(?:查看|访问|阅读|浏览)|输入.{0,6}(?:访问|阅读|浏览|提取|相册|日志|文章)密码/iu;
const UNWRITTEN = /(?:正在|努力).{0,6}手打|(?:内容|章节).{0,4}更新后.{0,8}(?:刷新|阅读)/u;
/** A pager of a list: bare numbers in a row, or how many entries there are. */
const LIST_PAGER =
  /(?:\d{1,3}[\s…\][.]{1,6}){2,}\d{0,4}\s?(?:下一?页|后一?页|后翻|往后|末页|尾页|»)|共\s?\d[\d,]*\s?(?:条|篇|组|个|道|款|份|部).{0,24}(?:首页|上一?页|下一?页|尾页|\d\/\d)|第\s?\d+\/\d+\s?页|加载第\s?\d+\s?屏|(?:首页|上一?页)\s?(?:上一?页|\d).{0,30}(?:尾页|末页)/u;
const COUNT_LINE =
  /(?:共|找到|相关的?结果)\D{0,16}\d[\d,]*\s?(?:条|篇|组|个|道|款|份|部)(?:结果|职位|菜谱|记录|资料|文档)?/u;
/** An entry's day, counter or cut excerpt. */
const ENTRY =
  /(?:19|20)\d\d[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}|\d\s?(?:次|人(?:做过|看过|阅读)?|收藏|阅读|浏览)$|收藏\s?\d|(?:…|\.\.\.){1,2}(?:展开.{0,4}|\[?详细\]?)?$|^\d{1,2}[-/]\d{1,2}(?:\s|$)|\s\d{1,2}-\d{1,2}$|点击[：:]?\s?\d/u;
const CHAPTER = /^第[\d一二三四五六七八九十百]{1,5}[章回节]\s?.{0,20}$/u;
const HAN = /\p{Script=Han}/gu;

/**
 * Whether a Chinese page says by its lines that it holds no document: an error, a wall, a chapter not written yet, or
 * nothing but entries of a list with its pager. Judged only where what was kept has no paragraph of its own; null else.
 */
export function noDocumentLines(
  kept: readonly Block[],
  visible: readonly Block[],
): NoDocument | null {
  const texts = kept.map((block) => blockText(block).trim());
  const chars = texts.reduce((sum, text) => sum + text.length, 0);
  if (chars === 0 || chars > MAX_CHARS || texts.some(isProse)) return null;
  if ((texts.join('').match(HAN)?.length ?? 0) < chars * MIN_HAN) return null;
  const lines = visible.map((block) => blockText(block).trim()).filter(isLine);
  if (chars < WALL_CHARS && texts.every(({ length }) => length <= WALL_BLOCK)) {
    const wall = wallIn(texts, lines);
    if (wall) return wall;
  }
  return isList(texts, lines) ? 'list-page' : null;
}

/** Names of the fields of a form to log in, one behind the other. */
const LOGIN_FORM = /(?:用户名?|[账帐]号|手机号码?|邮箱)[:： ]{0,3}(?:登录)?密码/u;
const REFUSED =
  /无权(?:浏览|查看|访问|阅读)|没有(?:浏览|查看|访问|阅读)?权限|会员专享|请(?:先)?登[录陆]/u;
/** More sentences than a wall has. */
const WALL_SENTENCES = 2;
const SENTENCE = /[。！？，；]$/u;
const SENTENCE_END = /[。！？]/gu;

/**
 * The same of an extracted text, whose lines say less: nothing of it is left but beginnings of other documents, or it is
 * one run in which a form to log in stands beside the refusal.
 */
export function noDocumentText(kept: readonly Block[], all: readonly Block[]): NoDocument | null {
  const texts = kept.map((block) => blockText(block).trim());
  if (texts.length === 0) return null;
  const said = texts.join('\n');
  const isRun = all.length <= 2 && (said.match(SENTENCE_END)?.length ?? 0) <= WALL_SENTENCES;
  if (isRun && LOGIN_FORM.test(said) && REFUSED.test(said)) return 'login-wall';
  const lines = all.map((block) => blockText(block).trim()).filter(isLine);
  const form = formIn(texts, lines);
  if (form) return form;
  return isList(texts, lines) && allEntries(kept, all) ? 'list-page' : null;
}

/** A field or a button of a form, alone on its line: 账号：, 记住我 找不回密码?, 换一张. */
const FIELD =
  /^(?:(?:用户名?|[账帐]号|手机号码?|邮箱|(?:登录)?密码|验证码|校验码)\s?[:：]?|请输入.{2,12}|(?:请)?(?:拖动|按住|点击)?.{0,4}滑块.{0,10}|换一[张个]|看不清.{0,8}|记住我?.{0,12}|(?:忘记|找不?回)密码.?|提交|登[录陆]|注册|确定|取消|刷新|重试)$/u;
const CHECKED =
  /访问(?:过于|太)频繁|(?:完成|进行|通过).{0,6}(?:安全)?验证|拖动.{0,6}滑块|人机验证|安全验证/u;
const MIN_FIELDS = 2;

/** Nothing is left but a form to log in, or one that tells people from programs. */
function formIn(texts: readonly string[], lines: readonly string[]): NoDocument | null {
  if (texts.join('').length >= WALL_CHARS) return null;
  const fields = texts.filter((text) => FIELD.test(text)).length;
  if (fields < MIN_FIELDS) return null;
  if (texts.some((text) => CHECKED.test(text)) && fields >= texts.length - 2) return 'captcha';
  return fields === texts.length && lines.some((line) => WALL.test(line)) ? 'login-wall' : null;
}

/** Each line is an entry's: its day or excerpt, or right above it what it is called. */
function allEntries(kept: readonly Block[], all: readonly Block[]): boolean {
  const below = new Map(all.map(({ where }, at) => [where, all[at + 1]]));
  return kept.every((block) => {
    const text = blockText(block).trim();
    const next = below.get(block.where);
    if (ENTRY.test(text)) return true;
    const isName = text.length <= LONGEST_NAME && !SENTENCE.test(text);
    return isName && next !== undefined && ENTRY.test(blockText(next).trim());
  });
}

const isLine = (text: string): boolean => text !== '' && text.length <= MAX_LINE;

/** A paragraph that is not the beginning of another document. */
function isProse(text: string): boolean {
  return text.length >= LONG_PROSE && !ENTRY.test(text);
}

/** 3 秒后自动返回首页, below hardly anything. */
const RETURNS =
  /^[^。]{0,12}[\d一二三四五六七八九十] ?秒钟?后.{0,8}(?:返回|带[您你]|跳转|回到|转到)/u;
const TINY = 40;
const isTiny = (texts: readonly string[]): boolean => texts.join('').length < TINY;

/** An error speaks in what was kept; a wall also in the bar above it. */
function wallIn(texts: readonly string[], lines: readonly string[]): NoDocument | null {
  if (texts.some((text) => MISSING.test(text))) return 'soft-404';
  if (isTiny(texts) && lines.some((line) => RETURNS.test(line))) return 'soft-404';
  if (lines.some((line) => WALL.test(line))) return 'login-wall';
  return texts.some((text) => UNWRITTEN.test(text)) ? 'empty' : null;
}

function isList(texts: readonly string[], lines: readonly string[]): boolean {
  const chapters = texts.filter((text) => CHAPTER.test(text)).length;
  if (chapters >= MIN_CHAPTERS && chapters >= texts.length - 2) return true;
  // What is left of the links to them.
  const isRest = chapters >= MIN_REST && chapters === texts.length;
  if (isRest && lines.filter((line) => CHAPTER.test(line)).length >= MIN_CHAPTERS * 2) return true;
  const entries = lines.filter((line) => ENTRY.test(line)).length;
  if (entries < MIN_ENTRIES) return false;
  return lines.some((line) => LIST_PAGER.test(line) || COUNT_LINE.test(line));
}
