import { isChrome } from '../lines/chrome-words.ts';
import { isByline } from './byline.ts';
import { cleanTitle } from './clean-title.ts';
import { isInContents } from './contents-entry.ts';
import { isEdition } from './edition-name.ts';
import { fileIn } from './file-title.ts';
import { wordKey } from './fold.ts';
import { frameDates } from './frame-date.ts';
import { labelledName } from './labelled-name.ts';
import { isNeverTitle } from './never-title.ts';
import type { FrameLine } from './page-frame.ts';
import { ACCOUNT_LINE } from './site-lines.ts';
import {
  BRACKET_FIELD,
  isAllFields,
  type TitleHead,
  withoutSite,
  withoutTools,
} from './title-head.ts';
import { titleParts } from './title-parts.ts';
import { isMenu, isTitleShaped } from './title-shape.ts';
import { panelName } from './user-panel.ts';

/** A line of an extracted text that is its title. */
export interface FrameTitle {
  readonly value: string;
  /** Index in the head. */
  readonly at: number;
  /** The site's name behind it on its line, '' if there is none. */
  readonly site: string;
}

/** A line that may be the title. */
export interface Candidate extends FrameTitle {
  /** A day or a label is glued to it. */
  readonly glued: boolean;
  /** A label says that it is the title. */
  readonly labelled: boolean;
}

const LONG = 8;
const SHORTEST_NAME = 4;
const SITE_BEHIND = /[_|｜]|\s?[-–—]\s?/u;
/** A field's name alone on its line: the next line is its value. */
const LABEL_ALONE = /[:：]$/u;
const CLOCK = /^(?:今天|现在)/u;
const TITLE_LABEL =
  /^(?:(?:发信人|發信人|寄信人)\s?[:：].{1,80}?)?(?:(?:(?:本文|文章|文档)?标\s{0,4}题|標題|题目|題目|(?:文档|资料)名称?|本页主题)\s?[:：]|【(?:标题|题目|名称)】)/u;
/** A line about the document is longer than its name. */
const LEAD_LINE = 24;
const QUOTED = /^[^《》]{0,14}《([^《》]{2,90})》/u;
/** 《…》政策解读, 《…》读后感: a title that has another in it, and no line about the document. */
const WITH_QUOTATION = /》[\p{Script=Han}]{1,8}$/u;
/** 相关链接：《…》 speaks of another document. */
const OTHERS =
  /^(?:相关|相關|延伸|上级|关联|政策|文件|原文|附件|依据|链接|图解|解读|推荐|上一|下一|转自|摘自|选自|原载|来源).{0,6}[:：]/u;
