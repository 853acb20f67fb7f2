/**
 * A page whose lines an extractor glued to one run: what stands above the document and what stands below it become
 * lines of their own again, where labels and phrases of frames say where it begins and where it ends. Between them
 * nothing is split: what was one run stays one paragraph.
 */
import { findDates } from '../metadata/find-dates.ts';
import { foldLine } from './fold-line.ts';
import { findLabels, type Label } from './meta-labels.ts';
import { splitSpacedRun } from './spaced-run.ts';

/** A shorter line is read by the rules for lines. */
const LONGEST_LINE = 300;
/** The frame above a document is no longer. */
const HEAD = 400;
/** Nor is the frame below it; it takes no more than this share of the run. */
const TAIL = 700;
const TAIL_SHARE = 0.6;
/** Labels further apart are not of one row. */
const ROW = 30;
/** Phrases of frames below a document it takes to believe one. */
const MIN_ANCHORS = 2;

const PATH = /(?:当前|您(?:现在)?的|你(?:现在)?的|所在)(?:位置|栏目)(?:是)?[:：]|首页\s?(?:>|›|»)/u;
const PATH_END = /[>›»](?:\s?正文)?\s?/gu;
const TEXT_WORD = /^正文\s?/u;
const CLOCK = /^[\sT日]?\s?\d{1,2}:\d{2}(?::\d{2})?/u;
/** 2021-05-28 08:30 编辑:某某 来源:某某 */
const BARE_DATE =
  /(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?: \d{1,2}:\d{2}(?::\d{2})?)?[ |]{0,3}$/u;
const BARE_REACH = 24;
const COUNTER = /(?:浏览|点击|人气|访问|阅读|评论|次数|热度|下载)(?:次数|人数|量|数|率)?\s?[:：]$/u;
const COUNT = /^\s?(?:[\d,.]{1,9}\s?[万次人]?)?/u;
const OPENING = /[【[(（]$/u;
const CLOSING = /[】\])）]/u;
const BRACKETED =
  /^\s?[【[(（](?=[^】\])）]{0,20}(?:字体|字号|大\s?中\s?小|打印|关闭|收藏|复制|分享|纠错|投稿|评论))[^】\])）]{1,24}[】\])）]/u;
const TOOL =
  /^\s?(?:收藏(?:本文|此文|本页)|我要(?:纠错|投稿|评论)|打印(?:本页|本文|此文)?|关闭(?:本页|窗口)|字号\s?[:：]?|大\s?中\s?小|分享(?:到)?|复制(?:链接|本文)|纠错|举报|人气\s?[:：]|点击\s?[:：]|浏览\s?[:：]|\p{sc=Han}{1,3}[币豆券分]\s?[:：]\s?\d{1,4}(?!\d))\s?/u;
/** Values where it is plain where they end: places nobody signs with. */
const PLACE = /^\s?(?:本站(?:整理|原创)?|网络(?:整理)?|互联网|原创|未知|佚名|转载)\s?/u;
const WORD = /^\s?[^\s。，；：:|]{1,20}\s/u;

