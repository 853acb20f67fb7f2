import type { PageElement } from '../../dom/page-element.ts';
import { CLASS_CATEGORIES } from '../class-categories.ts';
import { idOf } from './word-ids.ts';

/** How far up from a block an element is counts: three ranges, each with weights of its own. */
export const RANGES = 3;
/** Levels up from the block that belong to the first and the second range. */
const FIRST_RANGE = 2;
const SECOND_RANGE = 5;
/** Names farther up say nothing of a block. */
export const MAX_LEVELS = 14;

/** The range of an element so many levels above the block's own. */
export function rangeOf(level: number): number {
  return level < FIRST_RANGE ? 0 : level < SECOND_RANGE ? 1 : 2;
}

/** The id a name has within a range. */
export function rangedId(id: number, range: number): number {
  return idOf(Math.imul(id + 1, 0x9e3779b9) + range, 0x165667b1);
}

const SAYS_NOTHING = new Set(['div', 'span']);
const MAX_NAME = 300;
const MAX_TOKENS = 12;
const MAX_WORDS = 6;
/** A longer class is generated, not named. */
const MAX_JOINED = 4;

/**
 * Ids of what an element is called: its tag, and the words of an attribute value. Words are whole and
 * in lower case, parted at hyphens, digits and capitals: `tags` is no match for `ag`, `shadow` none for `ad`.
 */
export function tagIds({ name }: PageElement): readonly number[] {
  return SAYS_NOTHING.has(name) ? [] : [idOf(hashOf(name, 0, name.length), 0x85ebca6b)];
}

/** Ids of an attribute value: each word, each whole token, and the categories that known words stand for. */
export function attributeIds(value: string, categories: number): readonly number[] {
  const ids = new Set<number>();
  let tokens = 0;
  for (const token of value.slice(0, MAX_NAME).split(' ')) {
    if (token === '' || tokens >= MAX_TOKENS) continue;
    tokens += 1;
    const words = wordHashes(token);
    if (words.length <= MAX_JOINED && words.length > 0) ids.add(idOf(joined(words), 0xc2b2ae35));
    for (const word of words.slice(0, MAX_WORDS)) ids.add(idOf(word, 0x2c1b3c6d));
  }
  for (let category = 0; category < CLASS_CATEGORIES.length; category += 1) {
    if ((categories >> category) & 1) ids.add(idOf(category + 1, 0x297a2d39));
  }
  return [...ids];
}

function joined(words: readonly number[]): number {
  return words.reduce((hash, word) => Math.imul(hash, 0x01000193) ^ word, 0x811c9dc5);
}

/** Hashes of the words of one token; a single letter is none. */
function wordHashes(token: string): number[] {
  const words: number[] = [];
  let from = 0;
  for (let at = 0; at <= token.length; at += 1) {
    const code = at < token.length ? token.charCodeAt(at) : 0;
    if (isLetter(code) && !(isUpper(code) && at > from && !isUpper(token.charCodeAt(at - 1)))) {
      continue;
    }
    if (at - from > 1) words.push(hashOf(token, from, at));
    from = isLetter(code) ? at : at + 1;
  }
  return words;
}

function hashOf(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at += 1) {
    hash = Math.imul(hash ^ (text.charCodeAt(at) | 32), 0x01000193);
  }
  return hash;
}

const isUpper = (code: number): boolean => code >= 65 && code <= 90;
const isLetter = (code: number): boolean => isUpper(code) || (code >= 97 && code <= 122);