const DEEP = 3;
const LONG_STEP = 16;
/** Marks that titles have and shelves have not. */
const MARKED = /[，？！?!]|^[【[]/u;
const MARKS = /^[\s_|｜-]{1,4}/u;

/** The lines that may be the title, in order, and what a line about the document calls it. */
export function titleCandidates(head: TitleHead): Candidate[] {
  return [...pathTitles(head), ...ownLines(head), ...quotedTitles(head)];
}

/** What the path ends in, where no line of its own says it: a sentence, or longer than shelves are called. */
function pathTitles({ lines, paths, keys, meta }: TitleHead): Candidate[] {
  return paths.flatMap((path, at) => {
    const value =
      path?.strong && path.names.length >= DEEP ? cleanTitle(path.names.at(-1) ?? '') : '';
    // The path and the title stand in one line.
    const isTwice = value !== '' && (lines[at]?.text ?? '').endsWith(`${value} ${value}`);
    // Right above the fields no other line says it.
    const isAboveFields = path?.labelled && meta[at + 1] && value.length > LONG;
    const isTitle = isTwice || isAboveFields || MARKED.test(value) || value.length >= LONG_STEP;
    if (!isTitle || !isTitleShaped(value) || keys.includes(wordKey(value))) return [];
    return [{ value, at, glued: false, labelled: false, site: '' }];
  });
}

function ownLines(head: TitleHead): Candidate[] {
  return head.lines.flatMap(({ text }, at) => {
    if (isNoTitle(head, text, at) || isPartial(head, text, at)) return [];
    const lead = head.leads[at] ?? text;
    const file = fileIn(lead);
    if (file) return [{ ...file, at, glued: false, labelled: false }];
    const named = cleanTitle(lead);
    const value = withoutSite(named, head);
    if (!isTitleShaped(value)) return [];
    const site = siteAbove(head, value, at) ?? named.slice(value.length).replace(MARKS, '');
    const glued = lead.length < text.length;
    return [{ value, at, glued, labelled: TITLE_LABEL.test(lead), site }];
  });
}

/** The site's name behind the title on the line above; null if that line says none. */
function siteAbove(head: TitleHead, value: string, at: number): string | null {
  // A path says the site; words of shelves stand behind a title then.
  if (head.paths.some(Boolean)) return null;
  // Right above it, or as the page's first line.
  const above = [at - 1, 0].find((place) => place < at && saysMore(head.lines[place], value));
  if (above === undefined) return null;
  const parts = titleParts(head.lines[above]?.text ?? '').map(({ text }) => text);
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  return first.startsWith(value) ? last : first;
}

/** A path, a value below its label, a menu, a day. */
function isNoTitle(head: TitleHead, text: string, at: number): boolean {
  const above = head.lines[at - 1]?.text ?? '';
  if (head.paths[at] || (LABEL_ALONE.test(above) && !CLOCK.test(above))) return true;
  if (BRACKET_FIELD.test(text) && head.fields > 1 && !TITLE_LABEL.test(text)) return true;
  const lead = head.leads[at] ?? text;
  // Pages and bytes behind a file's name are fields of its own.
  if (isEdition(text) || isNeverTitle(lead) || isAccount(head, text)) return true;
  if (isMenu(withoutTools(withoutBadge(text))) || isChrome(text) || panelName(text) !== null)
    return true;
  const isWhole = lead === text;
  if (!isWhole || text.length >= LEAD_LINE) return false;
  return frameDates(text).length > 0 || isByline(text) || labelledName(text) !== '';
}

/** [原创] 老井边的石榴树 [复制链接]: a button behind the title makes no menu of it. */
const withoutBadge = (text: string): string => (text.endsWith(']') ? cleanTitle(text) : text);

/** 柳河的早晨 above 原创 小满 柳河的早晨 2019-11-09: the public account. */
function isAccount({ lines }: TitleHead, text: string): boolean {
  return lines.some(
    (line) => line.text.includes(text) && ACCOUNT_LINE.exec(line.text)?.[2] === text,
  );
}

/** Fields of the document, a heading inside it, words around its name. */
const isPartial = (head: TitleHead, text: string, at: number): boolean =>
  isAllFields(text) ||
  isInContents(head.lines, at) ||
  endsInTitle(head, text) ||
  beginsWithTitle(head, text);

/** 某某吧_岗位职责_保管员考核办法 above a line that says the last part alone: that line is the title. */
function endsInTitle({ lines }: TitleHead, text: string): boolean {
  const last = titleParts(text).at(-1);
  if (!last || last.from === 0 || last.text.length < LONG) return false;
  const key = wordKey(last.text);
  return lines.some((line) => wordKey(line.text) === key);
}

/** 某某教学设计|小学三年级教案|某某教案 below a path and a line that both end in the first part: the page's <title>. */
function beginsWithTitle({ lines, paths }: TitleHead, text: string): boolean {
  const [first, ...others] = BARS.test(text) ? titleParts(text) : [];
  const key = wordKey(first?.text ?? '');
  if (key.length < LONG || others.length === 0) return false;
  const isStep = paths.some((path) => path !== null && wordKey(path.names.at(-1) ?? '') === key);
  return isStep && lines.some((line) => wordKey(line.text) === key);
}

const BARS = /[_|｜]/u;

/** What a line about the document calls it, where no line of its own does: 《…》由会员分享. */
function quotedTitles(head: TitleHead): Candidate[] {
  return head.lines.flatMap(({ text, kept }, at) => {
    const isOther =
      kept || text.length < LEAD_LINE || WITH_QUOTATION.test(text) || OTHERS.test(text);
    const match = isOther ? null : QUOTED.exec(text);
    const value = cleanTitle(match?.[1] ?? '');
    if (!isTitleShaped(value) || head.keys.includes(wordKey(value))) return [];
    if (isPartOfTitle(head, match?.[1] ?? '')) return [];
    return [{ value, at, glued: false, labelled: false, site: '' }];
  });
}

/** 《种子醒来》教学设计 has a line of its own: what is quoted is the lesson, not the document. */
function isPartOfTitle({ lines }: TitleHead, quoted: string): boolean {
  const lead = `《${quoted}》`;
  return lines.some(({ text, kept }) => {
    return !kept && text.startsWith(lead) && WITH_QUOTATION.test(text);
  });
}

/** 店面租赁合同 below 店面租赁合同范本_某某网: the same without what the template adds. */
export function isRestated(head: TitleHead, value: string, at: number): boolean {
  return saysMore(head.lines[at - 1], value);
}

function saysMore(above: FrameLine | undefined, value: string): boolean {
  if (!above || above.kept || !SITE_BEHIND.test(above.text)) return false;
  if (value.length < SHORTEST_NAME || above.text === value) return false;
  return titleParts(above.text).some(({ text }) => text.startsWith(value));
}
