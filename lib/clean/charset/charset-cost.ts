import { decodeAs } from './decode-as.ts';
import { OWN_LETTERS, SCRIPT_COSTS, type UnitCost } from './script-costs.ts';

/** How the bytes fare in a charset. */
export interface CharsetCost {
  /** Minus the logarithm of the probability of the text, in nats: the lowest reads best. */
  readonly nats: number;
  /** What of it the units take that are not ASCII. */
  readonly ownNats: number;
  /** Mean of these units, in bits. */
  readonly bitsEach: number;
}

const BITS_IN_NAT = 1 / Math.LN2;
/** A text in a charset of one language that holds none of its letters. */
const WITHOUT_LETTERS = 15;

/**
 * What the bytes cost in a charset: the same bytes in each, so sums compare (minimum description
 * length). Running Chinese takes about 10 bits a character read right; the same bytes in a wrong
 * charset spread over rare characters and take twice as many, or three times.
 * @param limit a charset that costs more is not read further
 */
export function charsetCost(
  windows: readonly Uint8Array[],
  name: string,
  limit: number = Number.POSITIVE_INFINITY,
): CharsetCost {
  const unitCost: UnitCost = SCRIPT_COSTS[name] ?? SCRIPT_COSTS.alphabet;
  const letters = OWN_LETTERS[name];
  let hasLetters = letters === undefined;
  let nats = 0;
  let ownNats = 0;
  let units = 0;
  for (const bytes of windows) {
    const text = decodeAs(bytes, name);
    hasLetters ||= letters?.test(text) ?? true;
    // The window ends where it ends: a character cut there is nobody's fault.
    const end = text.endsWith('\uFFFD') ? text.length - 1 : text.length;
    for (let at = 0; at < end && nats <= limit; at += 1) {
      const cost = unitCost(text, at);
      nats += cost;
      if (text.charCodeAt(at) < 0x80) continue;
      ownNats += cost;
      units += 1;
    }
    if (nats > limit) break;
  }
  if (!hasLetters) nats += WITHOUT_LETTERS;
  return { nats, ownNats, bitsEach: (ownNats / Math.max(1, units)) * BITS_IN_NAT };
}
