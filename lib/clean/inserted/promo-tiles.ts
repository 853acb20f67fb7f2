import type { Range } from '../repairs/mark-places.ts';
import { BAIT, KINDS } from './genre-words.ts';
import { type PieceKind, PROMO_WORDS } from './promo-words.ts';
import { familiarity, type SiteWords } from './site-words.ts';

/** A stretch of text that nothing but words of insertions make up. */
export interface Tiled extends Range {
  readonly weight: number;
  readonly kinds: ReadonlySet<PieceKind>;
  /** How many words that say something. */
  readonly count: number;
}

const MOST = 60;
const HAN_RUN = /[\p{sc=Han}\d]{2,16}/uy;
const LEAST_FAMILIAR = 4;
const LEAST_LED = 2;

/** The longest such stretch from `from` on that ends with a word which may end one; null if there is none. */
export function tile(text: string, from: number, words: SiteWords): Tiled | null {
  let at = from;
  let weight = 0;
  let count = 0;
  const kinds = new Set<PieceKind>();
  let best: Tiled | null = null;
  while (at < text.length && at - from < MOST) {
    const piece = titleAt(text, at) ?? pieceAt(text, at) ?? familiarPiece(text, at, words);
    if (!piece || (count === 0 && piece.weight === 0)) break;
    // What closes a quotation that was open before.
    if (text.charAt(at) === '”' && !text.slice(from, at).includes('“')) break;
    at = piece.to;
    weight += piece.weight;
    if (piece.weight > 0) count += 1;
    kinds.add(piece.kind);
    if (mayEnd(text, from, at, piece)) {
      best = { from, to: at, weight, count, kinds: new Set(kinds) };
    }
  }
  return best;
}

interface Piece {
  readonly kind: PieceKind;
  readonly weight: number;
  readonly to: number;
}

function pieceAt(text: string, at: number): Piece | null {
  for (const { kind, weight, pattern } of PROMO_WORDS) {
    pattern.lastIndex = at;
    const length = pattern.exec(text)?.[0].length ?? 0;
    if (length > 0) return { kind, weight, to: at + length };
  }
  return null;
}

/** 相关推荐：教师工作总结: a title, whatever it is of. */
function titleAt(text: string, at: number): Piece | null {
  if (!LEADS.test(text.charAt(at - 1))) return null;
  TITLE.lastIndex = at;
  const length = TITLE.exec(text)?.[0].length ?? 0;
  return length > 0 ? { kind: 'kind', weight: 1, to: at + length } : null;
}

const LEADS = /[:： 　】]/u;
const TITLE = new RegExp(`[\\p{sc=Han}]{2,8}?${KINDS}(?:${BAIT})?`, 'iuy');

/** A phrase that path, title or tags have. */
function familiarPiece(text: string, at: number, words: SiteWords): Piece | null {
  HAN_RUN.lastIndex = at;
  const run = HAN_RUN.exec(text)?.[0] ?? '';
  const least = LEADS.test(text.charAt(at - 1)) ? LEAST_LED : LEAST_FAMILIAR;
  for (let length = run.length; length >= least; length -= 1) {
    const phrase = run.slice(0, length);
    if (familiarity(phrase, words) === 1 && !ADDRESS.test(phrase))
      return { kind: 'kind', weight: 1, to: at + length };
  }
  return null;
}

/** 测量路6号: the foot of a page and the document of a firm say where it is. */
const ADDRESS = /[路街道巷弄村]\d{1,5}号/u;

/** …！ and “…” are closed. */
function isClosed(text: string, from: number, at: number): boolean {
  const last = text.charAt(at - 1);
  return CLOSES.test(last) || (last === '”' && text.slice(from, at).includes('“'));
}

const CLOSES = /[!！~]/u;

const OPEN_VERB =
  /(?:点击|查看|阅读|浏览|下载|关注|扫描|识别|搜索|收藏|访问|登录|打开|展开|收起|返回|进入|添加|联系|分享到?|转发|复制|打印|开通|整理|收集|提供|上传|发布|找|写|看|学|加|领取|获取|欢迎|版权归|未经)$/u;
const WHOLE =
  /(?:免费(?:下载|阅读|看|领取|试读)|整理发布|收集整理|精心整理|友情提供|(?:点击|立即)(?:下载|进入|查看|阅读|领取|关注)|扫一扫分享|更多|下次阅读|为(?:您|大家)(?:整理|收集|提供|推荐)|(?:用户|网友|会员)(?:上传|提供|分享|投稿|发布))$/u;
const REACH = 6;
const HAN = /\p{sc=Han}/u;

/** A verb before a word of the sentence has that as its object. */
function mayEnd(text: string, from: number, at: number, { kind, weight }: Piece): boolean {
  if (kind === 'link' && weight === 0) return isClosed(text, from, at);
  if (!HAN.test(text.charAt(at))) return true;
  if (kind === 'thing') return true;
  if (kind === 'link') return false;
  const said = text.slice(Math.max(0, at - REACH), at);
  return !OPEN_VERB.test(said) || WHOLE.test(said);
}
