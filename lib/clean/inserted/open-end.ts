import { characterModel, UNKNOWN } from '../repairs/character-model.ts';

const HAN_OR_MARK = /[\p{sc=Han}“《]/u;
const AHEAD = 3;

/**
 * Where an insertion that begins at `from` and has no end of its own is over, from `least` to `most`: there the text reads
 * on behind what stands before it, and not behind the insertion. -1 if no place is clearly one.
 */
export function openEnd(
  text: string,
  from: number,
  { least, most }: { readonly least: number; readonly most: number },
): number {
  let best = { at: -1, gain: LEAST_GAIN };
  for (let at = least; at <= Math.min(most, text.length - AHEAD); at += 1) {
    if (!HAN_OR_MARK.test(text.charAt(at))) continue;
    const gain = joinGain(text, from, at);
    if (gain > best.gain) best = { at, gain };
  }
  return best.at;
}

/** Nats. */
const LEAST_GAIN = 1;

/** How much better what stands at `at` follows what stands before `from` than what stands before `at`. */
export function joinGain(text: string, from: number, at: number): number {
  const ahead = text.slice(at, at + AHEAD);
  return (
    costOf(text.slice(Math.max(0, at - 2), at), ahead) -
    costOf(text.slice(Math.max(0, from - 2), from), ahead)
  );
}

function costOf(before: string, ahead: string): number {
  const { numberOf, cost } = characterModel();
  const numberAt = (text: string, at: number): number =>
    at < 0 || at >= text.length ? UNKNOWN : numberOf(text.charCodeAt(at));
  let previous = numberAt(before, before.length - 2);
  let last = numberAt(before, before.length - 1);
  let sum = 0;
  for (let at = 0; at < ahead.length; at += 1) {
    const next = numberAt(ahead, at);
    sum += cost(previous, last, next);
    previous = last;
    last = next;
  }
  return sum;
}
