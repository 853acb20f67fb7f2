import type { Block } from '../block.ts';
import type { LineFacts } from '../lines/line-rules.ts';
import { accountAuthor } from './account-author.ts';
import { cleanTitle } from './clean-title.ts';
import { wordKey } from './fold.ts';
import { frameAuthor } from './frame-author.ts';
import { frameDates } from './frame-date.ts';
import { frameTitle } from './frame-title.ts';
import { type PageFrame, pageFrame } from './page-frame.ts';
import { isLeafName, isTitleStep, type PathContext, shelvesOf } from './path-names.ts';
import { dayBelowAnswer } from './post-date.ts';
import { isSiteNoun } from './site-lines.ts';
import { isPathStart, isShelfList, type SitePath } from './site-path.ts';
import { SiteVotes } from './site-votes.ts';
import { toldPath } from './told-path.ts';
import { VOTE } from './vote.ts';

/** Below this line is the title, or the text, what the reader sees first of the document. */
const NEAR = 12;
const ROLE_WORTH = { published: 6, none: 4, changed: 2, other: 0 } as const;
const ABOVE = 3;
const MOST_CATEGORIES = 6;
/** Steps of a path between slashes. */
const MOST_STEPS = 4;
/** Between bars: more of them are a menu. */
const MOST_BARS = 3;

/** What the lines around an extracted text say of its document, read together; the line rules' facts where they are silent. */
export function textFields(
  all: readonly Block[],
  kept: readonly Block[],
  line: LineFacts,
): LineFacts {
  const frame = pageFrame(all, kept);
  const found = frameTitle(frame, line.title ?? '');
  const title = ownLine(frame, found?.value ?? cleanTitle(line.title ?? ''));
  const paths = pathsOf(frame, title);
  const told = paths.some(isPathStart) ? null : toldPath(frame);
  const site = siteIn(frame, paths, {
    title,
    behind: found?.site || siteBefore(frame, title, paths),
    line: line.site ?? '',
    told,
  });
  const context = { title, sites: site === '' ? [] : [site] };
  const anchored = categoryOf(paths, context, line);
  const shelves = anchored.length > 0 ? anchored : slashedShelves(frame, context);
  const author = authorOf(frame, line.author ?? '', { title, taken: [site, ...shelves] });
  const category = shelves.filter((name) => name !== author);
  const publishedAt =
    line.publishedAt ?? dateIn(frame, found?.at ?? -1) ?? dayBelowAnswer(frame) ?? '';
  return { ...line, title, author, publishedAt, site, category };
}

/** 【某某公文】实施方案：关于…的实施方案 above 关于…的实施方案: the line that says the title alone. */
function ownLine({ head }: PageFrame, title: string): string {
  const alone = head.find(({ text, kept }) => {
    if (kept || text.length < SHORTEST_ALONE || text.length >= title.length) return false;
    return title.endsWith(text) && LEADS.test(title.slice(0, -text.length));
  });
  return alone?.text ?? title;
}

const SHORTEST_ALONE = 6;
const LEADS = /^【.*[】:：]$/u;

/** Who the lines above the text name; below it those who answer are named in the same words. */
function authorOf(
  frame: PageFrame,
  said: string,
  known: { readonly title: string; readonly taken: readonly string[] },
): string {
  // The line rules may have taken the title for the name below another line.
  const stated = wordKey(said) === wordKey(known.title) ? '' : said;
  const account = accountAuthor(frame);
  if (account !== '') return account;
  const isAbove = stated !== '' && frame.head.some(({ text }) => text.includes(stated));
  return (isAbove ? stated : frameAuthor({ frame, ...known, headParts: [] })) || stated;
}

function siteIn(
  frame: PageFrame,
  paths: readonly SitePath[],
  said: {
    readonly title: string;
    readonly behind: string;
    readonly line: string;
    readonly told: SitePath | null;
  },
): string {
  const votes = new SiteVotes(said.title);
  const path = paths.find(isPathStart) ?? said.told ?? openingPath(frame, said.title);
  const isStep = path !== null && wordKey(path.names[0] ?? '') === wordKey(said.line);
  // The path's first step is counted where the path is read.
  votes.vote(said.line, isStep ? VOTE.weakLine : VOTE.line, 'line');
  votes.vote(said.behind, VOTE.headTitle, 'line');
  votes.read(frame, path);
  return votes.best()?.value ?? '';
}

/** 中考道-2009年某某市体育考试通知 above the title: the page's <title>. A shelf of its paths may stand there, too. */
function siteBefore({ head }: PageFrame, title: string, paths: readonly SitePath[]): string {
  for (const { text, kept } of head) {
    if (kept || title === '' || !text.endsWith(title)) continue;
    const name = BEFORE_TITLE.exec(text.slice(0, -title.length))?.[1];
    if (name === undefined) continue;
    return paths.some(({ names }) => names.indexOf(name) > 0) ? '' : name;
  }
  return '';
}

