import { likeness, wordKey } from './fold.ts';
import type { SitePath } from './site-path.ts';

/** What tells a path's frame from its shelves. */
export interface PathContext {
  readonly title: string;
  /** Names the page uses for its site or its front page. */
  readonly sites: readonly string[];
}

/** A path's shelves, and whether anything but separators says that it is a path. */
export interface Shelves {
  readonly names: readonly string[];
  /** It begins at the front page or the site, ends in the document, or is labelled. */
  readonly anchored: boolean;
  /** Its last step is the document, or says that the reader is there. */
  readonly ends: boolean;
}

const HOME =
  /^(?:(?:网站|網站|本站|返回|回到?|站点)?(?:首\s?页|首\s?頁|主页|主頁|首屏)|返回网站|网站(?:头版|大厅)|导航|導航|home(?: ?page)?|index|start|startseite|accueil|inicio)$/iu;
const NAMED_HOME = /^.{1,12}(?:首页|首頁|主页|主頁|首屏)$/u;
const SET_HOME = /^(?:设为|设置|設為)/u;
/** 全部问题, 剧本分类, 目的地: the site's list of shelves, not one of them. */
export const ALL_SHELVES = /^(?:全部|所有).{0,4}$|^.{0,4}(?:分类|分類|目录|目錄)$|^目的地$/u;
/** 范本库, 范文大全 above shelves that have shelves of their own: what the whole site is. */
const COLLECTION =
  /^(?:范本|範本|范文|範文|模板|样本|文书|文档|文檔|文件|文稿|资料|資料|资源|資源|素材|内容)(?:库|庫|中心|大全|总库)$/u;
const DEEP = 3;
const ACT =
  '浏览|瀏覽|阅读|閱讀|查看|在线|在線|预览|阅览|閱覽|打开|看|正文|全文|详情|詳情|详细|詳細|详|介绍|当前|列表';
const OF =
  '正文|全文|内容|內容|文章|文档|文檔|文稿|稿件|范文|資料|资料|试卷|试题|教案|课件|帖子|帖|主题|作文|论文|信息|新闻|文件|页面|题目|题|试题|页|頁|视图';
/** 浏览文章, 试卷详情, 在线阅读: what the reader does there, in these words only; 文章 alone names no shelf either. */
const LEAF = new RegExp(
  `^(?:(?:${OF}){0,2}(?:${ACT})(?:${ACT}|${OF}){0,3}|(?:文章|文稿|新闻|新聞|新闻稿|新聞稿|信息|資訊|资讯|公告|帖子|主題|主题)(?:内容|內容)|文章|内容|內容|(?:内容|內容|正文|文章|详细|详情|阅读|浏览)[页頁]面?|本[页篇文]|article|current page|post|detail)$`,
  'iu',
);
/** Behind a forum's name the list of all its boards: no board. */
const FORUM = /^(?:论坛|論壇|社区|bbs)$/iu;
const NUMBERED = /^第\s?\d{1,6}\s?[份篇页章节]$/u;
/** 正文 用户登录 新用户注册, 文章内容 标题 全文: links or a search form that stand on the line of the path. */
export const LED_LEAF =
  /^(?:(?:文章|文档|新闻|信息|资讯|资料)?(?:正文|内容|列表|详情)|(?:查看|浏览|阅读)(?:文章|内容|信息|正文|新闻)) +\S/u;
const FEW = 3;
const MOST_OF_TITLE = 0.8;
/** Entries of the line of links at a page's end. */
const FOOT_ENTRY =
  /^(?:关于.{0,12}|(?:使用)?帮助(?:中心)?|隐私(?:政策|声明|条款)|(?:免责|版权|法律)(?:声明|条款)|(?:侵权|版权)投诉|联系(?:我们|方式|客服)?|(?:网站|站点)地图|意见反馈|(?:用户|使用|服务)(?:协议|条款|须知)|友情链接|广告(?:服务|合作|投放)|加入我们|诚聘英才)$/u;

/** Entries of menus that no path has. */
const MENU_ENTRY =
  /^(?:关于.{0,4}|归档|留言.{0,2}|联系.{0,2}|登录|注册|rss|搜索|会员.{0,2}|友链|标签云?|收藏.{0,2}|投稿|订阅|下载|登入)$/iu;

/** What stands in menus and in no path: 留言簿, 联系我们. */
export function isMenuEntry(name: string): boolean {
  return MENU_ENTRY.test(name);
}

/** 🏠, ⌂: nothing names a shelf or a site without a letter. */
const PICTURE = /^[^\p{L}\p{N}]+/u;

/** A word for the front page, or a picture. */
export function isHomeName(said: string): boolean {
  const name = said.replace(PICTURE, '');
  if (name === '') return said !== '';
  return HOME.test(name) || (NAMED_HOME.test(name) && !SET_HOME.test(name));
}

