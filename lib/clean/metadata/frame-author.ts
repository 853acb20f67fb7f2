import { bylineName, ornamentedName } from './byline.ts';
import { isNetworkName } from './channel-word.ts';
import { wordKey } from './fold.ts';
import { frameDates } from './frame-date.ts';
import { labelledName } from './labelled-name.ts';
import { isNameShaped, isOrganisation, NOUN } from './name-shape.ts';
import type { FrameLine, PageFrame } from './page-frame.ts';
import { isPathStart } from './site-path.ts';
import { opensThread, panelAbove, panelName } from './user-panel.ts';

export interface FrameAuthorInput {
  readonly frame: PageFrame;
  readonly title: string;
  /** Names that are not the author's: site, shelves. */
  readonly taken: readonly string[];
  /** Parts of <title> between the document's title and the site. */
  readonly headParts: readonly string[];
}

/** A date belongs to who stands beside it unless the words between say otherwise. */
const NOT_AUTHOR =
  /(?:来源|來源|编辑|編輯|责编|發布|发布者?|发布人|录入|审核|校对|上传者?|供稿|整理|提供|转自|转载|出品|单位|机构|经办|科室|部门|投递|贡献|收录)\s?[:：]?\s?$/u;
const SHARE = /^(?:分享|转发|轉發|share)/iu;
/** 半斤面粉 关注; 灶台用户 半斤面粉 +关注: what the site calls its members may stand before. */
const FOLLOWED =
  /^(?:\S{0,8}(?:用户|会员|博主|达人|答主|作者|厨友|网友)\s)?(\S{2,14})\s(?:\+\s?)?(?:关注|關注|加关注|关注TA)$/iu;
const FOLLOW = /^(?:\+\s?)?关注/u;
/** 2021-11-03 09:27 文史领域创作者 关注: the line of an account below its name. */
const ACCOUNT = /创作者|(?<!公众号)(?:\+ ?)?关注$/u;
const NEAR_TITLE = 4;
/** A name and a verb stand before the day, no more. */
const MOST_BEFORE = 24;
const PERSON = /^\p{Script=Han}{2,4}$/u;
const SYMBOLS = /^[^\p{L}\p{N}]+/u;
const PIECE = /[\s|｜·•/／]+|(?=创建于|发表于|发布于|写于|贴于)/u;

/**
 * Who wrote it, told from where a name stands: a labelled name above the text, who opened the thread, a name beside
 * the title that stands alone elsewhere too, the part of <title> that does. '' if no line is clear about it.
 */
export function frameAuthor(input: FrameAuthorInput): string {
  const { head } = input.frame;
  for (const { text, kept } of head) {
    const name = kept ? '' : labelledName(text) || bylineName(text);
    if (name !== '') return name;
  }
  const ornamented = belowTitle(input).map(({ text }) => ornamentedName(text));
  const set = ornamented.filter((name) => name !== '');
  // Entries of a menu have ornaments too.
  if (set.length === 1) return set[0] ?? '';
  const account = followedName(input) || creatorName(input);
  if (account !== '') return account;
  return (
    openerOf(input) ??
    memberOf(input) ??
    agreedName(input) ??
    leadingName(input) ??
    soleName(input) ??
    ''
  );
}

/** 半斤面粉 关注: the button to follow who wrote stands behind their name, below the title. */
function followedName(input: FrameAuthorInput): string {
  const names = belowTitle(input).flatMap(({ text, kept }) => {
    const name = kept ? undefined : FOLLOWED.exec(text)?.[1];
    return name !== undefined && isFree(name, input) ? [name] : [];
  });
  return names[0] ?? '';
}

/** 石榴叔, and 乡村题材创作者 in letters of its own behind the name. */
function creatorName(input: FrameAuthorInput): string {
  for (const { block, kept } of belowTitle(input)) {
    const [name = '', ...others] = block.cells.flat().map(({ text }) => text.trim());
    if (!kept && CREATOR.test(others.join('')) && isFree(name, input)) return name;
  }
  return '';
}

const CREATOR =
  /^(?:优质|资深|知名|签约)?[^\s，。]{0,10}(?:创作者|领域作者|博主|专栏作家|签约作者)$/u;

/** The lines right below the title, kept ones too. */
function belowTitle(input: FrameAuthorInput): readonly FrameLine[] {
  const titleAt = titleLine(input);
  return titleAt < 0 ? [] : input.frame.head.slice(titleAt + 1, titleAt + 1 + NEAR_TITLE);
}

/** The last line above the text that says the title, -1 if none does. */
function titleLine({ frame: { head }, title }: FrameAuthorInput): number {
  const key = wordKey(title);
  return key === '' ? -1 : head.findLastIndex(({ text }) => wordKey(text) === key);
}

