const SOFT_HYPHEN = '\u00ad';
const WORD_SIGNS = `‘’“”–—…•·©®«»°×€£№\u00a0${SOFT_HYPHEN}`;
const FREQUENT_CYRILLIC = 'оеаинтсрвлкм';

/** Scripts whose letters come in runs, as ranges of code units. */
const SCRIPTS: readonly (readonly [from: number, to: number])[] = [
  [0x370, 0x3ff], // Greek
  [0x400, 0x52f], // Cyrillic
  [0x590, 0x5ff], // Hebrew
  [0x600, 0x6ff], // Arabic
  [0xe00, 0xe7f], // Thai
];
const FIRST_SCRIPT = 0x370;
const CYRILLIC = 1;

const BESIDE_ASCII = 4.5;
const CROWDED_LETTER = 9.5;
const FREQUENT_LETTER = 2.7;
const LETTER = 4.2;
/** Of a script of its own, without another of it beside. */
const LONE_LETTER = 7;
/** A capital inside a word, a letter beside one of another script. */
const OUT_OF_PLACE = 9;
const SIGN = 5.5;
const ODD_SIGN = 7.5;
const CROWDED = 3.2;

/**
 * Cost of a unit of an alphabetic script where it stands, in nats. Accented Latin letters stand
 * alone among plain ones, letters of other scripts stand in words, lower case but for the first:
 * two-byte text read so is a jumble of cases, scripts and signs.
 */
export function alphabetCost(text: string, at: number): number {
  const unit = text.charAt(at);
  const code = unit.charCodeAt(0);
  const before = text.charAt(at - 1);
  const isCrowded = !isBesideAscii(before, text.charAt(at + 1));
  if (code >= 0xc0 && code < 0x250 && unit !== '×' && unit !== '÷') {
    return isCrowded ? CROWDED_LETTER : BESIDE_ASCII;
  }
  const script = scriptOf(code);
  if (script >= 0) return inWord(unit, before, text.charAt(at + 1), script);
  const sign = WORD_SIGNS.includes(unit) ? SIGN : ODD_SIGN;
  return isCrowded ? sign + CROWDED : sign;
}

/** Whether a plain letter stands beside it, or nothing that is not ASCII. */
function isBesideAscii(before: string, after: string): boolean {
  if (isAsciiLetter(before) || isAsciiLetter(after)) return true;
  return before < '\x80' && after < '\x80';
}

function isAsciiLetter(unit: string): boolean {
  return (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z');
}

function inWord(unit: string, before: string, after: string, script: number): number {
  const last = scriptOf(before.charCodeAt(0));
  if (last >= 0 && last !== script) return OUT_OF_PLACE;
  if (isAsciiLetter(before) || isAccented(before)) return OUT_OF_PLACE;
  if (last < 0 && scriptOf(after.charCodeAt(0)) !== script) return LONE_LETTER;
  const isCapital = unit !== unit.toLowerCase();
  const isAfterSmall = last === script && before === before.toLowerCase();
  if (isCapital) return isAfterSmall ? OUT_OF_PLACE : LETTER;
  return script === CYRILLIC && FREQUENT_CYRILLIC.includes(unit) ? FREQUENT_LETTER : LETTER;
}

function isAccented(unit: string): boolean {
  return unit >= '\xc0' && unit < '\u0250';
}

/** Which of SCRIPTS a code unit belongs to; -1 for none. */
function scriptOf(code: number): number {
  if (code < FIRST_SCRIPT) return -1; // NaN beside the ends of a text is no script either
  for (let script = 0; script < SCRIPTS.length; script += 1) {
    const [from, to] = SCRIPTS[script] ?? [1, 0];
    if (code >= from && code <= to) return script;
  }
  return -1;
}