const BELOW =
  /[（(]?预览(?:已经?)?(?:结束|完毕)|立即下载|猜你想看|【?(?:打印(?:此文|本文|本页)|关闭窗口)】?|上一[篇页条则](?:文章)?\s?[:：]|下一[篇页条则](?:文章)?\s?[:：]|【?(?:相关|推荐|热门|猜你喜欢|延伸)(?:的)?(?:文章|阅读|推荐|范文|教案|作文|资料|资源|链接|文档|新闻|内容)|扫一扫[，,]?|(?:本文|文章)来源\s?[:：]|分享到\s?[:：]?|[【[(（]?责任编辑\s?[:：]|本(?:站|网)(?:所有)?(?:资料|内容|文章|资源)(?:均|都|全部)|版权所有|版权(?:声明|申明)|copyright|©|友情链接|关于(?:我们|本站)|主办单位\s?[:：]/giu;
/** A preview ends inside a sentence. */
const PREVIEWED = /^(?:\s[（(]?|.[（(])预览(?:已经?)?(?:结束|完毕)/u;
/** 散会。 文章来源:某某稿,转载请保留链接 */
const SOURCE = /(?<=[。！？!?…”’」』）)\d日] {0,4})(?:本文|文章|资料|内容)来源\s?[:：]/u;
const ENDED = /[。！？!?…”’」』）)》】\]\d日]\s*$/u;

/** The lines of a run; the line alone if nothing says that it is one. */
export function splitRun(line: string): string[] {
  if (line.length < LONGEST_LINE) return splitShort(line);
  const barred = line.split('|');
  if (isBarred(barred)) return barred.map((piece) => piece.trim()).filter((piece) => piece !== '');
  return splitSpacedRun(line)?.flatMap(splitShort) ?? splitGlued(line);
}

/** Shorter lines may have the frame glued to both ends, too. */
function splitShort(line: string): string[] {
  const source = line.includes('来源') ? line.search(SOURCE) : -1;
  if (source < 0) return splitHead(line);
  return [line.slice(0, source).trimEnd(), line.slice(source)].flatMap(splitHead);
}

/**
 * Menu, path, title and fields in one line above the text: 某某网首页 书信 申请书 当前位置：某某网>申请书 贫困申请书 时间：…. The
 * line alone if it has not all of them.
 */
function splitHead(line: string): string[] {
  if (!line.includes('位置') && !line.includes('栏目')) return [line];
  const path = PATH.exec(line);
  const row = path ? lastRow(foldLine(line)) : [];
  const [first] = row;
  if (!path || !first || row.length < 2 || first.from < path.index) return [line];
  const pieces = headPieces(line).map((piece) => piece.trim());
  return pathAndTitle(line.slice(path.index, first.from)).length < 2
    ? [line]
    : pieces.filter(Boolean);
}

function splitGlued(line: string): string[] {
  const from = headEnd(line);
  const ends = tailSeams(line, from);
  const to = ends[0] ?? line.length;
  const below = ends.map((end, index) => line.slice(end, ends[index + 1]));
  const pieces = [...headPieces(line.slice(0, from)), line.slice(from, to), ...below];
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
}

/** An extractor put a bar between all elements of the page: menus and paragraphs alike. */
function isBarred(pieces: readonly string[]): boolean {
  if (pieces.length <= MIN_BARS) return false;
  return pieces.filter((piece) => PARAGRAPH.test(piece)).length >= MIN_PARAGRAPHS;
}

const MIN_BARS = 12;
const MIN_PARAGRAPHS = 3;
const PARAGRAPH = /.{12}[。；！？：]/u;

/** Where the row of labels below the title ends, 0 if there is none. */
function headEnd(line: string): number {
  const folded = foldLine(line.slice(0, HEAD));
  const row = lastRow(folded);
  const last = row.at(-1);
  if (!last || row.length < 2) return 0;
  let at = valueEnd(folded, last);
  if (at === null) return 0;
  for (;;) {
    const rest = folded.slice(at);
    const found: RegExpExecArray | null = BRACKETED.exec(rest) ?? TOOL.exec(rest);
    if (!found) return at;
    at += found[0].length;
  }
}

/** The labels of a row: each near the one before, a date among them or right before them. */
function lastRow(folded: string): Label[] {
  const row: Label[] = [];
  for (const label of findLabels(folded, true)) {
    const before = row.at(-1);
    if (before && label.from - before.valueFrom > ROW) {
      if (row.some(({ kind }) => kind === 'date')) break;
      row.length = 0;
    }
    row.push(label);
  }
  const from = row[0]?.from ?? 0;
  const isDated = BARE_DATE.test(folded.slice(Math.max(0, from - BARE_REACH), from));
  return isDated || row.some(({ kind }) => kind === 'date') ? row : [];
}

/** Where the last value of a row ends; null where nothing tells it from the text. */
function valueEnd(folded: string, { kind, from, valueFrom }: Label): number | null {
  const rest = folded.slice(valueFrom, valueFrom + 60);
  if (OPENING.test(folded.slice(0, from))) {
    const closing = rest.search(CLOSING);
    return closing < 0 ? null : valueFrom + closing + 1;
  }
  if (COUNTER.test(folded.slice(from, valueFrom))) {
    return valueFrom + (COUNT.exec(rest)?.[0].length ?? 0);
  }
  if (kind === 'date') {
    const date = findDates(rest)[0];
    if (!date || date.from > 2) return null;
    const clock = CLOCK.exec(rest.slice(date.to));
    return valueFrom + date.to + (clock?.[0].length ?? 0);
  }
  const value = PLACE.exec(rest) ?? WORD.exec(rest);
  return value ? valueFrom + value[0].length : null;
}

/** Menu, path, title and the row of labels. */
function headPieces(head: string): string[] {
  if (head === '') return [];
  const row = lastRow(foldLine(head))[0]?.from ?? head.length;
  const above = head.slice(0, row);
  const path = above.search(PATH);
  const pieces =
    path < 0 ? fileBelow(above) : [above.slice(0, path), ...pathAndTitle(above.slice(path))];
  return [...pieces, head.slice(row)];
}

/** 某某文库 > 农林牧渔 > 粮油储藏 某某方案.docx: the name of a file is no step of the path. */
function fileBelow(above: string): string[] {
  const from = FILE.exec(above)?.index ?? -1;
  return from > 0 && STEPS.test(above.slice(0, from))
    ? [above.slice(0, from), above.slice(from)]
    : [above];
}

const FILE = /(?<=\s)\S{2,80}\.(?:docx?|pdf|pptx?|xlsx?|wps|rtf)\s*$/iu;
const STEPS = /\S\s?[>›»]\s?\S/u;

/** Behind the last step of a path a blank, or 正文, tells the title from it. */
function pathAndTitle(text: string): string[] {
  const last = [...text.matchAll(PATH_END)].at(-1);
  if (!last) return [text];
  const stepFrom = last.index + last[0].length;
  const isAtText = last[0].includes('正文') || TEXT_WORD.test(text.slice(stepFrom));
  const blank = text.trimEnd().indexOf(' ', stepFrom);
  if (isAtText) return [text.slice(0, stepFrom), text.slice(stepFrom)];
  return blank < 0 ? [text] : [text.slice(0, blank), text.slice(blank)];
}

/** Where the lines below the document begin: from the first phrase of a frame that stands behind a sentence. */
function tailSeams(line: string, from: number): number[] {
  const start = Math.max(from, line.length - TAIL, Math.floor(line.length * (1 - TAIL_SHARE)));
  const tail = line.slice(start);
  const found = [...tail.matchAll(BELOW)].map(({ index }) => start + index);
  const first = found.findIndex(
    (at) =>
      ENDED.test(line.slice(Math.max(0, at - 12), at)) ||
      PREVIEWED.test(line.slice(at - 1, at + 8)),
  );
  const seams = first < 0 ? [] : found.slice(first);
  return seams.length < MIN_ANCHORS ? [] : seams;
}
