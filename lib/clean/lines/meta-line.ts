import { findDates } from '../metadata/find-dates.ts';
import { foldLine } from './fold-line.ts';

/** Fields a line beside the title states. */
export interface MetaLine {
  readonly publishedAt: string | null;
  readonly author: string | null;
  readonly category: string | null;
  readonly pageCount: number | null;
  /** 大小, 页数, 下载积分: a viewer of uploaded files. */
  readonly viewer: boolean;
  /** Every piece of the line has a label or is a date. */
  readonly labels: number;
}

const LONGEST = 260;

const DATE_LABELS =
  '发布时间|发布日期|发表时间|发表日期|发文时间|发文日期|更新时间|更新日期|上传时间|上传日期|上载日期|上载时间|录入时间|添加时间|添加日期|创建时间|修改时间|编辑时间|收录时间|时间|日期|发布于|发表于|上传于|更新于|更新|发布|published|posted|date|updated|last updated|post date';
const AUTHOR_LABELS = '文章作者|作者|撰稿人|撰稿|撰文|供稿人|作者姓名|written by|author|by';
const CATEGORY_LABELS =
  '所属栏目|所属分类|所属类别|文章分类|文章栏目|栏目|分类|类别|类型|频道|category|section';
const PAGE_LABELS = '全文页数|文档页数|总页数|页数|pages';
const VIEWER_LABELS =
  '文件大小|文档大小|资源大小|大小|资源id|文档id|文档编号|文件格式|文档格式|资源格式|格式|下载积分|所需积分|所需金币|下载次数|上传者|上传人|上传用户|下载量|id|size|format';
const OTHER_LABELS =
  '信息来源|文章来源|稿件来源|资料来源|来源|稿源|出处|责任编辑|编辑|责编|录入者|录入员|录入|审核|校对|审稿|发布者|发布人|发布单位|发布机构|发布机关|浏览次数|浏览量|浏览数|浏览|阅读次数|阅读量|阅读数|阅读|点击次数|点击量|点击数|点击率|点击|访问量|访问次数|人气|热度|次数|字数|评论数|评论|点赞|收藏|推荐星级|推荐指数|星级|评分|字号|字体大小|字体|大小|打印|分享|查看|回复|手机版|视力保护色|背景色|关键词|关键字|标签|索引号|文号|发文字号|有效性|主题分类|公开方式|source|views|comments|reading time|edited by|editor|tags';

const LABEL = new RegExp(
  `(?:${[DATE_LABELS, AUTHOR_LABELS, CATEGORY_LABELS, PAGE_LABELS, VIEWER_LABELS, OTHER_LABELS].join('|')})(?= ?:)`,
  'gu',
);
const IS_DATE = new RegExp(`^(?:${DATE_LABELS})$`, 'u');
const IS_AUTHOR = new RegExp(`^(?:${AUTHOR_LABELS})$`, 'u');
const IS_CATEGORY = new RegExp(`^(?:${CATEGORY_LABELS})$`, 'u');
const IS_PAGES = new RegExp(`^(?:${PAGE_LABELS})$`, 'u');
const IS_VIEWER = new RegExp(`^(?:${PAGE_LABELS}|${VIEWER_LABELS})$`, 'u');

const COUNTER =
  '(?:字数|热度|阅读|浏览|点击|人气|访问|评论|回复|查看|下载|收藏|点赞|推荐|共|约)?[^\\p{L}\\p{N}]{0,3}[\\d,.万wk+]{1,9} ?(?:字|次|℃|人|条|赞|度|阅读|浏览|评论|回复|人阅读|次阅读|次浏览|人浏览|人看过|views?|comments?|min(?:ute)?s?(?: read)?|words?|reads?)?';
const BUTTON =
  '(?:views?|comments?|min read|print|email|share|download.{0,30}|手机版|打印|分享|收藏|投稿|大|中|小|网络|网友|本站|编辑|未知|佚名|admin|word下载|下载word.{0,12}|下载.{0,12})';
