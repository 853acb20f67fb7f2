import { findLabels } from '../lines/meta-labels.ts';
import { cleanTitle } from './clean-title.ts';
import { wordKey } from './fold.ts';
import { frameDates } from './frame-date.ts';
import type { FrameLine, PageFrame } from './page-frame.ts';
import { isTitleStep, shelvesOf } from './path-names.ts';
import { readPath, type SitePath } from './site-path.ts';
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
} as const;
const LEAST = 1.5;
const LONG = 8;
const MIN_LEAD = 6;
const BLANK = /[\s|·•:：]/u;
const TINY = 2;
const NAMED = 5;
const QUOTES = /[《【“"「〖]([^《》【】“”"「」〖〗]{2,90})[》】”"」〗]/gu;
/** A value of two to four characters stands between a glued label and the title: the label's words are these. */
const GLUED_LABEL =
  /(?:(?:发布|发表|上传|更新|录入|添加|整理|公开|发稿)(?:时间|日期|人|者|日)|时间|日期|作者|来源|整理|浏览|点击|经办人|发布者|编辑)$/u;
/** A field's name alone on its line: the next line is its value. */
const LABEL_ALONE = /[:：]$/u;
const CLOCK = /^(?:今天|现在)/u;
const BRACKET_FIELD = /^【[^】]{2,8}】/u;
const TITLE_LABEL =
  /^(?:(?:本文|文章|文档)?标题|標題|题目|題目|(?:文档|资料)名称?|本页主题)\s?[:：]/u;
const STARTS_WITH_DAY = /^(?:19|20)\d\d[-/.年]\d/u;
/** A line about the document is longer than its name. */
const LEAD_LINE = 24;
const QUOTED = /^[^《》]{0,14}《([^《》]{2,90})》/u;
/** A chapter, a number, words every document may begin with: the title of none. */
const INSIDE =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|第[一二三四五六七八九十\d]{1,4}[章节条部]|前言|引言|摘要|目录|正文|附件|导语|简介|abstract)/iu;
/** The site speaks of its rights. */
const RIGHTS = /©|版权|版權|ICP|备案|copyright|禁止|授权/iu;
const SHORT_NAME = 10;
const LABEL_END = /(?:时间|日期|日|于|published|posted|updated|on)\s?$/iu;
/** Nothing but a site's name stands behind these. */
const BAR = /_| \| /u;
const MARKS = /^[\s_|｜-]{1,4}/u;
const SITE_MARK = /[_|｜]| - /u;

interface Head {
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
  /** Lines that are a field in brackets: 【颁布日期】2014.01.20. */
  readonly fields: number;
}

/**
 * The title of an extracted text: of the short lines above its first paragraph the one that most of the page agrees on.
 * It stands above the line with the date, below the path or at its end, and other lines quote it. `judged` is what the
 * line rules took for it. null if no line has enough of that.
 */
export function frameTitle(frame: PageFrame, judged: string): FrameTitle | null {
  const head = readHead(frame, judged);
  let best: (FrameTitle & { score: number }) | null = null;
  for (const candidate of [...ownLines(head), ...quotedTitles(head)]) {
    const score = scoreOf(head, candidate);
    // Of two that are as likely the lower one: the site's name stands above the title.
    if (score >= LEAST && (!best || score >= best.score)) best = { ...candidate, score };
  }
  return best;
}

interface Candidate extends FrameTitle {
  /** A day or a label is glued to it. */
  readonly glued: boolean;
  /** A label says that it is the title. */
  readonly labelled: boolean;
}

function ownLines(head: Head): Candidate[] {
  return head.lines.flatMap(({ text }, at) => {
    const above = head.lines[at - 1]?.text ?? '';
    if (head.paths[at] || (LABEL_ALONE.test(above) && !CLOCK.test(above))) return [];
    if (BRACKET_FIELD.test(text) && head.fields > 1) return [];
    if (isMenu(text) || STARTS_WITH_DAY.test(text)) return [];
    const lead = head.leads[at] ?? text;
    if (lead === text && text.length < LEAD_LINE && frameDates(text).length > 0) return [];
    const named = cleanTitle(lead);
    const value = withoutSite(named, head);
    if (!isTitleShaped(value)) return [];
    const labelled = TITLE_LABEL.test(lead);
    return [
      {
        value,
        at,
        glued: lead.length < text.length,
        labelled,
        site: named.slice(value.length).replace(MARKS, ''),
      },
    ];
  });
}

/** What a line about the document calls it, where no line of its own does: 《…》由会员分享. */
function quotedTitles(head: Head): Candidate[] {
  return head.lines.flatMap(({ text, kept }, at) => {
    const match = kept || text.length < LEAD_LINE ? null : QUOTED.exec(text);
    const value = cleanTitle(match?.[1] ?? '');
    if (!isTitleShaped(value) || head.keys.includes(wordKey(value))) return [];
    return [{ value, at, glued: false, labelled: false, site: '' }];
  });
}

