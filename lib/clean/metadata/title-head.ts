import { findLabels } from '../lines/meta-labels.ts';
import { cleanTitle, withoutBarTools } from './clean-title.ts';
import { wordKey } from './fold.ts';
import { frameDates } from './frame-date.ts';
import type { FrameLine, PageFrame } from './page-frame.ts';
import { shelvesOf } from './path-names.ts';
import type { SitePath } from './site-path.ts';
import { titleParts } from './title-parts.ts';

const MIN_LEAD = 6;
const BLANK = /[\s|·•:：]/u;
const QUOTES = /[《【“"「〖]([^《》【】“”"「」〖〗]{2,90})[》】”"」〗]/gu;
/** 店面租赁合同相关阅读: a list below the text says what it is related to. */
const RELATED_TO =
  /^([^【《：:]{6,60}?)的?(?:相关|相關|延伸)(?:文章|阅读|閱讀|范文|推荐|推薦|资料|内容|文档)[:：]?$/u;
/** Words of a label that is glued to a title. */
const GLUED_LABEL =
  /(?:(?:发布|发表|上传|更新|录入|添加|整理|公开|发稿)(?:时间|日期|人|者|日)|时间|日期|作者|来源|整理|浏览|点击|经办人|发布者|编辑|(?<=\s)(?:发布|发表|更新|上传|录入))$/u;
export const BRACKET_FIELD = /^【[^】]{2,8}】/u;
/** The site speaks of its rights. */
const RIGHTS = /©|版权|版權|ICP|备案|copyright|禁止|授权/iu;
const SHORT_NAME = 10;
/** Slashes between so many names make a path; between two they also stand in titles. */
const STEPS = 3;
const LABEL_END = /(?:时间|日期|日|于|published|posted|updated|on)\s?$/iu;
/** Nothing but a site's name stands behind these. */
const BAR = /_| \| /u;
const SITE_MARK = /[_|｜]| - /u;
const COLON = /[:：]/u;
/** 标题 [ 来源：… | 作者：… | 时间：…], 标题（来源：… 日期：…）: two fields and more. */
const FIELDS_IN_BRACKETS =
  /\s?[[【（(]\s?(?:(?:信息|文章|稿件)?[来來]源|作者|(?:发布|發布|发表|更新|录入)?(?:时间|時間|日期)|发布[人者]|编辑|浏览|点击|阅读)\s?[:：][^\]】）):：]{1,30}[:：]/u;
/** The page's last lines, where the site speaks of itself. */
const FOOT = 4;
const SHORT_SITE = 12;

/** What is known of the lines above a text before one is taken for its title. */
export interface TitleHead {
  readonly lines: readonly FrameLine[];
  readonly paths: readonly (SitePath | null)[];
  readonly meta: readonly boolean[];
  readonly quoted: ReadonlySet<string>;
  /** Word keys of the lines that are not text. */
  readonly keys: readonly string[];
  readonly foot: readonly string[];
  readonly judged: string;
  /** Each line without the day or label glued to it. */
  readonly leads: readonly string[];
  /** How the first paragraph begins. */
  readonly opening: string;
  /** Lines that are a field in brackets: 【颁布日期】2014.01.20. */
  readonly fields: number;
}

/** Reads the lines once; `judged` is what the line rules took for the title. */
export function titleHead({ head, tail, foot, opening }: PageFrame, judged: string): TitleHead {
  const frame = [...head, ...tail, ...foot].filter(({ kept }) => !kept);
  const ends = head.map(({ path, kept }) => (kept ? '' : (path?.names.at(-1) ?? '')));
  const quoted = new Set<string>();
  for (const { text } of frame) {
    for (const match of text.matchAll(QUOTES)) quoted.add(wordKey(cleanTitle(match[1] ?? '')));
  }
  const below = [...tail, ...foot];
  for (const { text } of below) {
    const name = RELATED_TO.exec(text)?.[1];
    if (name !== undefined) quoted.add(wordKey(cleanTitle(name)));
  }
  return {
    lines: head,
    paths: head.map((line, at) => (line.kept ? null : usablePath(line, at, head[at + 1]))),
    meta: head.map(({ text }) => isMeta(text)),
    quoted,
    keys: frame.map(({ text }) => wordKey(text)),
    foot: [...below.slice(-FOOT), ...tail.filter(({ text }) => RIGHTS.test(text))]
      .filter(({ text }) => !RELATED_TO.test(text))
      .map(({ text }) => wordKey(text)),
    judged: wordKey(cleanTitle(judged)),
    leads: head.map(({ text }) => leadOf(withoutTools(text), ends)),
    opening,
    fields: head.filter(({ text }) => BRACKET_FIELD.test(text)).length,
  };
}

function usablePath(
  { text, path }: FrameLine,
  at: number,
  next: FrameLine | undefined,
): SitePath | null {
  if (!path || path.strong || shelvesOf(path, { title: '', sites: [] }).anchored) return path;
  // 青石录 | 调研报告 above a title of its own.
  const isMasthead = at === 0 && path.bar && next?.kept === false && !isMeta(next.text);
  if (isMasthead && path.names.length === 2 && next.text.length > text.length) return path;
  const isParted = text.includes(' / ') || (text.includes('/') && path.names.length >= STEPS);
  return isParted && path.names.every(({ length }) => length <= SHORT_NAME) ? path : null;
}

/** 浏览 2.1万 · 回答 1 · 收藏 36 */
const COUNTS =
  /^(?:(?:浏览|瀏覽|阅读|閱讀|回答|收藏|评论|點擊|点击|点赞|关注|热度|人气|查看|回复|下载)\s?(?:[:：]\s?)?[\d.]+[万千wk]?次?[\s·|,，]{0,4}){2,}$/u;

/** A line of fields: a day, or labels of the kind. */
function isMeta(text: string): boolean {
  return (
    COUNTS.test(text) ||
    frameDates(text).some(({ role }) => role !== 'other') ||
    findLabels(text.toLowerCase()).length > 1
  );
}

/**
 * What stands before a day, a label or fields in brackets glued to the line; the whole line if nothing is glued. So few
 * characters that they may be a label are a title where a path of the page `ends` in them.
 */
function leadOf(text: string, ends: readonly string[]): string {
  const bracket = FIELDS_IN_BRACKETS.exec(text)?.index ?? 0;
  if (bracket >= MIN_LEAD) return text.slice(0, bracket);
  const [date] = frameDates(text);
  if (!date) return text;
  const colon = text.search(COLON);
  const end = colon > 0 && colon < date.from ? labelStart(text, colon) : date.from;
  const lead = end === null ? '' : text.slice(0, end).replace(OPEN_END, '').trim();
  if (LABEL_END.test(lead) || ACCOUNT.test(lead)) return text;
  if (lead !== '' && ends.includes(lead)) return lead;
  return lead.length < MIN_LEAD || BLANK.test(lead) || BRACKET_FIELD.test(lead) ? text : lead;
}

/** 老屋的灯 (2009-08-30 23:14:07): the day stands in brackets of its own. */
const OPEN_END = /\s{0,2}[（(]\s?$/u;

/** 书友_8830: who uploaded it, as sites number their users. */
const ACCOUNT = /^[\p{L}]{1,8}_?\d{3,12}$/u;

/** 走马灯 编辑 讨论 上传视频: what readers can do with an entry, behind its name; one word alone may be the title's own. */
const TOOLS =
  /(?: (?:编辑(?:词条)?|編輯|讨论|討論|播报|上传视频|收藏|锁定|添加义项|查看历史|历史|歷史|历史版本|同义词|义项|分享|投诉|纠错|完善|查论编)){2,8}$/u;

/** The name of an encyclopaedia's entry without the buttons on its line. */
export function withoutTools(text: string): string {
  return text.includes(' ') ? withoutBarTools(text).replace(TOOLS, '') : text;
}

const BRACKET_LAST = /[\]】）)]$/u;

/** 【 发布日期：2020-05-06 点击：2307 次 】: brackets around nothing but fields, which are no title. */
export function isAllFields(text: string): boolean {
  return BRACKET_LAST.test(text) && FIELDS_IN_BRACKETS.exec(text)?.index === 0;
}

function labelStart(text: string, colon: number): number | null {
  const label = GLUED_LABEL.exec(text.slice(0, colon));
  return label ? label.index : null;
}

/** Without the site's name behind a bar or a hyphen: it is shorter than the title, or other lines have it. */
export function withoutSite(title: string, head: TitleHead): string {
  const parts = titleParts(title);
  const last = parts.at(-1);
  const before = parts.at(-2);
  if (!last || !before || !SITE_MARK.test(title.slice(before.to, last.from))) return title;
  const rest = title.slice(0, before.to).trim();
  const tail = wordKey(last.text);
  if (BAR.test(title.slice(before.to, last.from))) return rest;
  const own = wordKey(title);
  const recurs = head.keys.some((key) => key.includes(tail) && !key.startsWith(own));
  return recurs || (tail.length <= SHORT_SITE && wordKey(rest).length > tail.length) ? rest : title;
}
