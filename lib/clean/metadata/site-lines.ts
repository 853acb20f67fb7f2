import { wordKey } from './fold.ts';
import { labelledName } from './labelled-name.ts';
import { isOrganisation } from './name-shape.ts';
import type { FrameLine } from './page-frame.ts';
import { isFootEntry, isHomeName } from './path-names.ts';
import { isMenu } from './title-shape.ts';

/** A line of rights and whose they are. */
export const RIGHTS =
  /^([^\s，,。|｜©]{2,24}?)\s{0,3}(?:版权所有|版權所有|主办(?=\s|$)|©|\(c\)|copyright|[\d–—\s-]{0,12}\p{Script=Han}?ICP[备証证]|互联网药品信息|增值电信|保留所有权利)|(?:版权所有|版權所有|copyright|©|\(c\))[\s:：©(c)\d–—-]{0,30}([^\s，,。|｜·:：©\d][^\s，,。|｜·:：©]{1,23})/iu;
/** Rights, the line of a day, the foot of forums (Archiver|手机版|小黑屋|某某社区), a name and the year behind links. */
const NO_MENU =
  /archiver|小黑屋|©|版权|版權|copyright|powered|备案|ICP|(?:19|20)\d\d[-/.年]\d|\s(?:19|20)\d\d$/iu;
/** The first entry of a menu with an entry a line, or the box above it. */
const HOME_ENTRY = /^(?:(?:网站|網站)?首\s?[页頁]|主页)$/u;
const HOME_ALONE = /^(?:搜\s?索|(?:网站)?首\s?页|首\s?頁)$/u;
/** What a body calls the site that it owns, and what a firm adds that is called as its site is: 面包树美食. */
const SITE_OF_OWNER =
  /^(?:全球(?:資訊|资讯)[網网]|[门門][户戶](?:网站?|網站?)|官方(?:网站|網站)|官[网網]|(?:政务|政務|公众信息|信息|資訊)[网網]|(?:美食|健康|医疗|教育|学习|招聘|文档|作文|范文|教案|诗词|文学|法律|旅游|汽车|房产)[网網]?)$/u;
