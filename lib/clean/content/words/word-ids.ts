/** Ids are this many bits: a table of weights has one entry an id. */
export const ID_BITS = 15;
/** Most ids one line can have: a word gives one, a pair of words another, and long lines are sampled. */
export const MAX_WORD_IDS = 400;

/** Longer lines are read at their two ends: what a line of the frame says, it says there. */
const LONGEST = 150;
const HEAD = 90;
const TAIL = 50;

const START = 1;
const END = 2;
const GAP = 3;
const NUMBER = 4;

/**
 * Ids of the words of a line and of each two in a row, with its start and end as words of their own; answers
 * how many. A word is a run of letters in lower case, any number, a mark, or one character of a
 * script written without spaces. Ids are hashes (feature hashing, Weinberger et al. 2009): two words
 * may share one.
 */
export function wordIds(text: string, ids: Int32Array): number {
  const writer = { ids, count: 0, last: START };
  if (text.length <= LONGEST) readWords(text, writer);
  else {
    readWords(text.slice(0, HEAD), writer);
    addWord(GAP, writer);
    readWords(text.slice(-TAIL), writer);
  }
  addPair(END, writer);
  return writer.count;
}

interface IdWriter {
  readonly ids: Int32Array;
  count: number;
  last: number;
}

function readWords(text: string, writer: IdWriter): void {
  let word = 0;
  let before = MARK;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const kind = kindOf(code);
    if (kind === LETTER) {
      word = extend(word, code);
      continue;
    }
    if (word !== 0) addWord(word | 0, writer);
    word = 0;
    if (kind === MARK) addWord(code + 16, writer);
    else if (kind === DIGIT && before !== DIGIT) addWord(NUMBER, writer);
    before = kind;
  }
  if (word !== 0) addWord(word | 0, writer);
}

function extend(word: number, code: number): number {
  return Math.imul(word === 0 ? 0x9e3779b9 : word, 31) + lowerCase(code);
}

function addWord(word: number, writer: IdWriter): void {
  addPair(word, writer);
  if (writer.count < MAX_WORD_IDS) writer.ids[writer.count++] = idOf(word, 0x85ebca6b);
  writer.last = word;
}

function addPair(word: number, writer: IdWriter): void {
  if (writer.count >= MAX_WORD_IDS) return;
  const pair = Math.imul(writer.last, 0x01000193) ^ word;
  writer.ids[writer.count++] = idOf(pair, 0xc2b2ae35);
}

/** Mixes a hash down to ID_BITS bits (the finaliser of MurmurHash3). */
export function idOf(hash: number, seed: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), seed);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0x27d4eb2f);
  return (mixed ^ (mixed >>> 15)) >>> (32 - ID_BITS);
}

const SPACE = 0;
const LETTER = 1;
const DIGIT = 2;
/** Marks, and characters that are words by themselves. */
const MARK = 3;

const ASCII_KINDS: Uint8Array = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  if (code <= 32 || code === 127) return SPACE;
  if (char >= '0' && char <= '9') return DIGIT;
  return (char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z') ? LETTER : MARK;
});

function kindOf(code: number): number {
  if (code < 128) return ASCII_KINDS[code] ?? SPACE;
  if (code < 0xc0) return code === 0xa0 || code === 0xad ? SPACE : MARK;
  if (code < 0x2000) return LETTER;
  if (code < 0x2e80) return code <= 0x200f || (code >= 0x2028 && code <= 0x202f) ? SPACE : MARK;
  return code === 0x3000 || code === 0xfeff ? SPACE : MARK;
}

/** Of Latin, Greek and Cyrillic, where frames are written in both cases; other scripts have one. */
function lowerCase(code: number): number {
  if (code < 128) return code | 32;
  if (code >= 0xc0 && code <= 0xde) return code + 32;
  if (code >= 0x391 && code <= 0x3a9) return code + 32;
  if (code >= 0x410 && code <= 0x42f) return code + 32;
  return code;
}