const BEFORE_TITLE = /^([\p{Script=Han}A-Za-z\d]{2,10})\s?(?:[-–_|｜]|——?)\s?$/u;

/** 青石文库 / 活动总结, 青石网 新闻 文化 正文: a first line that says where the text stood without arrows. */
function openingPath({ head: [first] }: PageFrame, title: string): SitePath | null {
  if (!first || first.kept || wordKey(first.text).includes(wordKey(title))) return null;
  const words = first.text.split(' ');
  if (words.length > 2 && words.length <= MOST_STEPS + 1 && isLeafName(words.at(-1) ?? '')) {
    return { names: words.slice(0, -1), labelled: false, shelf: false, strong: false, bar: false };
  }
  if (!first.path) return null;
  return first.path.names.length <= (first.path.bar ? MOST_BARS : MOST_STEPS) ? first.path : null;
}

/** Paths above the text, those between arrows first, then those with a label or the title at their end, those between bars last. */
function pathsOf({ head }: PageFrame, title: string): SitePath[] {
  const paths = head.flatMap(({ text, path: read, kept }) => {
    const path = read ?? spacedPath(text, title);
    return path && !kept && !isShelfList(path) ? [path] : [];
  });
  const isSure = ({ names, labelled }: SitePath): boolean =>
    labelled || isLeafName(names.at(-1) ?? '') || isTitleStep(names.at(-1) ?? '', title);
  const rank = (path: SitePath): number =>
    (path.strong ? 0 : 4) + (isSure(path) ? 0 : 2) + (path.bar ? 1 : 0);
  return paths.sort((a, b) => rank(a) - rank(b));
}

/** 竹简演讲稿网 演讲稿 竞聘演讲 竞聘列车长演讲稿: a path without signs, from the site to the title. */
function spacedPath(text: string, title: string): SitePath | null {
  if (title.length < SHORTEST_ALONE || !text.endsWith(title) || text.length === title.length)
    return null;
  const names = text.split(' ');
  if (names.length < 3 || names.length > MOST_STEPS + 1 || names.at(-1) !== title) return null;
  return isSiteNoun(names[0] ?? '')
    ? { names, labelled: false, shelf: false, strong: true, bar: false }
    : null;
}

function categoryOf(paths: readonly SitePath[], context: PathContext, line: LineFacts): string[] {
  for (const path of paths) {
    const { names, anchored } = shelvesOf(path, context);
    if (names.some((name) => SLOGAN.test(name))) continue;
    if (anchored && names.length > 0) return names.slice(0, MOST_CATEGORIES);
  }
  const stated = {
    names: (line.category ?? []).filter((name) => !SLOGAN.test(name)),
    labelled: true,
    shelf: true,
    strong: false,
    bar: false,
  };
  return [...shelvesOf(stated, context).names];
}

/** 应用文书 / 应急预案 right above the title: shelves, though nothing but the slash says so. */
function slashedShelves({ head }: PageFrame, context: PathContext): readonly string[] {
  const at = head.findIndex(({ text }) => isTitleStep(cleanTitle(text), context.title));
  const above = head[at - 1];
  if (!above?.path || above.kept || !above.text.includes(' / ')) return [];
  const { names } = shelvesOf(above.path, context);
  return names.length <= MOST_SLASHED && names.every((name) => SHELF.test(name)) ? names : [];
}

const MOST_SLASHED = 3;
/** A kind of document, and no button. */
const SHELF =
  /^(?!登|注册|上传|下载|分享|打印|收藏|评论|返回|首页|简|繁|中文|字体|放大)\p{Script=Han}{2,8}$/u;

/** 专注机关文稿十二年 stands beside the site's name too. */
const SLOGAN =
  /^(?:专注|致力|欢迎|让|您|一站式|海量|专业的|最大的|领先的|免费的)|(?:分享|交流|学习|下载|阅读|服务)(?:社区|平台|网站)$|[，。！]/u;

/** The day nearest below the title, one that is labelled before others. */
function dateIn({ head }: PageFrame, titleAt: number): string | null {
  const dates = head.flatMap(({ text, kept }, at) => {
    const distance = titleAt < 0 ? head.length - at : at - titleAt;
    if ((kept && at !== titleAt) || Math.abs(distance) > NEAR) return [];
    const away = (distance < 0 ? ABOVE : 0) + Math.abs(distance) / NEAR;
    return frameDates(text)
      .filter(({ role }) => role !== 'other')
      .map(({ iso, role }) => ({ iso, worth: ROLE_WORTH[role] - away }));
  });
  const most = Math.max(...dates.map(({ worth }) => worth));
  return dates.find(({ worth }) => worth === most)?.iso ?? null;
}
