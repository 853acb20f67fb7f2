import { CLASS_CATEGORIES, LEXICON } from './class-categories.ts';

const PROSE = CLASS_CATEGORIES.length - 1;

/** Words that name the text itself when both kinds meet: article-body, entry-content. */
const SUBJECT = 'article entry post story news page main blog detail single text';
const SUBSTANCE = 'content body text main copy con cont contents inner';
const FUSED =
  'articlebody articlecontent articletext entrycontent postcontent postbody storybody storycontent maincontent maintext newscontent newstext newsbody pagecontent bodytext bodycontent contentbody contenttext textcontent richtext zhengwen jscontent zoom ucapcontent';

const IS_SUBJECT = 1 << (PROSE + 1);
const IS_SUBSTANCE = 1 << (PROSE + 2);
const CATEGORIES = IS_SUBJECT - 1;

/** What each known word says: bits of categories, and whether it is a subject or a substance. */
const WORDS: ReadonlyMap<string, number> = wordBits();

function wordBits(): Map<string, number> {
  const bits = new Map<string, number>();
  const categories = new Map<string, number>();
  Object.values(LEXICON).forEach((words, category) => {
    for (const word of words.split(' ')) categories.set(word, 1 << category);
  });
  const add = (words: Iterable<string>, bit: (word: string) => number): void => {
    for (const word of words) bits.set(word, (bits.get(word) ?? 0) | bit(word));
  };
  add(categories.keys(), (word) => categories.get(word) ?? 0);
  add(FUSED.split(' '), () => 1 << PROSE);
  add(SUBJECT.split(' '), () => IS_SUBJECT);
  add(SUBSTANCE.split(' '), () => IS_SUBSTANCE);
  return bits;
}

/** Lengths that known words with a first letter have, as bits: most words need no look-up. */
const LETTER_A = 97;
const LENGTHS: Int32Array = lengthsByLetter();

function lengthsByLetter(): Int32Array {
  const lengths = new Int32Array(26);
  for (const word of WORDS.keys()) {
    const letter = word.charCodeAt(0) - LETTER_A;
    lengths[letter] = (lengths[letter] ?? 0) | (1 << word.length);
  }
  return lengths;
}

const MAX_NAME = 300;
const MAX_WORD = 31;

/** Categories by attribute value, remembered for one page. */
export function classReader(): (names: string) => number {
  const known = new Map<string, number>();
  return (names) => {
    const before = known.get(names);
    if (before !== undefined) return before;
    const bits = readNames(names.slice(0, MAX_NAME));
    known.set(names, bits);
    return bits;
  };
}

/** What the words of one token have said so far. */
interface Token {
  bits: number;
  subjects: number;
  substances: number;
  /** The first substance is a subject too: it is no other word than itself. */
  isBoth: boolean;
}

/** Bit set of the categories the words of `names` belong to. */
function readNames(names: string): number {
  let bits = 0;
  let from = 0;
  while (from <= names.length) {
    const space = names.indexOf(' ', from);
    const to = space < 0 ? names.length : space;
    if (to > from) bits |= readToken(names, from, to);
    from = to + 1;
  }
  return bits;
}

/** Words of a token are parted at marks, before a capital and before digits that follow two letters. */
function readToken(names: string, start: number, end: number): number {
  const token = { bits: 0, subjects: 0, substances: 0, isBoth: false };
  let from = start;
  let before = OTHER;
  let isDouble = false;
  for (let at = start; at < end; at += 1) {
    const kind = kindOf(names.charCodeAt(at));
    const parts = startsWord(kind, before, isDouble);
    if (parts || kind === OTHER) readWord(names, from, at, token);
    if (kind === OTHER) from = at + 1;
    else if (parts) from = at;
    isDouble = isLetter(kind) && isLetter(before);
    before = kind;
  }
  readWord(names, from, end, token);
  const { subjects, substances, isBoth } = token;
  const isProse = substances > 0 && subjects > (isBoth ? 1 : 0);
  return (token.bits & CATEGORIES) | (isProse ? 1 << PROSE : 0);
}

function startsWord(kind: number, before: number, isDouble: boolean): boolean {
  if (kind === CAPITAL) return before === SMALL || before === DIGIT;
  return kind === DIGIT && isDouble;
}

function readWord(names: string, from: number, to: number, token: Token): void {
  const length = to - from;
  if (length < 1 || length > MAX_WORD) return;
  const letter = (names.charCodeAt(from) | 32) - LETTER_A;
  if ((((LENGTHS[letter] ?? 0) >> length) & 1) === 0) return;
  const bits = WORDS.get(names.slice(from, to).toLowerCase()) ?? 0;
  token.bits |= bits;
  if ((bits & IS_SUBJECT) !== 0) token.subjects += 1;
  if ((bits & IS_SUBSTANCE) === 0) return;
  if (token.substances === 0) token.isBoth = (bits & IS_SUBJECT) !== 0;
  token.substances += 1;
}

const OTHER = 0;
const DIGIT = 1;
const SMALL = 2;
const CAPITAL = 3;

function kindOf(code: number): number {
  if (code >= 97 && code <= 122) return SMALL;
  if (code >= 65 && code <= 90) return CAPITAL;
  return code >= 48 && code <= 57 ? DIGIT : OTHER;
}

const isLetter = (kind: number): boolean => kind >= SMALL;
