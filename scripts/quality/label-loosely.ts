/**
 * Which blocks of a page its annotation keeps, wherever it says them: annotations of others leave out, add and move.
 * Blocks of pages are trained on these labels, lines of texts on those in order: with labels in order the pages of
 * others came out a little worse (articles .908 instead of .911 held out, snippets .937 instead of .940).
 */
import type { Label } from './label-blocks.ts';
import { RUN, runAt, runsOf, tokensOf } from './token-runs.ts';

/** Blocks shorter than this are only kept near a longer kept block: their words are everywhere. */
const ANCHOR = 8;
const NEAR = 40;

/** Labels of the blocks of a page whose whole text is annotated. */
export function labelLoosely(texts: readonly string[], gold: string): Label[] {
  const goldTokens = tokensOf(gold);
  const byRun = [1, 2, 3, RUN].map((run) => runsOf(goldTokens, run));
  const blocks = texts.map(tokensOf);
  const kept = blocks.map((tokens) => coverage(tokens, byRun[RUN - 1] ?? new Map()));
  const anchors = blocks.map((tokens, index) => {
    if (tokens.length < ANCHOR || (kept[index] ?? 0) < 0.6) return null;
    const key = runAt(tokens, 0, RUN);
    const starts = byRun[RUN - 1]?.get(key);
    return starts ? { starts, length: tokens.length } : null;
  });
  return blocks.map((tokens, index) => {
    if (tokens.length === 0) return { kept: 0, tokens: 0 };
    if (tokens.length >= ANCHOR) return { kept: kept[index] ?? 0, tokens: tokens.length };
    const run = Math.min(RUN, tokens.length);
    const starts = byRun[run - 1]?.get(runAt(tokens, 0, run)) ?? [];
    const whole = tokens.length <= RUN || (kept[index] ?? 0) > 0.5;
    const reach = tokens.length < 3 ? NEAR / 4 : NEAR;
    const near = whole && starts.some((start) => isNear(start, index, reach));
    return { kept: near ? 1 : 0, tokens: tokens.length };
  });

  function isNear(start: number, index: number, least: number): boolean {
    let anchored = false;
    for (const step of [-1, 1]) {
      let distance = 0;
      for (let at = index + step; at >= 0 && at < blocks.length; at += step) {
        const anchor = anchors[at];
        if (anchor) {
          anchored = true;
          const reach = least + distance;
          for (const begin of anchor.starts) {
            const edge = step < 0 ? begin + anchor.length : begin;
            if (Math.abs(edge - start) <= reach) return true;
          }
          break;
        }
        distance += blocks[at]?.length ?? 0;
        if (distance > 400) break;
      }
    }
    return !anchored && gold.length < 2000;
  }
}

function coverage(tokens: readonly string[], runs: ReadonlyMap<string, unknown>): number {
  if (tokens.length < RUN) return 0;
  const covered = new Uint8Array(tokens.length);
  for (let at = 0; at + RUN <= tokens.length; at++) {
    if (runs.has(runAt(tokens, at, RUN))) covered.fill(1, at, at + RUN);
  }
  return covered.reduce((sum, one) => sum + one, 0) / tokens.length;
}