/** A step that says what the reader does, not where the document stands. */
export function isLeafName(name: string): boolean {
  return LEAF.test(name) || NUMBERED.test(name) || LED_LEAF.test(name);
}

/** 关于本站 | 帮助中心 | 隐私政策: no path, whatever parts its entries. */
export function isFootEntry(name: string): boolean {
  return FOOT_ENTRY.test(name);
}

/** The shelves of a path: without front page, site, title and what the reader does. */
export function shelvesOf(path: SitePath, context: PathContext): Shelves {
  const front = frontSteps(path.names, context);
  const names = path.names.slice(front);
  let anchored = path.labelled || front > 0;
  if (names.length < path.names.length && isAllBoards(names)) names.shift();
  if (isWholeSite(names)) {
    names.shift();
    anchored = true;
  }
  let ends = false;
  let isLed = false;
  while (names.length > 0 && isEnd(names.at(-1) ?? '', context.title, isLed)) {
    isLed = isLeafName(names.pop() ?? '');
    ends = true;
  }
  return { names, ends, anchored: anchored || ends || (path.strong && path.names.length >= FEW) };
}

/** How many steps at the path's start are the front page. */
function frontSteps(names: readonly string[], context: PathContext): number {
  const isFront = (name: string): boolean => isHomeName(name) || isSiteStep(name, context);
  const first = names.findIndex((name) => !isFront(name));
  if (first === 0 && names.length >= FEW && isKindOfSite(names, context)) return 1;
  return first < 0 ? names.length : first;
}

/** 平刨床说明书.pdf */
const FILE_NAME = /\S\.(?:docx?|pdf|pptx?|xlsx?|wps|rtf|txt|zip|rar)$/iu;

function isWholeSite(names: readonly string[]): boolean {
  const [first = ''] = names;
  if (ALL_SHELVES.test(first)) return names.length > 1;
  return COLLECTION.test(first) && names.length >= DEEP;
}

const isAllBoards = ([first = '', ...others]: readonly string[]): boolean =>
  others.length > 0 && FORUM.test(first);

const KIND_OF_SITE = /^.{0,4}(?:网|網|文库|文庫|论坛|論壇|社区|社區|百科|日报|晚报)$/u;
/** 论坛 › of 渡口论坛, 文秘网 → of 一叶文秘网: what the site is, for its front page. */
const isKindOfSite = ([first = '']: readonly string[], { sites }: PathContext): boolean =>
  KIND_OF_SITE.test(first) && sites.some((site) => site.endsWith(first));

function isSiteStep(name: string, { sites }: PathContext): boolean {
  const key = wordKey(name);
  if (key.length < 2) return false;
  return sites.some((site) => isShortFor(key, wordKey(site)) || isWithSlogan(name, site));
}

/** 某某文库-海量公文写作,合同下载平台 */
function isWithSlogan(name: string, site: string): boolean {
  return name.startsWith(site) && SLOGAN_SIGN.test(name.slice(site.length));
}

const SLOGAN_SIGN = /^\s?[-—–_|｜:：,，]/u;

/** 灶边 for 灶边菜谱, 帮助中心 for 轻表单帮助中心. */
function isShortFor(key: string, site: string): boolean {
  if (key === site) return true;
  const enough = key.length >= 2 && key.length * 3 >= site.length;
  return enough && (site.startsWith(key) || (key.length >= 4 && site.endsWith(key)));
}

/** Where 正文 stands for the document, the step before it is a shelf, unless it is all of the title: 感谢信 > 给老师的感谢信 > 正文. */
function isEnd(name: string, title: string, isLed: boolean): boolean {
  if (isLeafName(name) || FILE_NAME.test(name)) return true;
  if (isLed) return wordKey(name) === wordKey(title);
  const said = name.replace(SAYS_ACT, '');
  if (said !== name && isTitleStep(said, title)) return true;
  return isTitleStep(name, title) && !isShelfInTitle(name, title);
}

/** 浏览：某某 */
const SAYS_ACT = /^(?:浏览|阅读|查看|主题|帖子|标题|正文)\s?[:：]\s?/u;

/** 租赁合同 above 店面租赁合同书: a document is called after its shelf; its own name loses its end if shortened. */
function isShelfInTitle(name: string, title: string): boolean {
  const key = wordKey(name);
  const whole = wordKey(title);
  return key.length < whole.length * MOST_OF_TITLE && whole.indexOf(key) > 0;
}

/** The document's own name as the last step, also shortened or with a file type. */
export function isTitleStep(name: string, title: string): boolean {
  if (title === '') return false;
  const key = wordKey(name);
  const whole = wordKey(title);
  return key === whole || (key.length > whole.length * 0.5 && likeness(name, title) > 0.9);
}