function openerOf(input: FrameAuthorInput): string | null {
  const { head } = input.frame;
  const floor = head.findIndex(opensThread);
  if (floor < 0) return null;
  const key = wordKey(input.title);
  const start = head
    .slice(0, floor)
    .findLastIndex(
      ({ text, path }) => isPathStart(path) || (key !== '' && wordKey(text).includes(key)),
    );
  if (start < 0) return null;
  const names = head.slice(start + 1, floor).map(({ text }) => panelName(text) ?? text);
  return names.find((name) => isFree(name, input)) ?? null;
}

/** Who stands beside the post, above their fields. */
function memberOf(input: FrameAuthorInput): string | null {
  const lines = input.frame.head.filter(({ kept }) => !kept).map(({ text }) => text);
  return panelAbove(lines, (text) => isFree(text, input));
}

/** The first words of the dated line right below the title: 甬上阿鱼　创建于 2021-03-28. */
function leadingName(input: FrameAuthorInput): string | null {
  const { head } = input.frame;
  const titleAt = titleLine(input);
  if (titleAt < 0) return null;
  for (const { text, kept, block } of head.slice(titleAt + 1, titleAt + NEAR_TITLE)) {
    const [date] = kept || block.kind === 'table-row' ? [] : frameDates(text);
    if (!date || date.from > MOST_BEFORE) continue;
    const pieces = text.slice(0, date.from).replace(SYMBOLS, '').split(PIECE);
    const [first = '', ...others] = pieces.filter((piece) => piece !== '');
    // A word alone before a labelled day is the label.
    const isLabel = others.length === 0 && date.role !== 'none';
    const isName = !isLabel && !NOUN.test(first) && isFree(first, input);
    return isName && others.length < 2 ? first : null;
  }
  return null;
}

/** A line of two to four characters between the title and the line of the day, which no other line has: poems, essays. */
function soleName(input: FrameAuthorInput): string | null {
  const { head } = input.frame;
  const titleAt = titleLine(input);
  const [line, below] = titleAt < 0 ? [] : head.slice(titleAt + 1, titleAt + 3);
  if (!line || !below || line.kept || !PERSON.test(line.text) || NOUN.test(line.text)) return null;
  const isDated = !below.kept && frameDates(below.text).some(({ role }) => role !== 'other');
  const isSole = head.every((one) => one === line || !one.text.includes(line.text));
  return isDated && isSole && isFree(line.text, input) ? line.text : null;
}

/** A name that stands alone and, in another line, beside the title, its day or in <title>. */
function agreedName(input: FrameAuthorInput): string | null {
  const { head, tail, foot } = input.frame;
  const titleAt = titleLine(input);
  const lines = [...head, ...tail, ...foot];
  const alone = lines.filter((line) => isFree(line.text, input));
  for (const line of alone) {
    const others = lines.filter((one) => one !== line);
    const inTitle = input.headParts.some((part) => wordKey(part) === wordKey(line.text));
    const dated = others.find(({ text }) => isDatedWith(text, line.text));
    // The dated line that has the name stands near the title or below the text.
    if (inTitle || (dated && lines.indexOf(dated) >= titleAt - 2)) return line.text;
    const at = head.indexOf(line);
    const below = at > titleAt && at <= titleAt + NEAR_TITLE;
    const beside = { before: head[at - 1], next: head.slice(at + 1, at + 4) };
    if (titleAt >= 0 && below && isProfile(line, beside, others)) return line.text;
  }
  return null;
}

function isDatedWith(text: string, name: string): boolean {
  const at = text.indexOf(name);
  if (at < 0 || text === name || frameDates(text).length === 0) return false;
  return !NOT_AUTHOR.test(text.slice(Math.max(0, at - 8), at));
}

/** The name's line is followed by a button to follow them, or the name comes again, not as one of the share buttons. */
function isProfile(
  { text }: FrameLine,
  beside: { readonly before: FrameLine | undefined; readonly next: readonly FrameLine[] },
  others: readonly FrameLine[],
): boolean {
  if (beside.next.some((one) => FOLLOW.test(one.text))) return true;
  const [below] = beside.next;
  if (below && ACCOUNT.test(below.text) && frameDates(below.text).length > 0) return true;
  const around = [beside.before, beside.next[0]];
  if (around.some((one) => one && (isNetworkName(one.text) || SHARE.test(one.text)))) return false;
  return others.some((one) => one.text === text);
}

function isFree(text: string, { title, taken }: FrameAuthorInput): boolean {
  if (!isNameShaped(text) || isOrganisation(text)) return false;
  const key = wordKey(text);
  return ![title, ...taken].some((one) => {
    const other = wordKey(one);
    return other !== '' && (other.includes(key) || key.startsWith(other));
  });
}
