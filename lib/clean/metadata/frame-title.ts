import { isByline } from './byline.ts';
import { wordKey } from './fold.ts';
import { isMemberLine } from './member-line.ts';
import { isPresence } from './never-title.ts';
import type { FrameLine, PageFrame } from './page-frame.ts';
import { isTitleStep } from './path-names.ts';
import {
  type Candidate,
  type FrameTitle,
  isRestated,
  titleCandidates,
} from './title-candidates.ts';
import { type TitleHead, titleHead } from './title-head.ts';
import { SCORE } from './title-scores.ts';
import { isMenu } from './title-shape.ts';

const LEAST = 1.5;
const LEAST_ALONE = 0;
/** Where what was judged to be the title can be none. */
const LEAST_ELSE = -2;
const LONG = 8;
const TINY = 2;
const NAMED = 5;
/** A chapter, a number, words every document may begin with: the title of none. */
const INSIDE =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|\d{1,2}(?:\.\d{1,2})* \p{Script=Han}|第[一二三四五六七八九十\d]{1,4}[章节条部]|前言|引言|摘要|目录|正文|附件|导语|简介|abstract)/iu;
/** What sites of questions put below one. */
const ANSWERS =
  /^(?:\+\s?)?(?:(?:关注问题|關注問題|写回答|寫回答|邀请回答|我来回?答|回答问题|\d{1,6} ?个回答)(?: {1,2}|$)){1,4}(?:(?:浏览|关注者?|默认排序)\s?[\d,]*)?$/u;
/** 帖子 1203 精华 4 积分 5530: what a forum says below the name of who writes. */
const RANK =
  /^(?:(?:帖子|主题|精华|积分|威望|金币|注册时间|等级)\s?(?:[:：]\s?)?\d[\d-]*\s?){2,}$/u;
const ASKS = /[？?]$/u;
const NEAR = 3;
const FAR = 8;
const FILE =
  /\S\.(?:docx?|pdf|pptx?|xlsx?|wps|rtf)(?:\s?[-_|｜—–]{1,2}\s?\p{Script=Han}{2,10})?$/iu;
/** 某某材料网-专注机关文稿十二年: who publishes, and what the site says of itself. */
const WITH_SLOGAN =
  /^[\p{Script=Han}\w]{2,8}(?:网|網|库|庫|站|坊|社|吧|平台|论坛|社区)\s?(?:[-_|｜·—]{1,2}|——)\s?[^-_|｜—]{4,20}$/u;
/** 某某新闻网 above the title: what no document is called. */
const SITE_NAME =
  /^[\p{Script=Han}\w]{2,10}(?:网|網|文库|文庫|题库|題庫|论坛|論壇|社区|社區|百科|平台|门户)$/u;
/** 岩白菜是…, 嫁接，又称…: how an entry of an encyclopaedia begins. */
const DEFINES =
  /^(?:（[^）]{1,30}）|\([^)]{1,40}\))?[，,]?(?:是|为|指|即|乃|系|属|又[名称]|也[叫称]|亦[名称]|简称|俗称|别名|原名|位于|地处|坐落|始建于|始设于)/u;

/**
 * The title of an extracted text: of the short lines above its first paragraph the one that most of the page agrees on.
 * It stands above the line with the date, below the path or at its end, and other lines quote it. `judged` is what the
 * line rules took for it. null if no line has enough of that.
 */
export function frameTitle(frame: PageFrame, judged: string): FrameTitle | null {
  const head = titleHead(frame, judged);
  const candidates = titleCandidates(head).filter(
    ({ at }) => !(frame.opensInside && head.lines[at]?.kept),
  );
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
  const isRuledOut = head.judged !== '' && judgedScore === Number.NEGATIVE_INFINITY;
  const least = isRuledOut ? LEAST_ELSE : isOpen ? LEAST : LEAST_ALONE;
  return best && best.score >= least ? best : null;
}

function scoreOf(head: TitleHead, candidate: Candidate): number {
  return placeScore(head, candidate) + agreementScore(head, candidate) + ownScore(candidate.value);
}

