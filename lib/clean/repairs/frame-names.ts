import { hasChinese } from '../has-chinese.ts';

/** How the parts of a page's title are parted; the site's name stands last. */
const TITLE_PARTS = /[_|｜–—―─━]|\s-\s|-(?=[^-]{2,14}$)/u;
const NAME = /^[\p{sc=Han}A-Za-z0-9]{3,12}$/u;
const HAN = /\p{sc=Han}{2}/u;
/** Names of sites in lines of the frame, alone or between the signs of a path, a date or a claim. */
const IN_LINE =
  /(?<![\p{sc=Han}A-Za-z0-9])(?:欢迎(?:访问|光临|来到)|歡迎(?:訪問|光臨)|整理)?([\p{sc=Han}A-Za-z0-9]{2,10}?(?:网站|文库|书库|论坛|书屋|书院|[网站库集馆苑吧坊]))(?![\p{sc=Han}A-Za-z])/gu;
/** 您的位置：某某 >, 某某 > 范文, © 2009-2018 某某, 某某 版权所有: where a page names its site whatever the name ends with. */
const IN_CLAIM =
  /(?:位置|所在|[您你]在) ?[:：] ?([\p{sc=Han}A-Za-z0-9]{3,10}?)(?:首页|主页)?(?= ?-{0,2}[>›»→·•])|(?:©|copyright) ?(?:©|\(c\))?[\d –-]{0,12} ([\p{sc=Han}A-Za-z0-9]{3,10})(?= |$)|(?<=^| )([\p{sc=Han}A-Za-z0-9]{3,10}) ?(?:版权所有|©)|^([\p{sc=Han}A-Za-z0-9]{3,10}?)(?:首页|主页)?(?= ?-{0,2}[>›»→]|(?<=首页|主页)$)/giu;
/** Words of the frame that name nobody. */
const NOBODY =
  /^(?:[本我该此原各官外内](?:网站|网|站)|互联网|因特网|局域网|网站|全网|首页|上网|联网|外网|文集|全集|合集|图书馆|体育馆|.{0,6}[县市区镇乡村省州校院](?:图书|体育|文化|档案|博物|美术|科技|纪念|展览)馆|征集|采集|收集|收藏|车站|[工作服务卫生加油空间中转火电水气泵]{2,4}站|(?:档案|数据|题|词|仓|软件|知识|资源|代码|版本|函数|样本|人才|信息|项目|专家|素材|水|车|冷|金|国|宝|软件包|试题|案例|图片)库|(?:物联|以太|万维|电|官|子|路|管|球|渔|骨干|关系|情报|销售|铁丝)网|.{0,4}(?:导航|登录|注册|搜索|首页|收集|采集|征集|关于))$/u;
const WITHOUT_SUFFIX = /(?:网站|[网站])$/u;
const MOST = 12;
const MASTHEAD = 2;
const MASTHEAD_LETTERS = 3;

/** What the frame of a page calls its site, longest first: the end of the title, names in its lines. */
export function frameNames(headTitle: string | null, lines: readonly string[]): string[] {
  const names = new Set<string>();
  const parts = (headTitle?.split(TITLE_PARTS) ?? []).map((part) => part.trim());
  const add = (name: string): void => {
    if (!NAME.test(name) || !HAN.test(name) || NOBODY.test(name)) return;
    if (parts.some((part) => isWithin(name, part))) return;
    names.add(name);
    const short = name.replace(WITHOUT_SUFFIX, '');
    if (short.length >= 4) names.add(short);
  };
  if (parts.length > 1) add(parts.at(-1) ?? '');
  for (const line of lines) {
    if (names.size >= MOST) break;
    if (!hasChinese(line)) continue;
    for (const [, name = ''] of line.matchAll(IN_LINE)) add(name);
  }
  return [...names].sort((a, b) => b.length - a.length).slice(0, MOST);
}

/** 省展（南美站）开幕: what stands inside a title is a word of it, names of sites stand at an end. */
function isWithin(name: string, title: string): boolean {
  return title.includes(name) && !title.startsWith(name) && !title.endsWith(name);
}

/**
 * The first lines of the frame that may be the name of the site, and who claims the page. Too weak to tell a name
 * from a word (免费使用); where one of them stands in the text letter by letter apart, or with words that claim the
 * text for it, it is a mark.
 */
export function mastheads(lines: readonly string[]): string[] {
  const heads = lines.slice(0, MASTHEAD).flatMap((line) => [line, ...partsOf(line)]);
  return [...new Set([...heads, ...lines.flatMap(claimsIn)])]
    .map((line) => line.trim())
    .filter((line) => line.length >= MASTHEAD_LETTERS && NAME.test(line) && HAN.test(line))
    .filter((line) => !NOBODY.test(line))
    .slice(0, MOST);
}

/** An authority that claims a page is also the subject of its sentences: such a name alone marks nothing. */
function claimsIn(line: string): string[] {
  if (!hasChinese(line)) return [];
  return [...line.matchAll(IN_CLAIM)].map(
    ([, step, owner, claimed, first]) => step ?? owner ?? claimed ?? first ?? '',
  );
}

/** The ends of a line that is built like a page's title: 某某 - 作文大全, 老面馒头的做法_某某. */
function partsOf(line: string): string[] {
  const parts = line.split(TITLE_PARTS);
  return parts.length > 1 ? [parts[0] ?? '', parts.at(-1) ?? ''] : [];
}
