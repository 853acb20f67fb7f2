import type { Range } from '../repairs/mark-places.ts';
import { joinGain } from './open-end.ts';
import { type Tiled, tile } from './promo-tiles.ts';
import type { PieceKind } from './promo-words.ts';
import type { SiteWords } from './site-words.ts';

const CLAUSE_START = /[，。；！？：、“”）,;!?:…)]/u;
const OPENER = /[（(【[〔『「<☆★◆●※→←]/u;
const CLOSER = /^ ?[）)】\]〕』」>☆★◆●※←→]/u;
/** The sentence goes on, and not as what the words of the insertion began. */
const GOES_ON = /^ ?[\p{sc=Han}“《]/u;
const CONTINUES =
  /^ ?(?:[的地得了着过是后并再时即就以与和或及等给在上中里下内为有能可要会也都不却便很没]|按钮|按键|图标|选项|菜单|功能)/u;
const ENDS = /^\s*$/;
const SENTENCE_END = /[。！？…”）)!?]/u;
/** 登录某某网查成绩: who goes there is somebody. */
const GOES_THERE = /^(?:请)?(?:登录|访问|打开|进入|在|到|上|从)/u;
/** How much the words of an insertion must say: where the page is known for such, where it is not, and where its text speaks of such things. */
const LEAST_IN_BRACKETS = 2;
/** Between two words of a clause. */
const LEAST_INSIDE = 2.5;
const LEAST = { proven: 2, unknown: 4, speaking: 5 };

/** Insertions that words of calls, claims and offers make up without a gap, between a clause and the sentence that goes on. */
export function promoTalk(
  text: string,
  words: SiteWords,
  { isProven, speaks }: { readonly isProven: boolean; readonly speaks: boolean },
): Range[] {
  const least = speaks ? LEAST.speaking : isProven ? LEAST.proven : LEAST.unknown;
  const found: Range[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const range =
      inBrackets(text, at, words, { least, isProven }) ?? behindClause(text, at, words, least);
    if (!range) continue;
    found.push(range);
    at = range.to - 1;
  }
  return found;
}

function inBrackets(
  text: string,
  at: number,
  words: SiteWords,
  { least, isProven }: { readonly least: number; readonly isProven: boolean },
): Range | null {
  if (!OPENER.test(text.charAt(at))) return null;
  const said = tile(text, text.charAt(at + 1) === '请' ? at + 2 : at + 1, words);
  if (!said || said.weight < Math.max(LEAST_IN_BRACKETS, least - 1)) return null;
  const isInside = at > 0 && !CLAUSE_START.test(text.charAt(at - 1));
  if (isInside && !(isProven && said.weight >= LEAST_INSIDE && isMeant(said))) return null;
  const closing = CLOSER.exec(text.slice(said.to, said.to + 2))?.[0].length ?? 0;
  if (closing === 0) return null;
  const range = { from: at, to: said.to + closing };
  return isGlued(text, range) ? range : null;
}

function behindClause(text: string, at: number, words: SiteWords, least: number): Range | null {
  const before = text.charAt(at - 1);
  if (NO_START.test(before) || !CLAUSE_START.test(before)) return null;
  if (before === '”' && PATH_ARROW.test(text.charAt(at))) return null;
  const said = tile(text, at, words);
  if (!said || said.weight < least || said.count < 2) return null;
  if (said.kinds.has('site') && GOES_THERE.test(text.slice(at, at + 4))) return null;
  return isGlued(text, said) && isMeant(said) && isSure(text, said) ? said : null;
}

/** What is quoted, and the items of a list. */
const NO_START = /[“、]/u;
/** “应用程序”→“附件”: the way through a menu. */
const PATH_ARROW = /[→>＞]/u;
/** Kinds of documents and phrases of the title alone are what documents speak of. */
const OF_DOCUMENTS: ReadonlySet<PieceKind> = new Set(['kind', 'link', 'bait', 'thing']);
/** Who sells something needs no other word. */
const OF_SITES: readonly PieceKind[] = ['site', 'arrow', 'claim', 'trade', 'reader', 'source'];

function isMeant({ kinds }: Tiled): boolean {
  if (kinds.has('contact') && !OF_SITES.some((kind) => kinds.has(kind))) return false;
  const said = [...kinds].filter((kind) => !OF_DOCUMENTS.has(kind));
  // 范文由教务处提供: where it is from is said of a document too.
  return said.length > 1 || (said.length === 1 && said[0] !== 'source');
}

/** 点击下载模板填写后上传 is somebody's task: where no word is a site's alone, the sentence must read on without. */
function isSure(text: string, { from, to, weight, kinds }: Tiled): boolean {
  if (OF_SITES.some((kind) => kind !== 'trade' && kinds.has(kind)) || to === text.trimEnd().length)
    return true;
  if (isQuoted(text, from) || INSTRUCTS.test(text.slice(to, to + CLAUSE_REACH))) return false;
  if (weight >= WHOLE_CALL) return true;
  return joinGain(text, from, to) > (weight < LEAST_OF_CALL ? CLEAR_GAIN : SOME_GAIN);
}

const LONGEST_QUOTATION = 200;

/** Inside a quotation that is still open. */
function isQuoted(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_QUOTATION), at);
  return before.lastIndexOf('“') > before.lastIndexOf('”');
}

/** …后上传, …并打印 */
const INSTRUCTS = /^[^，。；！？,;!?]{0,10}[后并再即]/u;
const CLAUSE_REACH = 12;
const LEAST_OF_CALL = 3;
const CLEAR_GAIN = 2;
const SOME_GAIN = -1;
/** Nobody writes four such words in a row. */
const WHOLE_CALL = 4;

function isGlued(text: string, { from, to }: Range): boolean {
  const after = text.slice(to, to + 6);
  if (ENDS.test(after)) return SENTENCE_END.test(text.charAt(from - 1));
  return isOn(after);
}

function isOn(after: string): boolean {
  return GOES_ON.test(after) && !CONTINUES.test(after);
}
