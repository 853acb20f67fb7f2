/**
 * Which lines are worth the search for shifted bytes, by signs that cost little. What is suspected in vain costs time and no more:
 * the search tells whether something reads better (gbk-byte-shift.ts).
 */
import { ANNOTATED } from './gbk-items.ts';
import { hasRareBehindMark, type LineSigns, lineSigns, SIGN } from './line-signs.ts';

/** What is known of the page. */
export interface Suspicion {
  /** Other lines are damaged, or a mirror made it: it takes less to suspect a line. */
  readonly expected: boolean;
  /** Its punctuation is half width. */
  readonly halfWidth: boolean;
}

/** A rare character needs another close by (lineSigns weighs them 2 and 3); on a damaged page one is enough. */
const RARITY = 5;
const RARITY_EXPECTED = 2;
/** A byte that became '?', before what reads as full-width punctuation or a syllable without its bracket. */
const QUESTION = /\?(?:[！；？!;?]|[a-zɡɑü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ][a-zɡɑ]{0,4}[)）])/;
/**
 * Where losses are likely: ？陀^, what reads as punctuation across two characters and the ASCII trail that sets the pairs
 * right; ！?, a lost full stop and the half of a closing quotation mark behind it.
 */
const AROUND_LOSS = /[！；？!;?](?:\?|[\u4e00-\u9fff]{1,8}[@-~])/;
/** ！?, or ；疃? ！Ｎ蚁?, where what was shifted ends: full-width marks and an ASCII one so close stand in few texts. */
const MARKED =
  /[！；？](?:\?(?! ?\?)|[\uff10-\uff19\uff21-\uff5a]?[\u4e00-\u9fff『』]{1,8}\?(?:[^\s?”」)]| (?=[0-9A-Za-z])))/;
/** ；ぃ? 漏电；て?352: kana stand there in no text. 以下？睢? ends a line, where one of the characters is rare. */
const KANA_BEFORE =
  /[！；？][\u3041-\u30fe\u4e00-\u9fff]{0,3}[\u3041-\u30fe][\u3041-\u30fe\u4e00-\u9fff]{0,3}\?/;
const RARE_TO_END = /[！；？][\u4e00-\u9fff]{1,8}\?$/;
/** The same on pages whose punctuation is half width, where it ends a line: 负!? was 负担。, 他说:“好!? 他说:“好。” */
const HALF_AT_END = /(?:^|[^!?;])\??[!;]\?$/;
/** 遗产;ぶ贫? at the end of such a line, where one of the characters is rare: 遗产保护制度. */
const HALF_TO_END = /[!;][\u3041-\u30fe\u4e00-\u9fff]{1,8}\?$/;
/** 人?杉?, 桑!N蚁?, ?赵?380 inside such a line: 人。可见, 桑。我想, 。空载380. No sentence goes on so behind its question mark. */
const HALF_INSIDE = /[!;?][0-9A-Za-z]?[\u3041-\u30fe\u4e00-\u9fff]{1,8}\?[,:;0-9]/;
/** ;て?352 on such a page. */
const HALF_KANA_BEFORE =
  /[!;?][\u3041-\u30fe\u4e00-\u9fff]{0,3}[\u3041-\u30fe][\u3041-\u30fe\u4e00-\u9fff]{0,3}\?/;
/** ！拐f話, ！缸拧古c「: the letter is the trail of a traditional character. */
const LETTER = /[！；？][\u4e00-\u9fff『』]{1,4}[@-~][「『\u4e00-\u9fff]/;
/** An annotation behind an ASCII character: the trail byte of what it annotates. */
const ASCII_ANNOTATED = /[!-~][(（][a-zɡɑü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ]/;

/** Japanese, Hangul or a Greek vowel with an accent, which no pair of GBK is: what lists of languages say in their own words. */
const OTHER_WORDS = /[\u3041-\u30fe]{4}|[\uac00-\ud7a3]{2}|[\u03ac-\u03af\u03cc-\u03ce]/;

const MARKED_AHEAD = [QUESTION, MARKED, KANA_BEFORE];

/** Does the line look as if it had lost a byte of GBK? */
export function isSuspect(line: string, { expected, halfWidth }: Suspicion): boolean {
  const signs = lineSigns(line);
  if ((signs.bits & SIGN.chinese) === 0 || OTHER_WORDS.test(line)) return false;
  if (isOdd(line, signs, expected) || LETTER.test(line)) return true;
  if (line.includes('?') && MARKED_AHEAD.some((sign) => sign.test(line))) return true;
  if (halfWidth && isSuspectInHalfWidth(line, signs.rarity)) return true;
  if (expected && AROUND_LOSS.test(line)) return true;
  return (signs.bits & SIGN.tone) !== 0 && ANNOTATED.test(line) && ASCII_ANNOTATED.test(line);
}

function isOdd(line: string, { bits, rarity }: LineSigns, expected: boolean): boolean {
  if (rarity >= (expected ? RARITY_EXPECTED : RARITY) || (bits & SIGN.broken) !== 0) return true;
  return rarity > 0 && (hasRareBehindMark(line) || RARE_TO_END.test(line));
}

function isSuspectInHalfWidth(line: string, rarity: number): boolean {
  if (HALF_AT_END.test(line) || HALF_INSIDE.test(line)) return true;
  return HALF_KANA_BEFORE.test(line) || (rarity > 0 && HALF_TO_END.test(line));
}
