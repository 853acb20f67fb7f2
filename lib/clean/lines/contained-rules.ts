import { CLAIMS, VIEWERS } from './claim-phrases.ts';
import type { ContainedRule } from './line-class.ts';
import { PROMPTS } from './prompt-phrases.ts';
import { PROMOTIONS, STATEMENTS } from './statement-phrases.ts';

/** In the order they are tried: who withholds the rest is asked before who says thank you for reading. 32 at most. */
export const CONTAINED_RULES: readonly ContainedRule[] = [
  ...CLAIMS,
  ...STATEMENTS.slice(0, 1),
  ...VIEWERS,
  ...STATEMENTS.slice(1, 2),
  ...PROMOTIONS,
  ...PROMPTS,
  ...STATEMENTS.slice(2),
];

/** First character → the needs that begin with it, each with the bits of its rules. */
const NEEDS = new Map<string, [need: string, rules: number][]>();
/** Code units no need begins with are skipped without a look-up. */
const BEGINS = new Uint8Array(0x10000);

for (const [index, { needs }] of CONTAINED_RULES.entries()) {
  for (const need of needs.split(needs.includes('|') ? '|' : ' ')) {
    const first = need.charAt(0);
    const list = NEEDS.get(first) ?? [];
    list.push([need, 1 << index]);
    NEEDS.set(first, list);
    BEGINS[first.charCodeAt(0)] = 1;
  }
}

/** The rules a folded line may match, as bits by index: one pass over its characters. */
export function candidateRules(line: string): number {
  let rules = 0;
  for (let at = 0; at < line.length; at += 1) {
    if (BEGINS[line.charCodeAt(at)] === 0) continue;
    for (const [need, bits] of NEEDS.get(line.charAt(at)) ?? []) {
      if ((rules & bits) !== bits && line.startsWith(need, at)) rules |= bits;
    }
  }
  return rules;
}
