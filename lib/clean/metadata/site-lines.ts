import { wordKey } from './fold.ts';
import { labelledName } from './labelled-name.ts';
import { isOrganisation } from './name-shape.ts';
import type { FrameLine } from './page-frame.ts';
import { isHomeName } from './path-names.ts';
import { isMenu } from './title-shape.ts';

/** A greeting and who greets. */
export const WELCOME =
  /(?:欢迎|歡迎)(?:您|你|大家)?(?:光临|来到|访问|登录|訪問|來到|光臨)\s?[“"「【]?([^\s，,。.!！“”"」】:：]{2,20})|^(?:您好|你好)[,，]\s?(?:这里|這裡)是([^\s，,。!！]{2,20})|^([^\s，,。!！]{2,16}?)(?:热烈)?欢迎(?:您|你|各位)/u;
/** A line of rights and whose they are. */
export const RIGHTS =
  /^([^\s，,。|｜©]{2,24}?)\s{0,3}(?:版权所有|版權所有|©|\(c\)|copyright|[\d–—\s-]{0,12}\p{Script=Han}?ICP[备証证]|保留所有权利)|(?:版权所有|版權所有|copyright|©|\(c\))[\s:：©(c)\d–—-]{0,30}([^\s，,。|｜·:：©\d][^\s，,。|｜·:：©]{1,23})/iu;
/** Rights, and the line of a day. */
const NO_MENU = /©|版权|版權|copyright|powered|备案|ICP|(?:19|20)\d\d[-/.年]\d/iu;
/** The first entry of a menu with an entry a line, or the box above it. */
const HOME_ALONE = /^(?:搜\s?索|(?:网站)?首\s?页|首\s?頁)$/u;
/** What a body calls the site that it owns. */
const SITE_OF_OWNER =
  /^(?:全球(?:資訊|资讯)[網网]|[门門][户戶](?:网站?|網站?)|官方(?:网站|網站)|官[网網]|(?:政务|政務|公众信息|信息|資訊)[网網])$/u;
/** What follows a name: its address. */
export const OWN_ADDRESS = /^\s?[(（]?(?:https?:\/\/)?(?:www\.)?[\w-]{2,40}\.[a-z]{2,}/iu;
/** What parts a menu. */
export const ENTRIES = /\s*[|｜│丨┃·•]\s*|\s+|\]\s?\[/u;

/** A path by its arrows, its label or its first step. */
export function isPathLine({ path }: FrameLine): boolean {
  return path !== null && (path.strong || path.labelled || isHomeName(path.names[0] ?? ''));
}

/** A line below the masthead: a menu, the path, the first entry of a menu whose entries stand below each other. */
export function endsMasthead(line: FrameLine): boolean {
  return isMenu(line.text) || isPathLine(line) || HOME_ALONE.test(line.text);
}

/** 某某健康 就医 · 科普 · 问答 above the menu: a name and what it is about. */
export function isSloganed(head: readonly FrameLine[], at: number): boolean {
  return at === 0 && isMenu(head[1]?.text ?? '');
}

/** Who a label says wrote the text, '' for nobody and for an office. */
export function labelledPerson(text: string): string {
  const name = labelledName(text);
  return isOrganisation(name) ? '' : name;
}

/** Entries of a menu, and no path between bars. */
export function isEntries(line: FrameLine): boolean {
  return isMenu(line.text) && !isPathLine(line) && !NO_MENU.test(line.text);
}

/** A title that begins with the name of a given key. */
export function isStartOfTitle(key: string, title: string): boolean {
  return key !== '' && wordKey(title).startsWith(key);
}

/** 某某县政府门户网站 is the site of 某某县政府. */
export function isSiteOf(name: string, owner: string): boolean {
  return name.startsWith(owner) && SITE_OF_OWNER.test(name.slice(owner.length));
}
