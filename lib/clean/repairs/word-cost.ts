import { characterCost } from './character-cost.ts';

let segmenter: Intl.Segmenter | undefined;

/** A dictionary word costs little more than an uncommon character; words of common characters less. */
const WORD = 6;
const PER_COST = 0.35;

/**
 * How surprising `text` is when read as words, in nats: the platform's dictionary (Intl.Segmenter)
 * divides it, a word of several characters has one price, a single character its own. Separates
 * 不良造成 from 被良造成, which character frequencies alone cannot.
 */
export function wordCost(text: string): number {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  let cost = 0;
  for (const { segment } of segmenter.segment(text)) {
    if (segment.length === 1) {
      cost += characterCost(segment.charCodeAt(0));
      continue;
    }
    let single = 0;
    for (let at = 0; at < segment.length; at += 1) single += characterCost(segment.charCodeAt(at));
    cost += Math.min(single, WORD + PER_COST * single);
  }
  return cost;
}
