import { isOfficial } from './addresses.ts';

/** Where in a text a mark of the site may stand. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const OPENERS = '（([【〔';
const CLOSERS = '）)]】〕';
const LONGEST_PIECE = 48;
/** Before an address or a name that the sentence itself names. */
const NAMES_IT =
  /(?:登[录錄陆]|访问|訪問|打开|打開|点击|點擊|进入|進入|网址|網址|网站|網站|官网|官網|平台|邮箱|郵箱|地址|链接|鏈接|关注|上|在|到|由|向|从|從|是|和|与|與|及|对|對|给|給|的|叫|为|為|被|把|让|讓|《|“|"|：|:|@)\s?$/u;
export const STRICT = NAMES_IT;
/** The same where the name is known to mark the text. */
export const LOOSE =
  /(?:登[录錄陆]|访问|訪問|打开|打開|进入|進入|网址|網址|关注|由|叫|《|“|"|：|:|@)\s?$/u;
/** Behind a name that is part of the sentence. */
export const CONTINUES =
  /^\s?(?:的|是|在|上|将|將|为|為|有|和|与|與|及|等|里|中|也|就|都|不|会|會|可|能|要|了|成|编辑|編輯|记者|記者|网友|網友|讯|訊|用户|站长|》|”|"|[，。！？；：、）)])/u;
const SENTENCE = /[\p{sc=Han}，。！？；、“”]/u;

const SUBDOMAIN = /^(?:www|m|wap|3g)\./;
/** The brackets around a range, if they hold little more. */
export function pieceAround(text: string, { from, to }: Range): Range | null {
  let start = from;
  while (start > 0 && from - start <= LONGEST_PIECE && !OPENERS.includes(text.charAt(start - 1))) {
    start -= 1;
    if (CLOSERS.includes(text.charAt(start)) || text.charAt(start) === '\n') return null;
  }
  if (!OPENERS.includes(text.charAt(start - 1)) || start === 0) return null;
  let end = to;
  while (end < text.length && end - to <= LONGEST_PIECE && !CLOSERS.includes(text.charAt(end))) {
    end += 1;
  }
  return CLOSERS.includes(text.charAt(end)) && end < text.length
    ? { from: start - 1, to: end + 1 }
    : null;
}

/** Does the sentence go on behind the range as if it were not there? */
export function interrupts(text: string, { from, to }: Range, named: RegExp): boolean {
  const before = text.slice(Math.max(0, from - 6), from);
  const after = text.slice(to, to + 4);
  if (named.test(before) || CONTINUES.test(after)) return false;
  return (before === '' || SENTENCE.test(before)) && SENTENCE.test(after.charAt(0));
}

/** Behind such a sign a clause is over. */
const CLAUSE_END = /[，。；！？：“”→,;!?:"]/u;
/** 网址：某某网 names what follows it. */
const LABELS_IT =
  /(?:网址|網址|网站|網站|地址|来源|來源|出处|链接|鏈接|名称|单位|作者|关注|邮箱)[:：]["“]?$/u;
const STARTS = /^ ?[\p{sc=Han}\d“"《]/u;

/** Does a clause end right before `at`, so that what stands there belongs to none? A label before it does not count. */
export function isAfterClause(text: string, at: number): boolean {
  if (!CLAUSE_END.test(text.charAt(at - 1))) return false;
  // www.a.com,www.b.com: the sentence enumerates.
  return !LETTER.test(text.charAt(at - 2)) && !LABELS_IT.test(text.slice(Math.max(0, at - 6), at));
}

const LETTER = /[a-z/]/i;

/** Does a clause end before the range and another begin behind it? */
export function isBetweenClauses(text: string, { from, to }: Range): boolean {
  return isAfterClause(text, from) && startsClause(text, to);
}

/** Is the sentence before the range over, and the range the last of its text? */
export function isBehindAll(text: string, { from, to }: Range): boolean {
  return SENTENCE_END.test(text.charAt(from - 1)) && text.slice(to).trim() === '';
}

const SENTENCE_END = /[。！？]/u;

/** Does the text go on at `to` with a word that what stands before it is no subject of? */
export function startsClause(text: string, to: number): boolean {
  const after = text.slice(to, to + 6);
  return STARTS.test(after) && !CONTINUES.test(after);
}

/** 在县交易中心网站（http://…）获取: the words before the brackets are what has the address. */
const HAS_ADDRESS =
  /(?:网站|網站|网址|網址|官网|官網|平台|平臺|门户|門戶|系统|系統|主页|主頁|页面|頁面|专栏|專欄|专题|專題|信息网|服务网|邮箱|郵箱|邮件|郵件|地址|链接|鏈接)$/u;
const HAS_REACH = 4;
const HAN = /\p{sc=Han}/u;

/** Is an address in brackets from `from` on, with what they say beside it, the document's own? */
export function isOfSentence(
  text: string,
  { from, said, address }: { from: number; said: string; address: string },
): boolean {
  if (isOfficial(address)) return true;
  return !HAN.test(said) && HAS_ADDRESS.test(text.slice(Math.max(0, from - HAS_REACH), from));
}

/** Does the address belong to the page's own host? */
export function belongsTo(address: string, host: string | null): boolean {
  if (host === null) return false;
  const domain = host.toLowerCase().replace(SUBDOMAIN, '');
  return domain.length > 3 && address.toLowerCase().includes(domain);
}

/** example of www.example.com; '' if there is no host. */
export function labelOf(host: string | null): string {
  return host?.toLowerCase().replace(SUBDOMAIN, '').split('.')[0]?.split('-')[0] ?? '';
}

/** Where `part` stands in the text, at most a hundred places. */
export function placesOf(text: string, part: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(part); at >= 0 && places.length < 100; ) {
    places.push(at);
    at = text.indexOf(part, at + part.length);
  }
  return places;
}

const FULL_WIDTH = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff0e]/g;

/** The text with full-width letters, digits and stops as ASCII, unit for unit. */
export function foldWidth(text: string): string {
  return text.replace(FULL_WIDTH, (character) =>
    String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
}

/** The ranges in order, those that overlap as one. */
export function disjoint(ranges: readonly Range[]): Range[] {
  const result: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = result.at(-1);
    if (!last || range.from >= last.to) result.push(range);
    else if (range.to > last.to) result[result.length - 1] = { from: last.from, to: range.to };
  }
  return result;
}
