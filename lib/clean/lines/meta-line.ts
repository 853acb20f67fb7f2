import { type DateMention, findDates } from '../metadata/find-dates.ts';
import { readCredit } from './credit-line.ts';
import { foldLine } from './fold-line.ts';
import { findLabels, type Label, type LabelKind } from './meta-labels.ts';

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
/** 时间：60分钟 满分：60分: how long an examination takes dates nothing. */
const DURATION = /(?:时间|时长): ?\d{1,3} ?分钟/u;

const COUNTER =
  '(?:字数|热度|阅读|浏览|点击|人气|访问|评论|回复|查看|下载|收藏|点赞|推荐|共|约)?[^\\p{L}\\p{N}]{0,3}[\\d,.万wk+]{1,9} ?(?:字|次|℃|人|条|道?题|赞|度|阅读|浏览|评论|回复|人阅读|次阅读|次浏览|人浏览|人看过|views?|comments?|min(?:ute)?s?(?: read)?|words?|reads?)?';
const BUTTON =
  '(?:views?|comments?|min read|print|email|share|download.{0,30}|手机版|打印|分享|收藏|投稿|大|中|小|网络|网友|本站|编辑|未知|佚名|admin|word下载|下载word.{0,12}|下载.{0,12})';
/** 格式 PDF | 共15页 | 1.2M: what a viewer says of a file. */
const FILE_PIECE =
  '(?:(?:格式 ?)?(?:docx?|pdf|pptx?|xlsx?|wps|rtf|txt)(?:格式)?|(?:共|全文)? ?\\d{1,4} ?页|[\\d.]{1,6} ?[kmg]b?)';
