import type { Edit } from '../block.ts';

/**
 * Characters nobody sees: soft hyphen, combining grapheme joiner, Arabic letter mark, zero-width space,
 * joiners, directional marks and overrides, word joiner and invisible operators, BOM, interlinear
 * anchors, variation selectors, tags.
 */
const INVISIBLE =
  /\u034f|[\u180b-\u180d]|[\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ufe00-\ufe0f]|\udb40[\udc00-\uddef]/g;

/** Scripts in which joiners and directional marks shape or order the letters. */
const NEEDS_MARKS =
  /[\u0590-\u08ff\u0900-\u0dff\u0e00-\u109f\u1780-\u18af\ufb1d-\ufdff\ufe70-\ufefc]/;
const JOINS_OR_DIRECTS = /[\u200c-\u200f\u061c\u202a-\u202e\u2066-\u2069]/;
const PICTOGRAPH =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\u{1f1e6}-\u{1f1ff}]|[#*0-9]|\u20e3|\ufe0f/u;

const ZWJ = '\u200d';
const VARIATION = /[\ufe00-\ufe0f]/;
const TAG = /\udb40/;

/** Takes out what nobody sees, except where it shapes emoji or the letters of its script. */
export function invisibleEdits(line: string): Edit[] {
  const edits: Edit[] = [];
  const keepsMarks = NEEDS_MARKS.test(line);
  for (const match of line.matchAll(INVISIBLE)) {
    const [character] = match;
    if (keepsMarks && JOINS_OR_DIRECTS.test(character)) continue;
    const from = match.index;
    const to = from + character.length;
    if (!isMeant(character, before(line, from), after(line, to))) {
      edits.push({ from, to, insert: '' });
    }
  }
  return edits;
}

function isMeant(character: string, left: string, right: string): boolean {
  if (character === ZWJ) return isPictograph(left) && isPictograph(right);
  if (VARIATION.test(character)) return isPictograph(left) || MATHEMATICAL.test(left);
  if (TAG.test(character)) return isPictograph(left) || TAG.test(left);
  return OF_A_SCRIPT.test(character) && NEEDS_MARKS.test(left);
}

/** Signs that are spelling in Khmer, Hangul and Mongolian. */
const OF_A_SCRIPT = /[\u115f\u1160\u17b4\u17b5\u180e]|[\u180b-\u180d]/;

/** U+FE0E/FE0F after a symbol chooses text or emoji style. */
const MATHEMATICAL = /[\u2000-\u2bff\u3030\u303d\u3297\u3299\u00a9\u00ae\u1800-\u18af]/;

function isPictograph(character: string): boolean {
  return PICTOGRAPH.test(character);
}

function before(line: string, at: number): string {
  const unit = line.charCodeAt(at - 1);
  return unit >= 0xdc00 && unit <= 0xdfff ? line.slice(at - 2, at) : line.slice(at - 1, at);
}

function after(line: string, at: number): string {
  return String.fromCodePoint(line.codePointAt(at) ?? 0);
}