const worth = (score: number, holds: boolean): number => (holds ? score : 0);

/** Where it stands. */
function placeScore(head: TitleHead, candidate: Candidate): number {
  const { value, at } = candidate;
  const kept = head.lines[at]?.kept ?? false;
  const opens = kept && !INSIDE.test(value) ? SCORE.opensPage : SCORE.first;
  return (
    belowScore(head, candidate) +
    worth(SCORE.belowPath, Boolean(head.paths[at - 1] ?? head.paths[at - 2])) +
    worth(SCORE.inText, kept) +
    worth(SCORE.siteName, at === 0 && SITE_NAME.test(value)) +
    worth(SCORE.ofBook, !kept && isOfBook(head, value, at)) +
    worth(opens, at === 0) +
    worth(SCORE.slogan, at === 0 && WITH_SLOGAN.test(head.lines[at]?.text ?? '')) +
    worth(SCORE.file, FILE.test(head.leads[at] ?? '')) +
    worth(SCORE.restated, isRestated(head, value, at)) +
    worth(SCORE.belowDate, head.meta.slice(0, at).includes(true))
  );
}

/** What stands below it. */
function belowScore(head: TitleHead, { at, glued, value }: Candidate): number {
  const next = head.lines[at + 1];
  const below = head.lines.slice(at + 1, at + 4).map(({ text }) => text);
  const [text = ''] = below;
  const isRanked = isPresence(text) || below.slice(0, 2).some((one) => RANK.test(one));
  return (
    (glued ? SCORE.glued : dateBelow(head, at)) +
    worth(SCORE.aboveText, next?.kept ?? false) +
    worth(SCORE.belowMenu, isBelowMenu(head, at)) +
    worth(SCORE.member, isMemberLine(head.lines, value, at)) +
    worth(SCORE.asked, isAsked(head, at)) +
    worth(SCORE.aboveByline, isByline(text)) +
    worth(SCORE.aboveMenu, at < 2 && isMenu(text)) +
    worth(SCORE.aboveRank, isRanked)
  );
}

/** Between the site's menu and the text. */
function isBelowMenu({ lines }: TitleHead, at: number): boolean {
  const [above, line, below] = [lines[at - 1], lines[at], lines[at + 1]];
  return below?.kept !== false && line?.kept === false && isMenu(above?.text ?? '');
}

/** Whether the buttons to answer it stand below: who asked stands there too, and their words. */
function isAsked({ lines }: TitleHead, at: number): boolean {
  const isQuestion = (line: FrameLine | undefined): boolean => ASKS.test(line?.text ?? '');
  if (lines.slice(0, at).some(isQuestion)) return false;
  const reach = isQuestion(lines[at]) ? FAR : NEAR;
  return lines.slice(at + 1, at + 1 + reach).some(({ text }) => ANSWERS.test(text));
}

/** 第五回 纸门后面 below 《山神休假中》, or below what the path ends in: the page is the chapter's. */
function isOfBook({ lines, paths }: TitleHead, value: string, at: number): boolean {
  const book = lines[at - 1];
  if (!book || book.kept || !NAMED_CHAPTER.test(value)) return false;
  return BOOK.test(book.text) || paths.some((path) => path?.names.at(-1) === book.text);
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
    worth(SCORE.defined, at > 0 && isDefined(head, value, at)) +
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

function isDefined({ opening, lines }: TitleHead, value: string, at: number): boolean {
  const below = lines.slice(at + 1, at + 3).map(({ text }) => text);
  return [opening, ...below].some(
    (text) => text.startsWith(value) && DEFINES.test(text.slice(value.length)),
  );
}

function ownScore(value: string): number {
  return (
    worth(SCORE.long, value.length >= LONG) +
    worth(SCORE.tiny, value.length <= TINY) +
    worth(SCORE.chapter, CHAPTER.test(value))
  );
}

const NAMED_CHAPTER = /^第[一二三四五六七八九十百千零〇两兩\d]{1,7}[章回节節话話集卷][\s　]?\S/u;
const BOOK = /^《[^《》]{1,30}》$/u;
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