/** What parts a menu. */
export const ENTRIES = /\s?[|｜│丨┃·•]\s?|\s{1,4}|\]\s?\[/u;

/** A path by its arrows, its label or its first step. */
export function isPathLine({ path }: FrameLine): boolean {
  return path !== null && (path.strong || path.labelled || isHomeName(path.names[0] ?? ''));
}

/** 原创 阿晚 晚风食堂 2021-07-22: who wrote, and the public account it went up on. */
export const ACCOUNT_LINE =
  /^(?:原创|原創)[:：]?\s([^\s:：,，]{2,14})\s([^\s:：,，]{2,16})\s(?:19|20)\d\d[-/.年]/u;
/** Buttons beside a site's name in its first line; 搜索菜谱、食材 stands in the field to search. */
const TOOL =
  /^(?:(?:用户|会员|免费|账号)?(?:登[录陆錄入]|注册|註冊)(?:\/注册)?|搜\s?索|(?:搜索|请输入|輸入)[\p{Script=Han}、，/]{2,14}|检索|投稿|提问|发帖|收藏|客户端|APP|(?:APP|客户端)?内?打开|手机版|(?:下载|打开)APP|无障碍|上传(?:我的)?(?:文档|资料|赚\p{Script=Han}{1,3})?|(?:领|赚|充)积分|充值(?:中心)?|签到(?:\+\d{1,2})?|[购購][物买買][车車篮籃](?:[（(]\d{1,3}[）)])?|常[见見][问問][题題])$/iu;
/** An entry of a menu with an entry a line. */
const LONGEST_ENTRY = 6;
const COLUMN = 4;
/** A body or a collection, as sites are called; the entries of their menus are not. */
const SITE_NOUN =
  /(?:网|網|网站|網站|文库|文庫|平台|论坛|論壇|讨论区|討論區|社区|社區|百科|门户|在线|之家|局|厅|委员会|政府|法院|检察院|大学|学院|医院|醫院|中学|小学|学校|公司|协会|报|日报|晚报)$/u;

/** Entries stand below the name, an entry a line, none as long as its own: a name is longer than a shelf's, or has a slogan behind it. */
export function isAboveColumn(head: readonly FrameLine[], at: number): boolean {
  const below = head.slice(at + 1, at + 1 + COLUMN);
  const own = head[at]?.text.length ?? 0;
  const isBelow = ({ text, kept }: FrameLine): boolean =>
    !kept && text.length < own && isEntry(text);
  return below.length === COLUMN && below.every(isBelow);
}

const isEntry = (text: string): boolean => text.length <= LONGEST_ENTRY && ENTRY.test(text);
const ENTRY = /^[\p{L} ]+$/u;

/** 知了问答 注册 登录; 某某区水务局 网站首页 局情介绍 …: the first word of the page's first line is the site. */
export function leadsMenu(text: string): boolean {
  const [name = '', ...entries] = text.split(ENTRIES).filter((entry) => entry !== '');
  if (entries.length > 0 && entries.every((entry) => TOOL.test(entry))) return true;
  const isHome = isHomeName(entries[0] ?? '');
  return isHome || (name.length > LONGEST_ENTRY - 2 && SITE_NOUN.test(name));
}

/** Whether a name ends as those of sites and of the bodies that own them do. */
export function isSiteNoun(name: string): boolean {
  return SITE_NOUN.test(name);
}

/** The line right above the first entry of a menu: 网站首页 alone. */
export function isAboveHome(head: readonly FrameLine[], at: number): boolean {
  return HOME_ENTRY.test(head[at + 1]?.text ?? '');
}

/** 登录/注册, 打开APP: a button alone on its line. */
export function isToolLine(text: string): boolean {
  return TOOL.test(text);
}

/** A line below the masthead: a menu, the path, the first entry of a menu whose entries stand below each other. */
export function endsMasthead(line: FrameLine): boolean {
  return isMenu(line.text) || isPathLine(line) || HOME_ALONE.test(line.text);
}

/** 某某健康 就医 · 科普 · 问答 above the menu: a name and what it is about. */
export function isSloganed(head: readonly FrameLine[], at: number): boolean {
  return at === 0 && isMenu(head[1]?.text ?? '');
}

/** Who a label says wrote the text, '' for nobody, for an office, and for the site, which is its own source. */
export function labelledPerson(text: string): string {
  const name = labelledName(text);
  return isOrganisation(name) || (name !== '' && isSource(text, name)) ? '' : name;
}

/** 来源：某某屋 作者：某某屋 */
function isSource(text: string, name: string): boolean {
  const source = SOURCE.exec(text)?.[1];
  return source !== undefined && source === name;
}

const SOURCE = /(?:来源|來源|出处|出處)\s?[:：]\s?([^\s:：|，,。；;（(【[]{2,20})/u;

/** Entries of a menu, and no path between bars nor the links at the page's end: 帮助 意见反馈 某某网 has the site's name. */
export function isEntries(line: FrameLine): boolean {
  if (!isMenu(line.text) || isPathLine(line) || NO_MENU.test(line.text)) return false;
  const entries = line.text.split(ENTRIES);
  // 共打印 1 页 某某网 counts something.
  if (entries.some((entry) => NUMBER.test(entry))) return false;
  return entries.filter(isFootEntry).length < FEW_FOOT_ENTRIES;
}

const NUMBER = /^\d{1,4}$/;

const FEW_FOOT_ENTRIES = 2;

/** A title that begins with the name of a given key. */
export function isStartOfTitle(key: string, title: string): boolean {
  return key !== '' && wordKey(title).startsWith(key);
}

/** A name and where it was found. */
interface Told {
  readonly name: string;
  readonly origin: string;
}

/**
 * The site's name in full, of other names the page has for it: 某某县政府门户网站 is the site of 某某县政府; 某某词海 at the top,
 * 某某 in the line of rights; 某某的午茶桌 above what 某某 writes. null if there is none.
 */
export function fullNameOf<T extends Told>(owner: Told, names: readonly T[]): T | null {
  const longer = names.filter(({ name }) => name !== owner.name && name.startsWith(owner.name));
  const rest = ({ name }: Told): string => name.slice(owner.name.length);
  const site = longer.find((one) => SITE_OF_OWNER.test(rest(one)));
  // 某某小学 in the line of rights is whole, 某某小学欢迎您 a greeting.
  if (site || owner.origin !== 'line' || isSiteNoun(owner.name)) return site ?? null;
  return longer.find((one) => one.origin === 'masthead' && rest(one).length <= MOST_LONGER) ?? null;
}

const MOST_LONGER = 6;
