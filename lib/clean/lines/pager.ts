/** What a pager line says about the article's pages. */
export interface Pager {
  /** The page shown, null if the line does not say. */
  readonly page: number | null;
  readonly pageCount: number | null;
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
  /** [1] [2]: the article's own pages. */
  readonly bracketed: boolean;
  /** 下页更精彩: it leads on to whatever the site wants read. */
  readonly teaser: boolean;
}

const LONGEST = 160;
const PREVIOUS = /回?上一?页|前一?页|previous page|prev(?:ious)?\b|«/u;
/** 最后一页 leads to the end. */
const NEXT = /下一?页|(?<!最)后一?页|next page|next\b|»/u;
const TEASER = /更精彩|更多精彩|精彩继续|继续精彩/u;
const BRACKETS = /[[(【{〔] ?(\d{1,3}) ?[\])】}〕]/gu;
const PLAIN = /(?<![\d[(【{〔.])(?<![[(【{〔] )(\d{1,3})(?! ?[\])】}〕\d.%年月日])/gu;
/** 共2页: how many there are; no page's number. */
const COUNT = /共 ?(\d{1,3}) ?页/gu;
/** Without numbers a way back to where the reader came from: 回上一頁. */
const BACK = /回上一?页/u;
/** （本章未完，请点击下一页继续阅读） */
const UNFINISHED = /(?:本章|本节|本文|这一?章|全文)(?:还)?(?:未完|没有?完|没写完).{0,12}下一?页/u;
const LONGEST_NOTE = 40;
const GOES_ON: Pager = {
  page: null,
  pageCount: null,
  hasNext: true,
  hasPrevious: false,
  bracketed: false,
  teaser: false,
};
/** 第2页/共5页, 2/5页, 页次:2/5, Page 2 of 5. */
const OF =
  /(?:第|当前第?) ?(\d{1,3}) ?页? ?[/,共 ]{1,3} ?(?:共|总)? ?(\d{1,3}) ?页|(\d{1,3}) ?\/ ?(\d{1,3}) ?页|页(?:次|码):? ?(\d{1,3}) ?\/ ?(\d{1,3})|^page (\d{1,3}) of (\d{1,3})$/u;
/** 共5页 第2页: the other way round. */
const OF_REVERSED = /共 ?(\d{1,3}) ?页.{0,6}第 ?(\d{1,3}) ?页/u;
/** All that may stand in a pager beside its numbers. */
const PAGER_WORDS =
  /回?上一?页|下一?页|前一?页|后一?页|首页|末页|尾页|第一页|最后一页|最后页|本文|文章|全文|阅读|分页|页码|更精彩|更多精彩|精彩继续|继续|共|第|页|总|当前为?|跳转到?|跳[至到]|转到|到|go|previous|prev|next|page|pages|of|first|last/gu;
const NOISE = /[\d\s[\]()【】{}〔〕:.,…|/·<>«»‹›→←_-]+/gu;
const MAY_BE = /[页«»]|page|next|prev|[[(【{〔] ?\d/u;

/**
 * The pager in a folded line; null for any other line. A bracketed pager speaks for the article: without 下一页
 * the page is the last one, without 上一页 the first; a number that stands without brackets among them is the page shown.
 */
export function readPager(line: string): Pager | null {
  if (line.length > LONGEST || !MAY_BE.test(line)) return null;
  if (line.length <= LONGEST_NOTE && UNFINISHED.test(line)) return GOES_ON;
  const rest = line.replace(PAGER_WORDS, '').replace(NOISE, '');
  if (rest !== '') return null;
  const hasPrevious = PREVIOUS.test(line);
  const hasNext = NEXT.test(line);
  const boxed = numbersOf(line, BRACKETS);
  const of = pageOfPages(line);
  if (!hasPrevious && !hasNext && boxed.length < 2 && !of) return null;
  if (boxed.length === 0 && BACK.test(line)) return null;
  const bracketed = boxed.length > 0;
  const counts = numbersOf(line, COUNT);
  const plain = numbersOf(line.replace(COUNT, ''), PLAIN);
  const teaser = TEASER.test(line);
  if (of) return { ...placed(of), teaser };
  const pages = bracketed ? boxed : plain;
  const numbers = [...boxed, ...plain, ...counts];
  const pageCount = pages.length === 0 && counts.length === 0 ? null : Math.max(...numbers);
  const page = bracketed ? pageOf(boxed, plain, hasPrevious, hasNext) : null;
  // 上一页 1 [2] 下一页: a template that writes both words on every page.
  return { page, pageCount, hasNext, hasPrevious: hasPrevious && page !== 1, bracketed, teaser };
}

/** 第四十一章 借灯(第1/3页): a title that says which page of its document this is. */
const PAGE_OF_TITLE = /^.{2,80}\((第? ?\d{1,3} ?\/ ?\d{1,3} ?页)\)$/u;

/** What a folded title says of the document's pages; null if it says nothing. */
export function readTitlePager(title: string): Pager | null {
  if (!title.endsWith('页)')) return null;
  const of = pageOfPages(PAGE_OF_TITLE.exec(title)?.[1] ?? '');
  return of && placed(of);
}

const PARENTHESES = /[()]/g;

/** 第2页/共3页, 第(2/2)页 alone on a line, as sites of novels have it below the title and viewers below each sheet. */
const PAGE_ALONE =
  /^\(?(第 ?\d{1,3} ?页 ?[/,]? ?共 ?\d{1,3} ?页)\)?$|^(第 ?\(\d{1,3} ?\/ ?\d{1,3}\) ?页)$/u;

/** What a folded line that says nothing else says of pages; null for any other line. */
export function readLonePager(line: string): Pager | null {
  const [, plain, boxed = ''] = PAGE_ALONE.exec(line) ?? [];
  const of = pageOfPages(plain ?? boxed.replace(PARENTHESES, ''));
  return of && placed(of);
}

/** What a folded line of fields says of them: 共 3 页 您正在看第 2 页; null if it says nothing. */
export function readFieldPager(line: string): Pager | null {
  const of = line.includes('页') ? pageOfPages(line) : null;
  return of && placed(of);
}

function placed({ page, pageCount }: { page: number; pageCount: number }): Pager {
  const [hasNext, hasPrevious] = [page < pageCount, page > 1];
  return { page, pageCount, hasNext, hasPrevious, bracketed: true, teaser: false };
}

function pageOfPages(line: string): { page: number; pageCount: number } | null {
  const reversed = OF_REVERSED.exec(line);
  const groups = reversed ? [reversed[2], reversed[1]] : (OF.exec(line)?.slice(1) ?? []);
  const [page = 0, pageCount = 0] = groups.filter((group) => group !== undefined).map(Number);
  return page < 1 || page > pageCount ? null : { page, pageCount };
}

function numbersOf(line: string, pattern: RegExp): number[] {
  return [...line.matchAll(pattern)].map((match) => Number(match[1]));
}

function pageOf(
  boxed: readonly number[],
  plain: readonly number[],
  hasPrevious: boolean,
  hasNext: boolean,
): number | null {
  const last = Math.max(...boxed, ...plain);
  if (plain.length === 1) return plain[0] ?? null;
  if (!hasNext && hasPrevious) return last;
  if (!hasPrevious && hasNext) return Math.min(...boxed);
  const missing = gap(boxed);
  if (missing !== null) return missing;
  // Three pages and both ways open: the one in the middle.
  return hasPrevious && hasNext && last === 3 ? 2 : null;
}

/** [1] [3] [4]: the page shown has no link. */
function gap(boxed: readonly number[]): number | null {
  const first = Math.min(...boxed);
  const last = Math.max(...boxed);
  if (last - first !== boxed.length) return null;
  for (let page = first; page <= last; page += 1) if (!boxed.includes(page)) return page;
  return null;
}