const PAGES_PIECE = /^(?:共|全文)? ?(\d{1,4}) ?页$/u;
const FILE = new RegExp(`^${FILE_PIECE}$`, 'u');
/** Every meta line has a label's colon or a year. */
const MAY_BE = /:|(?:19|20)\d\d|[〇○零一二]{2,4}年/u;
/** Pieces without a colon: 字数 1836, 热度 533℃, By Agnes Lau, 4 min. */
const BARE_PIECE = new RegExp(
  `^(?:${FILE_PIECE}|(?:${COUNTER}|${BUTTON})(?: (?:${COUNTER}|${BUTTON})){0,5}|by [\\p{L}. '’-]{2,40}|(?:posted|published|updated)(?: on)?|(?:原创|转载)(?: .{1,30})?)$`,
  'u',
);
const SPLIT = /\s?[|·•┊┆│●/]\s?|\s{2,4}|\] ?\[|[[\]【】]/u;
const NOBODY =
  /^(?:网友|佚名|未知|不详|匿名|admin|administrator|管理员|站长|本站|原创|转载|互联网|网络|网上|会员|小编|编辑|编者|无名|未署名|unknown|anonymous|editor|staff|user\d*|root|test|[^\p{L}]*)$/u;
const YEAR = /(?:19|20)\d\d|[〇○零一二]{2,4}年|\d年/u;
const COUNT = /\d{1,5}/u;
/** 考级达(www.example.com)【大 中 小】2012年4月9日: the site with its address. */
const ADDRESS = /\s?[(（](?:https?:\/\/)?(?:[\w-]{2,40}\.){1,3}[a-z]{2,8}\/?[)）]$/iu;
const BY = /^by ([\p{L}. '’-]{2,40})$/iu;

/**
 * The fields of a line that is nothing but fields; null if any of it reads as text. Labels may be glued
 * (时间:2007/1/22栏目:工作总结); what has no label must be a date, a counter or a short name.
 */
export function readMetaLine(raw: string, line = foldLine(raw)): MetaLine | null {
  if (raw.length > LONGEST || !MAY_BE.test(line)) return null;
  if (DURATION.test(line)) return null;
  const labels = findLabels(line);
  const [first] = labels;
  if (!first) return credited(raw, line) ?? unlabelled(raw, line);
  const head = line.slice(0, first.from);
  return head.trim().length <= 40 && isBare(head) ? labelled(raw, line, labels) : null;
}

function credited(raw: string, line: string): MetaLine | null {
  const credit = readCredit(raw, line);
  return credit && { ...credit, category: null, pageCount: null, viewer: false, labels: 1 };
}

/** Reading dates is dear, and each has its year. */
function datesIn(text: string): DateMention[] {
  return YEAR.test(text) ? findDates(text) : [];
}

/** Above the labels stand dates, counters and short names. */
function isBare(head: string): boolean {
  const date = datesIn(head)[0];
  if (date) return isBare(head.slice(0, date.from)) && isBare(head.slice(date.to));
  return head.trim() === '' || pieces(head).every((piece) => isPiece(piece) || piece.length <= 10);
}

interface Field {
  readonly kind: LabelKind;
  readonly value: string;
}

function labelled(raw: string, line: string, labels: readonly Label[]): MetaLine | null {
  const fields = labels.map(({ kind, valueFrom }, index): Field => {
    return { kind, value: raw.slice(valueFrom, labels[index + 1]?.from).trim() };
  });
  if (fields.some(({ value }) => PROSE_VALUE.test(value))) return null;
  if (isAct(fields) || isForm(fields, labels, line)) return null;
  if (fields.slice(0, -1).some(({ value }) => value.length > 60)) return null;
  // 来源：互联网　2016-07-08: the date may stand without a label.
  const bare = datesIn(line)[0]?.iso ?? null;
  return {
    publishedAt: valueIn(fields, 'date', (value) => datesIn(value)[0]?.iso ?? null) ?? bare,
    author: valueIn(fields, 'author', personOf),
    category: valueIn(fields, 'category', nameOf),
    pageCount: valueIn(fields, 'pages', positive),
    viewer: fields.some(({ kind }) => kind === 'pages' || kind === 'viewer'),
    labels: labels.length,
  };
}

/** 上传：把照片拖进窗口再松手: a label's word that heads what somebody does. */
function isAct([field, ...others]: readonly Field[]): boolean {
  if (field?.kind !== 'date' || others.length > 0) return false;
  return field.value.length >= LEAST_ACT && !ANY_NUMBER.test(field.value);
}

const LEAST_ACT = 8;
const ANY_NUMBER = /[\d一二三四五六七八九十〇○]|昨|今|刚/u;

/** 日期：　　　日期：: two parties sign beside each other. */
function isForm(fields: readonly Field[], labels: readonly Label[], line: string): boolean {
  if (fields.length !== 2 || fields.some(({ value }) => value.trim() !== '')) return false;
  const [one, other] = labels.map(({ from, valueFrom }) => line.slice(from, valueFrom));
  return one === other;
}

/** The first value of a label of the kind that says something. */
function valueIn<T>(
  fields: readonly Field[],
  kind: LabelKind,
  read: (value: string) => T | null,
): T | null {
  for (const field of fields) {
    const said = field.kind === kind ? read(field.value) : null;
    if (said !== null) return said;
  }
  return null;
}

const PROSE_VALUE = /[。；！？].{2}|.{80}|，.{0,40}，/u;

/** A mention of a date ends before it. */
const DAY = /^日/u;
/** Bars between the pieces, or the words of counters. */
const HAS_PIECES =
  /[|·•┊┆│●]|\s{2}|大 中 小|阅读|浏览|点击|评论|原创|转载|posted|published|updated|by /u;

function unlabelled(raw: string, line: string): MetaLine | null {
  if (line.length > 120 || !YEAR.test(line) || line.includes('。') || !HAS_PIECES.test(line)) {
    return null;
  }
  const dates = findDates(line);
  const date = dates[0];
  if (!date || dates.length > 2) return null;
  const to = dates.at(-1)?.to ?? date.to;
  const rest = pieces(`${raw.slice(0, date.from)}|${raw.slice(to).replace(DAY, '')}`);
  // The first piece may be a name: 某某 · 2019-12-25 · 字数 2210. A lone date is a signature's.
  const named = rest.filter((piece) => !isPiece(piece));
  const isLong = named.some((piece) => piece.replace(ADDRESS, '').length > 12);
  if (rest.length === 0 || named.length > 1 || isLong) return null;
  if (rest.length === named.length) return null;
  const pages = rest.map((piece) => PAGES_PIECE.exec(piece)?.[1]).find((n) => n !== undefined);
  const by = rest.map((piece) => BY.exec(piece)?.[1]).find((name) => name !== undefined);
  return {
    publishedAt: date.iso,
    author: by ? personOf(by) : null,
    category: null,
    pageCount: pages === undefined ? null : positive(pages),
    viewer: rest.filter((piece) => FILE.test(piece.toLowerCase())).length > 1,
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
