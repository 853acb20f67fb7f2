import { type Address, addressesIn } from './addresses.ts';
import type { Identity } from './identity.ts';
import {
  belongsTo,
  interrupts,
  isAfterClause,
  isBehindAll,
  isBetweenClauses,
  isOfSentence,
  pieceAround,
  type Range,
  STRICT,
  startsClause,
} from './mark-places.ts';
import { besideNames, isMotto, saysNoMore } from './mark-talk.ts';
import { claimBefore, endOfName, makerBefore, nameBefore } from './name-before.ts';
import { spelledBefore } from './spelled-name.ts';

/** （详见http://…）, （邮箱：…）: what readers shall do with the address. */
const DIRECTS = /详见|参见|请见|另见|^见|邮箱|信箱|邮件|电话|传真|官网|官方|@/u;
const FOLLOWS = /^ ?(?:首发|收集整理|整理|提供|小说|版权所有|收藏|收录|收集|发布|原创|制作|上传)/u;
const SPACES = /\s/g;
/** Nobody makes a clause of an address alone: behind such a mark it is in the way, even where no host is known. */
const CLAUSE_END = /[，。；！？”→]/;
/** 思想汇报专题http://…, 某某公务员频道(http://…): a keyword for machines that search, from one mark to the address. */
const KEYWORD = /(?<![\p{sc=Han}\w])\p{sc=Han}{2,14}$/u;
const KEYWORD_REACH = 15;
const OF_SITE = /(?:专题|频道|栏目|专区|大全|范文|文库|网)$/u;
/** 请访问某某专题 asks the reader. */
const ASKS =
  /^(?:请(?!示|假)|可|到|在|见|从|由|向|上(?!半|级|学|海))|登[录陆]|访问|进入|打开|点击|浏览|[是我他她]/u;
/** 请打开某某专题http://…: the clause sends its reader there. */
const SENDS = /登[录陆錄陸]|访问|訪問|进入|進入|打开|打開|点击|點擊|浏览|瀏覽/u;
const CLAUSE_WORDS = /[^，。；！？,;!?]{0,16}$/u;
const CLAUSE_REACH = 16;

interface Own {
  /** Of the page's own host. */
  readonly isPages: boolean;
  /** Of a host that is known to be the site's, or must be. */
  readonly isOwn: boolean;
  readonly identity: Identity;
  readonly names: readonly string[];
}

/** The addresses of the site with its names beside them, where they are in the way of a sentence. */
export function addressMarks(text: string, identity: Identity): Range[] {
  const names = [...identity.names, ...identity.bound];
  return addressesIn(text).flatMap((place) => {
    const isPages = belongsTo(place.address, identity.host);
    const isOwn = isPages || identity.hosts.some((host) => belongsTo(place.address, host));
    if (isValue(text, place)) return [];
    const piece = pieceAround(text, place);
    const own = { isPages, isOwn, identity, names };
    return (piece ? bracketMark(text, { piece, place }, own) : openMark(text, place, own)) ?? [];
  });
}

/** 区教育局：jy.example.com, a line of a list: the address is what its label announces. */
function isValue(text: string, { from, to }: Address): boolean {
  return (
    from <= LONGEST_LABEL && to === text.trimEnd().length && LABELLED.test(text.slice(0, from))
  );
}

const LONGEST_LABEL = 22;
const LABELLED = /^[^，。；！？,;!?]{2,20}[：:] ?$/u;

/** （某某网 www.example.com）: a piece in brackets that holds an address and little more. */
interface Piece extends Range {
  readonly address: string;
  readonly said: string;
  /** The name in it that spells the address; '' if there is none. */
  readonly spelled: string;
}

function bracketMark(
  text: string,
  { piece, place }: { piece: Range; place: Address },
  own: Own,
): Range | null {
  const { address } = place;
  const said = text.slice(piece.from + 1, piece.to - 1).replace(address, '');
  if (DIRECTS.test(said)) return null;
  const end = endOfName(text, place.from);
  const signed = spelledBefore(text, end, address);
  const spelled = signed > piece.from ? text.slice(signed, end).replace(SPACES, '') : '';
  const rest = besideNames(said, spelled === '' ? own.names : [...own.names, spelled]);
  const isSites = own.isOwn || namesSite(said, own.names);
  if (saysNoMore(rest) && isSites)
    return ownBrackets(text, { ...piece, address, said, spelled }, own);
  // A stranger that signs: its name spells the address.
  const signs = spelled !== '' && (saysNoMore(rest) || isMotto(rest));
  const isDocuments = isOfSentence(text, { from: piece.from, said, address });
  return signs && !isDocuments ? isolated(text, piece) : null;
}

