import type { Edit } from '../block.ts';
import { characterCost } from './character-cost.ts';
import { isGb2312 } from './line-signs.ts';
import { isReading, isTonelessReading } from './readings.ts';
import { simplifiedOf } from './traditional.ts';

/**
 * Mirrors write the reading of traditional characters behind them: 學(xué). They do it for every
 * occurrence of the character, and only for characters outside GB2312; textbooks and dictionaries
 * annotate a rare or a simplified character, usually once.
 */
const ANNOTATED_CHARACTER =
  /(\p{sc=Han})([(（])([a-zɡɑü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ]?[a-zɡɑ]{0,4})[)）]/gu;

const MIN_DISTINCT = 5;
const MIN_SHARE = 0.7;
/** So many common characters with their reading are a mirror's, though it annotated only some of each. */
const MIN_COMMON = 8;
/** The 1,500 most frequent. */
const COMMON_COST = 9;
/** Share of the annotated characters that must be outside GB2312. */
const MIN_TRADITIONAL = 0.9;

interface Annotation {
  readonly character: string;
  readonly syllable: string;
  readonly from: number;
  readonly to: number;
}

/** Brackets with a reading of the character before them. */
export function annotationsIn(line: string): Annotation[] {
  const found: Annotation[] = [];
  for (const match of line.matchAll(ANNOTATED_CHARACTER)) {
    const [whole, character = '', , syllable = ''] = match;
    if (syllable === '' || !isReading(character, syllable)) continue;
    const from = match.index + character.length;
    found.push({ character, syllable, from, to: match.index + whole.length });
  }
  return found;
}

/** Does the page annotate as mirrors do? */
export function isAnnotatedByMirror(lines: readonly string[]): boolean {
  const annotated = new Map<string, number>();
  for (const line of lines) {
    for (const { character } of annotationsIn(line)) {
      annotated.set(character, (annotated.get(character) ?? 0) + 1);
    }
  }
  if (annotated.size < MIN_DISTINCT) return false;
  const occurrences = countCharacters(lines, annotated);
  let marked = 0;
  let traditional = 0;
  for (const [character, count] of annotated) {
    if (count / (occurrences.get(character) ?? count) >= MIN_SHARE) marked += 1;
    if (!isGb2312(character)) traditional += 1;
  }
  if (traditional / annotated.size < MIN_TRADITIONAL) return false;
  const isThorough = marked >= MIN_DISTINCT && marked / annotated.size >= MIN_SHARE;
  return isThorough || (annotated.size >= MIN_COMMON && isCommon([...annotated.keys()]));
}

/** Nobody needs the reading of characters that every text has. */
function isCommon(characters: readonly string[]): boolean {
  const common = characters.filter((character) => {
    const simplified = simplifiedOf(character) ?? character;
    return characterCost(simplified.charCodeAt(0)) <= COMMON_COST;
  });
  return common.length >= characters.length * MIN_SHARE;
}

function countCharacters(
  lines: readonly string[],
  wanted: ReadonlyMap<string, unknown>,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) {
    for (const character of line) {
      if (wanted.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
    }
  }
  return counts;
}

/**
 * Takes the annotations out, on a page that annotates as mirrors do. There any syllable with a tone mark
 * behind a character that simplified text has not is one: dictionaries differ in the reading (績 jī, jì). So is its
 * reading without a tone (那個(ge)).
 */
export function annotationEdits(line: string): Edit[] {
  const edits: Edit[] = [];
  for (const match of line.matchAll(ANNOTATED_CHARACTER)) {
    const [whole, character = '', , syllable = ''] = match;
    if (syllable === '') continue;
    const isOne = TONE.test(syllable) || isTonelessReading(character, syllable);
    if (!(isOne && !isGb2312(character)) && !isReading(character, syllable)) continue;
    const from = match.index + character.length;
    edits.push({ from, to: match.index + whole.length, insert: '' });
  }
  return edits;
}

const TONE = /[^a-zɡɑü]/;
