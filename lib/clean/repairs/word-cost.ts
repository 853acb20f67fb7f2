import { characterCost } from './character-cost.ts';
import { isCommonWord } from './common-words.ts';
import { simplifiedUnit } from './traditional.ts';

let segmenter: Intl.Segmenter | undefined;

/** A dictionary word is dearer the rarer its characters are, but much cheaper than they are apart. */
const WORD = 3.5;
const PER_COST = 0.35;
/** The platform's dictionary has Japanese given names and rare words beside the common ones. */
const UNLISTED = 2.5;
/** Characters that are no word by themselves seldom stand alone. */
const ALONE = 1.5;
const FUNCTION_COST = 6.5;
/** A number and what it counts or ends: 19日, 1100余, 7、 */
const COUNTED = /^[年月日号个名人次元万亿千百余多件项家岁天时分度届级％%、．.]$/;
const COUNTING = 4;
const DIGIT = /[0-9０-９]$/;

/**
 * How surprising `text` is when read as words, in nats: the platform's dictionary (Intl.Segmenter)
 * divides it, a word of several characters has one price, a single character its own. Separates
 * 不良造成 from 被良造成, which character frequencies alone cannot.
 */
export function wordCost(text: string): number {
  const before = known.get(text);
  if (before !== undefined) return before;
  const cost = costOf(text);
  if (known.size >= MAX_KNOWN) known.clear();
  if (text.length <= LONGEST_KNOWN) known.set(text, cost);
  return cost;
}

/** Segmenting is dear, and damage asks for the same few characters again and again. */
const known = new Map<string, number>();
const MAX_KNOWN = 20_000;
const LONGEST_KNOWN = 40;

function costOf(text: string): number {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  let cost = 0;
  let before = '';
  let last = 0;
  for (const { segment } of segmenter.segment(text)) {
    const price = segment.length === 1 ? aloneCost(segment, before) : groupCost(segment);
    if (segment.length === 1 && before.length === 1 && isWord(before + segment)) {
      // The dictionary parted a word: both characters get its price.
      cost += groupCost(before + segment) - last;
      before = '';
      last = 0;
      continue;
    }
    cost += price;
    before = segment;
    last = price;
  }
  return cost;
}

/** The word list is in simplified script. */
function isWord(pair: string): boolean {
  return isCommonWord(simplifiedUnit(pair.charCodeAt(0)), simplifiedUnit(pair.charCodeAt(1)));
}

function aloneCost(character: string, before: string): number {
  const cost = characterCost(character.charCodeAt(0));
  if (DIGIT.test(before) && COUNTED.test(character)) return cost - COUNTING;
  return cost > FUNCTION_COST && HAN.test(character) ? cost + ALONE : cost;
}

const HAN = /[\u3400-\u9fff]/;

function groupCost(segment: string): number {
  let single = 0;
  for (let at = 0; at < segment.length; at += 1) single += characterCost(segment.charCodeAt(at));
  if (!HAN.test(segment)) return single;
  const isListed = segment.length > 2 || isWord(segment);
  return Math.min(single, WORD + PER_COST * single + (isListed ? 0 : UNLISTED));
}
