import { repairShifts, type ShiftRepair } from './gbk-byte-shift.ts';
import { ANNOTATED } from './gbk-items.ts';
import { isGb2312, lineSigns, SIGN } from './line-signs.ts';
import { countPage } from './page-counts.ts';
import type { ShiftContext } from './shift-context.ts';
import type { SearchBudget } from './shift-decoder.ts';

/** A page with shifted lines as one pass of the repairs sees it. */
export interface ShiftPass {
  readonly repair: (line: string) => ShiftRepair;
}

/** What is searched of one page. */
export interface ShiftBudgets {
  /** To tell whether it is damaged. */
  readonly find: SearchBudget;
  readonly repair: SearchBudget;
}

/** Some 0.5 seconds for a page: Chinese text takes 50 cells a character, bytes that are none up to 250. */
export function shiftBudgets(): ShiftBudgets {
  return { find: { left: 500_000 }, repair: { left: 1_000_000 } };
}

/** A rare character needs another close by (lineSigns weighs them 2 and 3); on a damaged page one is enough. */
const RARITY = 5;
const RARITY_EXPECTED = 2;
/** A byte that became '?', before what reads as full-width punctuation or a syllable without its bracket. */
const QUESTION = /\?(?:[！；？!;?]|[a-zɡɑü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ][a-zɡɑ]{0,4}[)）])/;
/** ？陀^: what reads as punctuation across two characters, and the ASCII trail that sets the pairs right. */
const ACROSS = /[！；？!;?][\u4e00-\u9fff]{1,8}[@-~]/;
/** ！?: a lost full stop, and the half of a closing quotation mark behind it. */
const AT_END = /[！；？!;?]\?/;
/** The same, or ；疃? ！Ｎ蚁?, where what was shifted ends: full-width marks and an ASCII one so close stand in few texts. */
const MARKED =
  /[！；？](?:\?(?! ?\?)|[\uff10-\uff19\uff21-\uff5a]?[\u4e00-\u9fff『』]{1,8}\?[^\s?”」)])/;
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
/** ！拐f話: the letter is the trail of a traditional character. */
const LETTER = /[！；？][\u4e00-\u9fff]{1,3}[@-~][\u4e00-\u9fff]/;
/** An annotation behind an ASCII character: the trail byte of what it annotates. */
const ASCII_ANNOTATED = /[!-~][(（][a-zɡɑü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ]/;

/**
 * The pass for a page; null if no line of it looks shifted. A mirror that annotates (`isMirror`) is the
 * software that loses bytes: there it takes less to suspect a line. All passes of a page share its budgets.
 */
export function shiftPass(
  lines: readonly string[],
  isMirror: boolean,
  budgets: ShiftBudgets,
): ShiftPass | null {
  if (isJapanese(lines)) return null;
  const halfWidth = isHalfWidth(lines);
  const reading = { rarity: isMirror ? RARITY_EXPECTED : RARITY, halfWidth };
  if (!lines.some((line) => isSuspect(line, reading))) return null;
  const context: ShiftContext = {
    halfWidth,
    expected: isMirror,
    simplified: isSimplified(lines),
    counts: countPage(lines),
  };
  const { find, repair: budget } = budgets;
  const found = lines.some((line) => {
    if (find.left <= 0 || !isSuspect(line, reading)) return false;
    const { edits, unresolved } = repairShifts(line, context, find);
    return edits.length > 0 || unresolved;
  });
  if (!found) return null;
  const expecting = { ...context, expected: true };
  const repaired = new Map<string, ShiftRepair>();
  const repair = (line: string): ShiftRepair => {
    const known = repaired.get(line);
    if (known) return known;
    const isRead = isSuspect(line, { rarity: RARITY_EXPECTED, halfWidth });
    const result = isRead ? repairShifts(line, expecting, budget) : NOTHING;
    // What was not read is said to be damaged.
    const told = result.complete ? result : { ...result, unresolved: true };
    repaired.set(line, told);
    return told;
  };
  return { repair };
}

const NOTHING: ShiftRepair = { edits: [], guessed: false, unresolved: false, complete: true };

interface Suspicion {
  readonly rarity: number;
  readonly halfWidth: boolean;
}

function isSuspect(line: string, { rarity, halfWidth }: Suspicion): boolean {
  const signs = lineSigns(line);
  if ((signs.bits & SIGN.chinese) === 0 || OTHER_WORDS.test(line)) return false;
  if (signs.rarity >= rarity || (signs.bits & SIGN.broken) !== 0) return true;
  if (LETTER.test(line)) return true;
  if (line.includes('?') && isMarkedAhead(line, signs.rarity)) return true;
  if (halfWidth && isSuspectInHalfWidth(line, signs.rarity)) return true;
  if (rarity === RARITY_EXPECTED && (ACROSS.test(line) || AT_END.test(line))) return true;
  return (signs.bits & SIGN.tone) !== 0 && ANNOTATED.test(line) && ASCII_ANNOTATED.test(line);
}

function isMarkedAhead(line: string, rarity: number): boolean {
  if (QUESTION.test(line) || MARKED.test(line) || KANA_BEFORE.test(line)) return true;
  return rarity > 0 && RARE_TO_END.test(line);
}

function isSuspectInHalfWidth(line: string, rarity: number): boolean {
  if (HALF_AT_END.test(line) || HALF_INSIDE.test(line)) return true;
  return HALF_KANA_BEFORE.test(line) || (rarity > 0 && HALF_TO_END.test(line));
}

const KANA = /[\u3041-\u30fe]/g;
const KANA_RUN = /[\u3041-\u30fe]{4}/;
/** The same; or Hangul or a Greek vowel with an accent, which no pair of GBK is: what lists of languages say in their own words. */
const OTHER_WORDS = /[\u3041-\u30fe]{4}|[\uac00-\ud7a3]{2}|[\u03ac-\u03af\u03cc-\u03ce]/;
const HAN = /[\u4e00-\u9fff]/g;
/** Shifted Chinese shows kana, but one or two in a hundred characters and never as words. */
const MAX_KANA = 0.04;

function isJapanese(lines: readonly string[]): boolean {
  let kana = 0;
  let han = 0;
  for (const line of lines) {
    kana += line.match(KANA)?.length ?? 0;
    han += line.match(HAN)?.length ?? 0;
  }
  return kana > (kana + han) * MAX_KANA && lines.some((line) => KANA_RUN.test(line));
}

/** Traditional characters of a hundred Chinese ones that a simplified page may have. */
const MAX_TRADITIONAL = 0.02;

function isSimplified(lines: readonly string[]): boolean {
  let han = 0;
  let traditional = 0;
  for (const line of lines) {
    for (const character of line) {
      if (character < '\u4e00' || character > '\u9fff') continue;
      han += 1;
      if (!isGb2312(character)) traditional += 1;
    }
  }
  return traditional < han * MAX_TRADITIONAL;
}

const HALF = /[\u4e00-\u9fff)”][,;:!?]/g;
const FULL = /[，；：！？]/g;

/** Does the page write ASCII punctuation between Chinese characters? */
function isHalfWidth(lines: readonly string[]): boolean {
  let half = 0;
  let full = 0;
  for (const line of lines) {
    half += line.match(HALF)?.length ?? 0;
    full += line.match(FULL)?.length ?? 0;
  }
  return half > full;
}