/** Brackets of the site, with its name or a keyword before them. */
function ownBrackets(text: string, piece: Piece, { isPages, isOwn, names }: Own): Range | null {
  const { from, to, said } = piece;
  const name = nameBefore(text, from, names);
  if (name >= 0) return { from: claimBefore(text, name), to };
  if (isOfSentence(text, piece)) return null;
  const keyword = isOwn ? keywordBefore(text, from, names) : -1;
  if (keyword >= 0 && startsClause(text, to)) return { from: keyword, to };
  // 某题 (github.com): lists of links say so of every address.
  const isSites =
    isPages || piece.spelled !== '' || namesSite(said, names) || isAfterClause(text, from);
  return isSites ? { from, to } : null;
}

function isolated(text: string, range: Range): Range | null {
  return isBetweenClauses(text, range) ? range : null;
}

/** 某某网www.example.com首发 between the words of a sentence. */
function openMark(text: string, place: Address, own: Own): Range | null {
  const { identity } = own;
  const end = place.to + (FOLLOWS.exec(text.slice(place.to, place.to + 8))?.[0].length ?? 0);
  const name = nameBefore(text, place.from, identity.names);
  if (name >= 0 && !STRICT.test(text.slice(Math.max(0, name - 6), name))) {
    return { from: claimBefore(text, name), to: end };
  }
  const signed = signedMark(text, place, end, own);
  if (signed || name >= 0) return signed;
  const isLearned = own.isOwn && isAfterClause(text, place.from);
  const isStrange = identity.host === null && CLAUSE_END.test(text.charAt(place.from - 1));
  const isAlone = own.isPages || isLearned || isStrange;
  const range = { from: place.from, to: end };
  if (own.isOwn && isBehindAll(text, range))
    return NAMES_SITE.test(sentenceBefore(text, place.from)) ? null : range;
  if (!isAlone || SENDS.test(clauseBefore(text, place.from))) return null;
  return interrupts(text, range, STRICT) ? range : null;
}

/** 欢迎浏览我们的主页。www.example.com: what the sentence speaks of. */
const NAMES_SITE =
  /[网網]|主[页頁]|[页頁]面|地址|[链鏈]接|[访訪][问問]|登[录錄]|[点點][击擊]|[邮郵][箱件]|平台|系[统統]/u;
const LAST_SENTENCE = /[^。！？]{0,40}[。！？]$/u;

function sentenceBefore(text: string, end: number): string {
  return LAST_SENTENCE.exec(text.slice(Math.max(0, end - 41), end))?.[0] ?? '';
}

/** The words of the clause before `end`. */
function clauseBefore(text: string, end: number): string {
  return CLAUSE_WORDS.exec(text.slice(Math.max(0, end - CLAUSE_REACH), end))?.[0] ?? '';
}

/** Behind a clause: a name that belongs to the address, a keyword before the site's own address. */
function signedMark(text: string, place: Address, to: number, own: Own): Range | null {
  const { from, address } = place;
  const name = nameBefore(text, from, own.names);
  const spelled = name >= 0 ? name : spelledBefore(text, endOfName(text, from), address);
  const at = spelled >= 0 || !own.isOwn ? spelled : keywordBefore(text, from, own.names);
  if (at < 0) return null;
  const maker = makerBefore(text, at);
  const begins = maker < at && to > place.to ? maker : claimBefore(text, at);
  return isolated(text, withRules(text, { from: begins, to }));
}

/** --某某网 www.example.com--: with the dashes on both sides of it. */
function withRules(text: string, { from, to }: Range): Range {
  const before =
    RULE_BEFORE.exec(text.slice(Math.max(0, from - RULE_REACH), from))?.[0].length ?? 0;
  const after = RULE_AFTER.exec(text.slice(to, to + RULE_REACH))?.[0].length ?? 0;
  return before > 0 && after > 0 ? { from: from - before, to: to + after } : { from, to };
}

const RULE_BEFORE = /[-–—~=*_|]{1,6}$/u;
const RULE_AFTER = /^[-–—~=*_|]{1,6}/u;
const RULE_REACH = 6;

/** Where a keyword begins that ends at `end` and is a clause of its own; -1 if none does. */
function keywordBefore(text: string, end: number, names: readonly string[]): number {
  const before = text.slice(Math.max(0, end - KEYWORD_REACH), end);
  const keyword = KEYWORD.exec(before)?.[0] ?? '';
  if (keyword === '' || ASKS.test(keyword)) return -1;
  const isSites = OF_SITE.test(keyword) || names.some((name) => keyword.startsWith(name));
  return isSites && isAfterClause(text, end - keyword.length) ? end - keyword.length : -1;
}

function namesSite(said: string, names: readonly string[]): boolean {
  const bare = said.replace(SPACES, '');
  return names.some((name) => bare.includes(name));
}
