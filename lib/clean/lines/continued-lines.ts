import { isContact } from './contact-line.ts';
import { laterPieces } from './later-pieces.ts';
import { numberOf, type SeriesNumber } from './series-number.ts';

/** What may stand below each other's place without the end of a sentence: 六、聯絡電話：…, C．对称. */
const GOES_ON: ReadonlySet<string> = new Set(['clause', 'chapter', 'letter']);
/** The clause above has parts of its own. */
const MOST_PARTS = 12;
/** Words of a page's own lists and buttons. */
export const ASKS = /相关|推荐|阅读|下载|广告|标签|责任编辑|打印|关闭/u;

/**
 * Keeps the clauses and options that go on right below the last kept line, number by number, and tells which they are:
 * 六、聯絡電話：… ends a notice, though alone it reads as a footer. Figures do not count: lists of other documents have them.
 * Fields in brackets and the pieces of a collection go on the same way, and whom to ask may stand between two clauses.
 */
export function keepContinued(texts: readonly string[], kept: boolean[]): ReadonlySet<number> {
  const added = new Set<number>();
  const keep = (from: number, to: number): void => {
    kept.fill(true, from, to + 1);
    for (let at = from; at <= to; at += 1) added.add(at);
  };
  keepFields(texts, kept, keep);
  for (const at of laterPieces(texts, kept)) keep(at, at);
  for (let from = kept.lastIndexOf(true) + 1; from > 0 && from < texts.length; ) {
    const at = pastContacts(texts, from);
    const own = numberOf(texts[at] ?? '');
    if (!own || !GOES_ON.has(own.series) || ASKS.test(texts[at] ?? '')) break;
    if (numberAbove(texts, at, own) !== own.number - 1) break;
    keep(from, at);
    from = at + 1;
  }
  return added;
}

/** 電話：… and 聯絡人：… below 五、報名方式, and above 六、 */
function pastContacts(texts: readonly string[], from: number): number {
  let at = from;
  while (at < from + MOST_CONTACTS && isContact(texts[at] ?? '')) at += 1;
  return at;
}

const MOST_CONTACTS = 4;

/** 【有效期】36个月, 【生产企业】…: fields in brackets below those of a leaflet. */
function keepFields(
  texts: readonly string[],
  kept: boolean[],
  keep: (from: number, to: number) => void,
): void {
  const last = kept.lastIndexOf(true);
  const isField = (text: string): boolean => FIELD.test(text) && !OF_PAGE.test(text);
  const above = texts.slice(Math.max(0, last - MOST_PARTS), last + 1);
  if (!isField(texts[last] ?? '') || above.filter(isField).length < MIN_FIELDS) return;
  let to = last;
  while (isField(texts[to + 1] ?? '')) to += 1;
  keep(last + 1, to);
}

const FIELD = /^【\p{sc=Han}[\p{sc=Han}\s\u3000]{1,9}】\s?[^\s【】]/u;
/** What a page says of itself so. */
const OF_PAGE =
  /^【[^】]*(?:相关|推荐|阅读|下载|广告|标签|编辑|打印|关闭|来源|出处|关键词|作者|返回|收藏|声明|版权|免责|热门|评论|分享|发布|更新|栏目|分类|上一|下一|提示|提醒)/u;
const MIN_FIELDS = 4;

/** The last number of the same series above the line; options stand one below the other. */
function numberAbove(texts: readonly string[], at: number, { series }: SeriesNumber): number {
  const from = Math.max(0, at - (series === 'letter' ? 1 : MOST_PARTS));
  for (let above = at - 1; above >= from; above -= 1) {
    const other = numberOf(texts[above] ?? '');
    if (other?.series === series) return other.number;
  }
  return -1;
}
