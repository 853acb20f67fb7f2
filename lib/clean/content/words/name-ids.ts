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
  const ids: number[] = [];
  const end = Math.min(value.length, MAX_NAME);
  let tokens = 0;
  for (let from = 0; from < end && tokens < MAX_TOKENS; ) {
    const space = value.indexOf(' ', from);
    const to = space < 0 || space > end ? end : space;
    if (to > from) {
      tokens += 1;
      addToken(value, from, to, ids);
    }
    from = to + 1;
  }
  for (let category = 0; category < CLASS_CATEGORIES.length; category += 1) {
    if ((categories >> category) & 1) addOnce(ids, idOf(category + 1, 0x297a2d39));
  }
  return ids;
}

function addOnce(ids: number[], id: number): void {
  if (!ids.includes(id)) ids.push(id);
}

const words = new Int32Array(MAX_NAME);

function addToken(value: string, from: number, to: number, ids: number[]): void {
  const count = wordHashes(value, from, to);
  if (count <= MAX_JOINED && count > 0) {
    let hash = 0x811c9dc5;
    for (let word = 0; word < count; word += 1) {
      hash = Math.imul(hash, 0x01000193) ^ (words[word] ?? 0);
    }
    addOnce(ids, idOf(hash, 0xc2b2ae35));
  }
  for (let word = 0; word < count && word < MAX_WORDS; word += 1) {
    addOnce(ids, idOf(words[word] ?? 0, 0x2c1b3c6d));
  }
}

/** Writes the hashes of the words of one token and answers how many; a single letter is none. */
function wordHashes(value: string, start: number, end: number): number {
  let count = 0;
  let from = start;
  for (let at = start; at <= end; at += 1) {
    const code = at < end ? value.charCodeAt(at) : 0;
    if (isLetter(code) && !(isUpper(code) && at > from && !isUpper(value.charCodeAt(at - 1)))) {
      continue;
    }
    if (at - from > 1) {
      words[count] = hashOf(value, from, at);
      count += 1;
    }
    from = isLetter(code) ? at : at + 1;
  }
  return count;
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
