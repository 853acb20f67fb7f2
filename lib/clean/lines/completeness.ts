import type { Incomplete } from '#lib/model/document.ts';
import { type Pager, readFieldPager, readLonePager, readTitlePager } from './pager.ts';
import { endsMidSentence } from './prose.ts';
import type { Line } from './scan-lines.ts';

export interface Completeness {
  readonly incomplete: readonly Incomplete[];
  readonly page: number | null;
  readonly pageCount: number | null;
}

const STARTS_INSIDE = /^[，。、；：！？）】》”’,;)]/u;

/**
 * In what way the text is not all of the document. The article's own pager says where it stands; a wall or
 * a viewer counts only if it says that the rest is withheld, or the text breaks off inside a sentence.
 */
export function readCompleteness(
  frame: readonly Line[],
  body: readonly string[],
  pagerLines: readonly Line[],
  linked: Pager | null = null,
  /** Its title is the name of a file, which only a viewer shows. */
  isFile = false,
): Completeness {
  const incomplete: Incomplete[] = [];
  const pager = linked ?? articlePager(pagerLines);
  const startsInside = STARTS_INSIDE.test(body[0] ?? '');
  if (pager?.hasPrevious || (pager?.page ?? 1) > 1 || startsInside)
    incomplete.push('starts-mid-document');
  if (pager?.hasNext) incomplete.push('continues-on-next-page');
  const isWhole = frame.some(({ folded }) => ALL_SHOWN.test(folded));
  const wall = isWhole ? null : wallOf(frame, body.at(-1) ?? '', isFile);
  if (wall && !(pager?.hasNext && wall.soft)) incomplete.push(wall.value);
  const pages = frame.find((line) => line.meta?.pageCount)?.meta?.pageCount ?? null;
  return {
    incomplete,
    page: pageOf(pager),
    pageCount: (pager?.bracketed ? pager.pageCount : null) ?? pages,
  };
}

/** 第1页 / 共1页 of a viewer: there is no other page for it to be one of. */
function pageOf(pager: Pager | null): number | null {
  return pager === null || pager.pageCount === 1 ? null : pager.page;
}

/** What the title, or the line of fields below it, says of the document's pages; a viewer counts those of its file. */
export function pagerOfTitle(above: readonly Line[]): Pager | null {
  for (const { folded, meta } of above) {
    const pager = readTitlePager(folded) ?? (meta && !meta.viewer ? readFieldPager(folded) : null);
    if (pager) return pager;
  }
  const lone = above.flatMap(({ folded }) => readLonePager(folded) ?? []);
  // Thumbnails of a viewer say several; one sheet is the first.
  const [only] = lone;
  return only && lone.length === 1 && (only.page ?? 0) > 1 ? only : null;
}

/** 该文档为免费文档，全部 2 页已显示: nothing is withheld, whatever else the viewer offers. */
const ALL_SHOWN =
  /(?:全部|全文|所有|共) ?(?:\d{1,4} ?)?(?:页|内容|文字|章节|文档)?(?:均|都)?已(?:经)?(?:全部)?(?:显示|展示|加载)|已(?:经)?(?:看|读|浏览|阅读)(?:完|完了)?(?:全部|所有|全文|整篇)(?!.{0,4}(?:免费|试读|预览|评论|回复))|(?:全部|全文|所有|都)(?:均|都)?已?(?:经)?(?:预览|阅览|浏览|阅读|显示|展示|加载)(?:完毕|完成|结束|完了|完(?!整))(?!.{0,16}(?:剩余|余下|其余|更多|未读))|已(?:经)?(?:显示|展示|加载)(?:全部|所有|全文|完毕)(?!.{0,8}(?:评论|回复|留言|结果|条))/u;

/** The bracketed pager speaks for the article; an unbracketed one only where it is alone and no teaser. */
function articlePager(lines: readonly Line[]): Pager | null {
  const pagers = lines.flatMap(({ pager }) => (pager ? [pager] : []));
  const own = pagers.find((pager) => pager.bracketed && !pager.teaser);
  if (own) return own;
  const plain = pagers.filter((pager) => !pager.teaser);
  const [only] = plain;
  if (only && isOneWay(only)) return saysBoth(plain) ? null : only;
  return only && only.pageCount !== null && only.pageCount > 1 ? withEnds(only) : null;
}

/** The page is the first or the last. */
function isOneWay({ hasNext, hasPrevious }: Pager): boolean {
  return hasNext !== hasPrevious;
}

/** 上一页 and 下一页 in lines of their own stand on every page, as in one line. */
function saysBoth(pagers: readonly Pager[]): boolean {
  const lone = pagers.filter((pager) => isOneWay(pager) && pager.pageCount === null);
  return lone.some(({ hasNext }) => hasNext) && lone.some(({ hasPrevious }) => hasPrevious);
}

/** A plain 上一页 1 2 3 下一页 always shows both words; it says that there is more, not where the page stands. */
function withEnds(pager: Pager): Pager {
  return pager.hasNext && pager.hasPrevious ? { ...pager, hasPrevious: false } : pager;
}

/** 【老师点评】（登录后可见）: what somebody added to the document is withheld, not the document. */
const OF_ADDITION =
  /^[【[（(]?(?:老师|教师|名师|专家|评委|编辑|家长|同学)?(?:点评|评语|评论|赏析|朗诵|朗读|音频|视频|附件|课件|插图)[】\])）]?[^。]{0,4}(?:登[录陆]|注册|会员|vip)/u;

/** Below a text that breaks off, whoever can be written to has the rest. */
const SELLS = /微信|qq|vx|客服|找稿|代写/u;

interface Wall {
  readonly value: 'paywall' | 'preview';
  /** Told from the broken sentence only. */
  readonly soft: boolean;
}

/** 还有 4 张在后面, 剩下 5 折没打开: whatever the viewer calls its pages. */
const COUNTED_REST = /(?:还有|还剩|剩下|剩余|余下|尚有) {0,2}[1-9]\d{0,3} {0,2}\p{L}/u;

function wallOf(frame: readonly Line[], lastLine: string, isFile: boolean): Wall | null {
  const claims = new Set(
    frame.filter(({ folded }) => !OF_ADDITION.test(folded)).map((line) => line.frame?.claim),
  );
  const shows = frame.some((line) => line.meta?.viewer || line.lead);
  const viewer = shows || frame.some((line) => line.frame?.viewer);
  if (claims.has('preview') && (viewer || !claims.has('paywall'))) {
    return { value: 'preview', soft: false };
  }
  // Money or membership for the rest is a paywall, whatever the site calls its pages.
  const isShown = shows || (isFile && frame.some(({ folded }) => COUNTED_REST.test(folded)));
  if (claims.has('paywall')) return { value: isShown ? 'preview' : 'paywall', soft: false };
  if (!endsMidSentence(lastLine)) return null;
  if (viewer || isShown) return { value: 'preview', soft: true };
  const offers = frame.some(
    ({ frame: is, folded }) =>
      is?.reason === 'paywall' || (is?.reason === 'promotion' && SELLS.test(folded)),
  );
  return offers ? { value: 'paywall', soft: true } : null;
}
