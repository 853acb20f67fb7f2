import { cleanTitle } from './clean-title.ts';
import { wordKey } from './fold.ts';
import { frameDates } from './frame-date.ts';
import type { PageFrame } from './page-frame.ts';
import { isTitleStep } from './path-names.ts';
import { BRACKET_FIELD, type TitleHead, titleHead, withoutSite } from './title-head.ts';
import { titleParts } from './title-parts.ts';
import { isMenu, isTitleShaped } from './title-shape.ts';

/** A line of an extracted text that is its title. */
export interface FrameTitle {
  readonly value: string;
  /** Index in the head. */
  readonly at: number;
  /** The site's name behind it on its line, '' if there is none. */
  readonly site: string;
}

/** What a title's line is worth by what stands around it; fitted by hand on authored pages. */
const SCORE = {
  dateBelow: [3, 2.5, 1.5],
  glued: 3,
  labelled: 4,
  opensPage: 3,
  first: 1,
  siteBehind: 2,
  pathEnd: 4,
  belowPath: 2,
  quoted: 4,
  named: 2,
  judged: 1,
  aboveText: 1,
  repeated: 1,
  long: 1.5,
  tiny: -2,
  inText: -1,
  inFoot: -4,
  aboveMenu: -3,
  belowDate: -1,
  aboveRank: -4,
  chapter: -2,
} as const;
const LEAST = 1.5;
const LEAST_ALONE = 0;
const LONG = 8;
const TINY = 2;
const NAMED = 5;
/** A field's name alone on its line: the next line is its value. */
const LABEL_ALONE = /[:：]$/u;
const CLOCK = /^(?:今天|现在)/u;
const TITLE_LABEL =
  /^(?:(?:(?:本文|文章|文档)?标\s{0,4}题|標題|题目|題目|(?:文档|资料)名称?|本页主题)\s?[:：]|【(?:标题|题目|名称)】)/u;
const SPACED_ADDRESS = /w ?w ?w ?\. ?\w/i;
const STARTS_WITH_DAY = /^(?:19|20)\d\d[-/.年]\d/u;
/** A line about the document is longer than its name. */
const LEAD_LINE = 24;
const QUOTED = /^[^《》]{0,14}《([^《》]{2,90})》/u;
/** A chapter, a number, words every document may begin with: the title of none. */
const INSIDE =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|\d{1,2}(?:\.\d{1,2})* \p{Script=Han}|第[一二三四五六七八九十\d]{1,4}[章节条部]|前言|引言|摘要|目录|正文|附件|导语|简介|abstract)/iu;
/** Counts of a file, an issue or votes; links to the neighbours. */
const COUNTS =
  /\d(?:\.\d+)?\s?(?:张|页|页面|次|人|字|[KM]B?)(?![\p{L}]).*[\d:：]|第\s?\d{1,4}\s?期.{0,6}第?\s?\d{1,4}\s?[卷期]|\(\d{1,4}\/\d{1,4}\)$|^\d{1,3}$|^(?:\p{Script=Han}{2,4}\d(?:[,，]\d)*\*?[,， ]?){2,}$|上一[篇页版章条].{0,6}下一[篇页版章条]/iu;
/** 帖子 1203 精华 4 积分 5530: what a forum says below the name of who writes. */
const RANK = /^(?:(?:帖子|主题|精华|积分|威望|金币|注册时间|等级)\s?[:：]?\s?\d[\d-]*\s*){2,}$/u;
/** 发布机构 某某县人民政府: a field of an official document, its label parted by a blank. */
const FIELD =
  /^(?:索引号|发布机构|发文机关|发文单位|发布单位|制发单位|信息来源|文号|发文字号|成文日期|发布日期|生成日期|公开日期|主题分类|主题词|有效性|公文种类|关键词|信息类别|体裁|(?:文档)?(?:贡献者|上传者|分享者))[\s:：]|^(?:时间|地点|人物|主持人?|出席)[：:]|^(?:欢迎(?:光临|来到|访问)|您好[,，!！]|你好[,，!！])/u;
/** 《…》政策解读, 《…》读后感: a title that has another in it, and no line about the document. */
const WITH_QUOTATION = /》[\p{Script=Han}]{1,8}$/u;
const MARKS = /^[\s_|｜-]{1,4}/u;

/**
 * The title of an extracted text: of the short lines above its first paragraph the one that most of the page agrees on.
 * It stands above the line with the date, below the path or at its end, and other lines quote it. `judged` is what the
 * line rules took for it. null if no line has enough of that.
 */
export function frameTitle(frame: PageFrame, judged: string): FrameTitle | null {
  const head = titleHead(frame, judged);
  const candidates = [...ownLines(head), ...quotedTitles(head)];
  let best: (FrameTitle & { score: number }) | null = null;
  let judgedScore = Number.NEGATIVE_INFINITY;
  for (const candidate of candidates) {
    const score = scoreOf(head, candidate);
    if (wordKey(candidate.value) === head.judged) judgedScore = Math.max(judgedScore, score);
    // Of two that are as likely the lower one: the site's name stands above the title.
    if (!best || score >= best.score) best = { ...candidate, score };
  }
  // Where the line that was judged to be the title can be none, or is no likelier, the likeliest other is better.
  const isOpen = head.judged === '' || (best !== null && judgedScore >= best.score);
  const least = isOpen ? LEAST : LEAST_ALONE;
  return best && best.score >= least ? best : null;
}

