import { applyEdits } from '../block.ts';
import { addressesIn, hostIn } from '../repairs/addresses.ts';
import type { Identity } from '../repairs/identity.ts';
import { disjoint, pieceAround, type Range } from '../repairs/mark-places.ts';
import { isMarkTalk } from '../repairs/mark-talk.ts';
import { withComma } from '../repairs/watermarks.ts';
import { findInsertions, maskedText } from './find-insertions.ts';
import { siteWords } from './site-words.ts';

/**
 * For each kept text of a page, in order, where its site put something into it: the marks that are known already, and
 * calls, keywords, buttons and claims told by their shape. A page that inserts once inserts often: what alone could be
 * an author's is one, too, where something else is certain.
 */
export function insertions(
  texts: readonly string[],
  marks: readonly (readonly Range[])[],
  { identity, isProven }: { readonly identity: Identity; readonly isProven: boolean },
): Range[][] {
  const own = marks.map((ranges, index) =>
    ranges.map((one) => withBan(texts[index] ?? '', withClaim(texts[index] ?? '', one))),
  );
  if (namesManySites(texts)) return own;
  const words = siteWords(identity, texts);
  const lines = texts.map((text) => maskedText(text, words));
  if (lines.every((line) => line === null)) return own;
  const find = (page: { isProven: boolean; speaks: boolean }): Range[][] =>
    lines.map((line) => (line ? findInsertions(line, words, page) : []));
  const known = isProven || marks.some((ranges) => ranges.length > 0);
  let found = find({ isProven: known, speaks: false });
  if (found.every((ranges) => ranges.length === 0)) return own;
  if (!known) found = find({ isProven: true, speaks: false });
  if (speaksOfSites(texts, found)) found = find({ isProven: true, speaks: true });
  return texts.map((text, index) => joined(text, [...(own[index] ?? []), ...(found[index] ?? [])]));
}

/** Addresses of so many sites stand in a document about them; what a site inserts is its own. */
const MANY_SITES = 3;

function namesManySites(texts: readonly string[]): boolean {
  const hosts = new Set<string>();
  for (const text of texts) {
    for (const { address } of addressesIn(text)) hosts.add(siteOf(hostIn(address)));
    if (hosts.size >= MANY_SITES) return true;
  }
  return false;
}

/** example.com of www.example.com. */
const siteOf = (host: string): string => host.split('.').slice(-2).join('.');

/** Words of sites and readers that the document itself has beside what may have been inserted. */
function speaksOfSites(texts: readonly string[], found: readonly (readonly Range[])[]): boolean {
  let count = 0;
  for (const [index, text] of texts.entries()) {
    const edits = disjoint(found[index] ?? []).map((range) => ({ ...range, insert: '' }));
    count += applyEdits(text, edits).match(OF_SITES)?.length ?? 0;
    if (count >= SPEAKS) break;
  }
  return count >= SPEAKS;
}

const OF_SITES =
  /点击|下载|公众号|app|客户端|网站|网页|扫码|扫描|二维码|微信|链接|网址|登录|注册|浏览器/giu;
const SPEAKS = 2;

/** Ranges that touch are one. */
function joined(text: string, ranges: readonly Range[]): Range[] {
  const apart = disjoint(ranges);
  const result: Range[] = [];
  for (const range of apart) {
    const last = result.at(-1);
    const between = last ? text.slice(last.to, range.from) : 'x';
    if (last && between.trim() === '') {
      result[result.length - 1] = { from: last.from, to: range.to };
    } else result.push(range);
  }
  return result.map((range) => {
    const whole = withBan(text, withShell(text, range));
    return withComma(text, withBlank(text, withJammer(text, whole)));
  });
}

/** 本文来自某某网，未经允许不得转载: what may not be done with it came with the mark, and the stop if one stood before. */
function withBan(text: string, { from, to }: Range): Range {
  const ban = BAN.exec(text.slice(to, to + BAN_REACH))?.[0] ?? '';
  if (ban === '') return { from, to };
  const isOver = from === 0 || SENTENCE_END.test(text.charAt(from - 1));
  const stop = isOver && SENTENCE_END.test(text.charAt(to + ban.length)) ? 1 : 0;
  return { from, to: to + ban.length + stop };
}

/** 某~某~书~院首发，: what the site claims right behind its name; 首发阵容 is the sentence's. */
function withClaim(text: string, { from, to }: Range): Range {
  const claim = CLAIM.exec(text.slice(to, to + CLAIM_REACH))?.[0] ?? '';
  return claim === '' ? { from, to } : withComma(text, { from, to: to + claim.length });
}

const CLAIM =
  /^(?:独家首发|原创首发|首发更新|首发|更新最快|最快更新|同步更新|手打)(?=[，。；！？,;!?”]|$)/u;
const CLAIM_REACH = 8;

const ACT = '(?:转载|复制|转发|摘编|抄袭|盗用)';
const ACTS = `(?:不得|禁止|请勿|严禁|谢绝)(?:任何|擅自|随意|私自)?${ACT}(?:(?:[、和或及]|与)(?:${ACT}|使用)){0,3}`;
/** Without 未经 it must end there: …，禁止转载会议纪要 is the sentence's. */
const BAN = new RegExp(
  `^(?:网站?|站)?[，,;；]? ?(?:未经.{0,8}?(?:许可|允许|授权|同意)[，,]? ?${ACTS}|${ACTS}(?!\\p{sc=Han}))`,
  'u',
);
const BAN_REACH = 48;
const SENTENCE_END = /[。！？!?]/u;

/** [来源:], which would be left of what stood in brackets. */
function withShell(text: string, range: Range): Range {
  const piece = SHELL_BEFORE.test(text.slice(0, range.from)) ? pieceAround(text, range) : null;
  if (!piece) return range;
  const said = text.slice(piece.from + 1, range.from) + text.slice(range.to, piece.to - 1);
  return isMarkTalk(said) ? piece : range;
}

const SHELL_BEFORE = /[（([【〔][^）)\]】〕]{0,10}$/u;

/** What a forum plants against copying stands behind its mark: v4T6y. */
function withJammer(text: string, { from, to }: Range): Range {
  const rest = text.slice(to, to + LONGEST_JAMMER);
  return to + rest.length === text.length && JAMMER.test(rest)
    ? { from, to: text.length }
    : { from, to };
}

const LONGEST_JAMMER = 10;
const JAMMER = /^ (?=[a-z\d]*[A-Z])(?=[a-zA-Z]*\d)[a-zA-Z\d]{4,8}$/;

/** The blank between it and the next word came with it. */
function withBlank(text: string, { from, to }: Range): Range {
  const isParted = BLANK.test(text.charAt(to)) && BREAK.test(text.charAt(from - 1));
  return { from, to: isParted ? to + 1 : to };
}

const BLANK = /[ \u3000]/;
const BREAK = /[，。；！？：”、,;!?:]/u;