/** Every meta line has a label's colon or a year. */
const MAY_BE = /:|(?:19|20)\d\d|[〇○零一二]{2,4}年/u;
/** Pieces without a colon: 字数 1836, 热度 533℃, By Agnes Lau, 4 min. */
const BARE_PIECE = new RegExp(
  `^(?:(?:${COUNTER}|${BUTTON})(?: (?:${COUNTER}|${BUTTON})){0,5}|by [\\p{L}. '’-]{2,40}|(?:posted|published|updated)(?: on)?|(?:原创|转载)(?: .{1,30})?)$`,
  'u',
);
const SPLIT = /\s*[|·•┊┆│●/]\s*|\s{2,}|\] ?\[|[[\]【】]/u;
const NOBODY =
  /^(?:网友|佚名|未知|不详|匿名|admin|administrator|管理员|站长|本站|原创|转载|互联网|网络|网上|会员|小编|编辑|编者|无名|未署名|unknown|anonymous|editor|staff|user\d*|root|test|[^\p{L}]*)$/u;
const COUNT = /\d{1,5}/u;
const BY = /^by ([\p{L}. '’-]{2,40})$/iu;

/**
 * The fields of a line that is nothing but fields; null if any of it reads as text. Labels may be glued
 * (时间:2007/1/22栏目:工作总结); what has no label must be a date, a counter or a short name.
 */
export function readMetaLine(raw: string, line = foldLine(raw)): MetaLine | null {
  if (raw.length > LONGEST || !MAY_BE.test(line)) return null;
  const labels = line.includes(':') ? [...line.matchAll(LABEL)] : [];
  const head = line.slice(0, labels[0]?.index ?? line.length);
  if (labels.length > 0)
    return head.trim().length <= 40 && isBare(head) ? labelled(raw, line, labels) : null;
  return unlabelled(raw, line);
}

/** Above the labels stand dates, counters and short names. */
function isBare(head: string): boolean {
  const date = findDates(head)[0];
  if (date) return isBare(head.slice(0, date.from)) && isBare(head.slice(date.to));
  return head.trim() === '' || pieces(head).every((piece) => isPiece(piece) || piece.length <= 10);
}

interface Field {
  readonly label: string;
  readonly value: string;
}

function labelled(raw: string, line: string, labels: readonly RegExpExecArray[]): MetaLine | null {
  const fields = labels.map((match, index): Field => {
    const from = line.indexOf(':', match.index) + 1;
    return { label: match[0], value: raw.slice(from, labels[index + 1]?.index).trim() };
  });
  if (fields.some(({ value }) => PROSE_VALUE.test(value))) return null;
  if (fields.slice(0, -1).some(({ value }) => value.length > 60)) return null;
  const before = findDates(line.slice(0, labels[0]?.index ?? 0))[0]?.iso ?? null;
  return {
    publishedAt: valueIn(fields, IS_DATE, (value) => findDates(value)[0]?.iso ?? null) ?? before,
    author: valueIn(fields, IS_AUTHOR, personOf),
    category: valueIn(fields, IS_CATEGORY, nameOf),
    pageCount: valueIn(fields, IS_PAGES, positive),
    viewer: fields.some(({ label }) => IS_VIEWER.test(label)),
    labels: labels.length,
  };
}

/** The first value of a label of the kind that says something. */
function valueIn<T>(
  fields: readonly Field[],
  kind: RegExp,
  read: (value: string) => T | null,
): T | null {
  for (const { label, value } of fields) {
    const said = kind.test(label) ? read(value) : null;
    if (said !== null) return said;
  }
  return null;
}

const PROSE_VALUE = /[。；！？].{2}|.{80}|，.{0,40}，/u;

const YEAR = /(?:19|20)\d\d/u;

function unlabelled(raw: string, line: string): MetaLine | null {
  if (line.length > 120 || !YEAR.test(line)) return null;
  const dates = findDates(line);
  const date = dates[0];
  if (!date || dates.length > 2) return null;
  const rest = pieces(`${line.slice(0, date.from)}|${line.slice(dates.at(-1)?.to ?? date.to)}`);
  // The first piece may be a name: 某某 · 2019-12-25 · 字数 2210. A lone date is a signature's.
  const named = rest.filter((piece) => !isPiece(piece));
  if (rest.length === 0 || named.length > 1 || named.some((piece) => piece.length > 12))
    return null;
  if (rest.length === named.length) return null;
  const by = pieces(raw)
    .map((piece) => BY.exec(piece)?.[1])
    .find((name) => name !== undefined);
  return {
    publishedAt: date.iso,
    author: by ? personOf(by) : null,
    category: null,
    pageCount: null,
    viewer: false,
    labels: 0,
  };
}

function pieces(text: string): string[] {
  return text
    .split(SPLIT)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

function isPiece(piece: string): boolean {
  return BARE_PIECE.test(piece.toLowerCase());
}

/** The person a value names; null for the words sites put where they know nobody. */
function personOf(value: string): string | null {
  const name = (value.split(SPLIT)[0] ?? '').trim();
  return name === '' || name.length > 30 || NOBODY.test(foldLine(name)) ? null : name;
}

function nameOf(value: string): string | null {
  const name = (value.split(SPLIT)[0] ?? '').trim();
  return name === '' || name.length > 20 ? null : name;
}

function positive(value: string): number | null {
  const count = Number(COUNT.exec(value)?.[0] ?? 0);
  return count > 0 ? count : null;
}