interface Candidate extends FrameTitle {
  /** A day or a label is glued to it. */
  readonly glued: boolean;
  /** A label says that it is the title. */
  readonly labelled: boolean;
}

function ownLines(head: TitleHead): Candidate[] {
  return head.lines.flatMap(({ text }, at) => {
    if (isNoTitle(head, text, at) || endsInTitle(head, text)) return [];
    const lead = head.leads[at] ?? text;
    const named = cleanTitle(lead);
    const value = withoutSite(named, head);
    if (!isTitleShaped(value)) return [];
    const site = named.slice(value.length).replace(MARKS, '');
    const glued = lead.length < text.length;
    return [{ value, at, glued, labelled: TITLE_LABEL.test(lead), site }];
  });
}

/** A path, a value below its label, a menu, a day. */
function isNoTitle(head: TitleHead, text: string, at: number): boolean {
  const above = head.lines[at - 1]?.text ?? '';
  if (head.paths[at] || (LABEL_ALONE.test(above) && !CLOCK.test(above))) return true;
  if (BRACKET_FIELD.test(text) && head.fields > 1 && !TITLE_LABEL.test(text)) return true;
  if (SPACED_ADDRESS.test(text)) return true;
  if (isMenu(text) || STARTS_WITH_DAY.test(text) || FIELD.test(text) || COUNTS.test(text))
    return true;
  const isWhole = (head.leads[at] ?? text) === text;
  return isWhole && text.length < LEAD_LINE && frameDates(text).length > 0;
}

/** 某某吧_岗位职责_保管员考核办法 above a line that says the last part alone: that line is the title. */
function endsInTitle({ lines }: TitleHead, text: string): boolean {
  const last = titleParts(text).at(-1);
  if (!last || last.from === 0 || last.text.length < LONG) return false;
  const key = wordKey(last.text);
  return lines.some((line) => wordKey(line.text) === key);
}

/** What a line about the document calls it, where no line of its own does: 《…》由会员分享. */
function quotedTitles(head: TitleHead): Candidate[] {
  return head.lines.flatMap(({ text, kept }, at) => {
    const isOther = kept || text.length < LEAD_LINE || WITH_QUOTATION.test(text);
    const match = isOther ? null : QUOTED.exec(text);
    const value = cleanTitle(match?.[1] ?? '');
    if (!isTitleShaped(value) || head.keys.includes(wordKey(value))) return [];
    return [{ value, at, glued: false, labelled: false, site: '' }];
  });
}

function scoreOf(head: TitleHead, candidate: Candidate): number {
  return placeScore(head, candidate) + agreementScore(head, candidate) + ownScore(candidate.value);
}

const worth = (score: number, holds: boolean): number => (holds ? score : 0);

/** Where it stands. */
function placeScore(head: TitleHead, { value, at, glued }: Candidate): number {
  const kept = head.lines[at]?.kept ?? false;
  const opens = kept && !INSIDE.test(value) ? SCORE.opensPage : SCORE.first;
  return (
    (glued ? SCORE.glued : dateBelow(head, at)) +
    worth(SCORE.belowPath, Boolean(head.paths[at - 1] ?? head.paths[at - 2])) +
    worth(SCORE.aboveText, head.lines[at + 1]?.kept ?? false) +
    worth(SCORE.inText, kept) +
    worth(opens, at === 0) +
    worth(SCORE.aboveMenu, at < 2 && isMenu(head.lines[at + 1]?.text ?? '')) +
    worth(SCORE.belowDate, head.meta.slice(0, at).includes(true)) +
    worth(
      SCORE.aboveRank,
      head.lines.slice(at + 1, at + 3).some(({ text }) => RANK.test(text)),
    )
  );
}

/** What other lines say of it. */
function agreementScore(head: TitleHead, { value, at, labelled, site }: Candidate): number {
  const key = wordKey(value);
  const line = head.lines[at];
  const isPart = line !== undefined && !line.kept && wordKey(line.text) !== key;
  const having = head.keys.filter((one) => one !== key && one.includes(key)).length;
  const isEnd = head.paths.some((path) => path && isTitleStep(path.names.at(-1) ?? '', value));
  return (
    worth(SCORE.labelled, labelled) +
    worth(SCORE.siteBehind, site !== '') +
    worth(SCORE.pathEnd, isEnd) +
    worth(SCORE.quoted, head.quoted.has(key)) +
    worth(SCORE.named, key.length >= NAMED && having > Number(isPart)) +
    worth(SCORE.repeated, head.keys.filter((one) => one === key).length > 1) +
    worth(SCORE.judged, head.judged !== '' && head.judged.includes(key)) +
    worth(
      SCORE.inFoot,
      head.foot.some((one) => one.includes(key)),
    )
  );
}

function ownScore(value: string): number {
  return (
    worth(SCORE.long, value.length >= LONG) +
    worth(SCORE.tiny, value.length <= TINY) +
    worth(SCORE.chapter, CHAPTER.test(value))
  );
}

const CHAPTER = /^\d{1,2}(?:\.\d{1,2})* \p{Script=Han}/u;

function dateBelow({ lines, meta, leads }: TitleHead, at: number): number {
  for (const [step, score] of SCORE.dateBelow.entries()) {
    const next = at + 1 + step;
    const line = lines[next];
    if (!line || !meta[next] || line.kept) continue;
    // A day glued to another title is not this one's.
    return leads[next] === line.text ? score : 0;
  }
  return 0;
}