function readHead({ head, tail, foot }: PageFrame, judged: string): Head {
  const frame = [...head, ...tail, ...foot].filter(({ kept }) => !kept);
  const quoted = new Set<string>();
  for (const { text } of frame) {
    for (const match of text.matchAll(QUOTES)) quoted.add(wordKey(cleanTitle(match[1] ?? '')));
  }
  return {
    lines: head,
    paths: head.map(({ text, kept }) => (kept ? null : usablePath(text))),
    meta: head.map(({ text }) => isMeta(text)),
    quoted,
    keys: frame.map(({ text }) => wordKey(text)),
    foot: [...[...tail, ...foot].slice(-4), ...tail.filter(({ text }) => RIGHTS.test(text))].map(
      ({ text }) => wordKey(text),
    ),
    judged: wordKey(cleanTitle(judged)),
    leads: head.map(({ text }) => leadOf(text)),
    fields: head.filter(({ text }) => BRACKET_FIELD.test(text)).length,
  };
}

function usablePath(text: string): SitePath | null {
  const path = readPath(text);
  if (!path || path.strong || shelvesOf(path, { title: '', sites: [] }).anchored) return path;
  return text.includes(' / ') && path.names.every(({ length }) => length <= SHORT_NAME)
    ? path
    : null;
}

/** A line of fields: a day, or labels of the kind. */
function isMeta(text: string): boolean {
  return (
    frameDates(text).some(({ role }) => role !== 'other') ||
    findLabels(text.toLowerCase()).length > 1
  );
}

/** What stands before a day or a label glued to the line; the whole line if nothing is glued. */
function leadOf(text: string): string {
  const [date] = frameDates(text);
  if (!date) return text;
  const colon = text.search(/[:：]/u);
  const end = colon > 0 && colon < date.from ? labelStart(text, colon) : date.from;
  const lead = end === null ? '' : text.slice(0, end).trim();
  if (LABEL_END.test(lead)) return text;
  return lead.length < MIN_LEAD || BLANK.test(lead) || BRACKET_FIELD.test(lead) ? text : lead;
}

function labelStart(text: string, colon: number): number | null {
  const label = GLUED_LABEL.exec(text.slice(0, colon));
  return label ? label.index : null;
}

function scoreOf(head: Head, { value, at, glued, labelled, site }: Candidate): number {
  const key = wordKey(value);
  const line = head.lines[at];
  let score = glued ? SCORE.glued : dateBelow(head, at);
  if (labelled) score += SCORE.labelled;
  if (site !== '') score += SCORE.siteBehind;
  if (head.paths.some((path) => path && isTitleStep(path.names.at(-1) ?? '', value))) {
    score += SCORE.pathEnd;
  }
  if (head.paths[at - 1] || head.paths[at - 2]) score += SCORE.belowPath;
  if (head.quoted.has(key)) score += SCORE.quoted;
  const own = line && !line.kept && wordKey(line.text) !== key ? 1 : 0;
  const others = head.keys.filter((one) => one !== key && one.includes(key)).length;
  if (key.length >= NAMED && others > own) score += SCORE.named;
  if (head.keys.filter((one) => one === key).length > 1) score += SCORE.repeated;
  if (head.judged !== '' && head.judged.includes(key)) score += SCORE.judged;
  if (head.lines[at + 1]?.kept) score += SCORE.aboveText;
  if (value.length >= LONG) score += SCORE.long;
  if (value.length <= TINY) score += SCORE.tiny;
  if (line?.kept) score += SCORE.inText;
  if (at === 0) score += line?.kept && !INSIDE.test(value) ? SCORE.opensPage : SCORE.first;
  if (head.foot.some((one) => one.includes(key))) score += SCORE.inFoot;
  if (at < 2 && isMenu(head.lines[at + 1]?.text ?? '')) score += SCORE.aboveMenu;
  if (head.meta.slice(0, at).includes(true)) score += SCORE.belowDate;
  return score;
}

function dateBelow({ lines, meta, leads }: Head, at: number): number {
  for (const [step, worth] of SCORE.dateBelow.entries()) {
    const next = at + 1 + step;
    const line = lines[next];
    if (!line || !meta[next] || line.kept) continue;
    // A day glued to another title is not this one's.
    return leads[next] === line.text ? worth : 0;
  }
  return 0;
}

/** Without the site's name behind a bar or a hyphen: it is shorter than the title, or other lines have it. */
function withoutSite(title: string, head: Head): string {
  const parts = titleParts(title);
  const last = parts.at(-1);
  const before = parts.at(-2);
  if (!last || !before || !SITE_MARK.test(title.slice(before.to, last.from))) return title;
  const rest = title.slice(0, before.to).trim();
  const tail = wordKey(last.text);
  if (BAR.test(title.slice(before.to, last.from))) return rest;
  const own = wordKey(title);
  const recurs = head.keys.some((key) => key.includes(tail) && !key.startsWith(own));
  return recurs || (tail.length <= 12 && wordKey(rest).length > tail.length) ? rest : title;
}
