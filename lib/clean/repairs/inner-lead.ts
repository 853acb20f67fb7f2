import { characterCost } from './character-cost.ts';
import { gbkCode, gbkUnit } from './gbk-codec.ts';
import type { Item } from './gbk-items.ts';
import { withLead } from './half-known.ts';
import { charactersRead, isReading } from './readings.ts';
import { BROKEN, UNREADABLE } from './shift-prices.ts';

/** Nats by which one choice must be better than the next to be no guess. */
const CLEARLY = 2;

/**
 * The byte b for which [trail of `before`, b] is a character read so. Where several are, what follows
 * must decide clearly between them; 0 if nothing does.
 */
export function innerLead(
  before: Item | undefined,
  reading: string,
  after: Item | undefined,
): number {
  const trail = (before?.code ?? 0) & 0xff;
  const bytes: { byte: number; cost: number }[] = [];
  for (const character of charactersRead(reading)) {
    const code = gbkCode(character.charCodeAt(0));
    const byte = code & 0xff;
    if (trail === 0 || code >> 8 !== trail || byte < 0x81) continue;
    bytes.push({ byte, cost: costAfter(byte, after) });
  }
  bytes.sort((a, b) => a.cost - b.cost);
  const [best, second] = bytes;
  if (!best || (second && second.cost - best.cost < CLEARLY)) return 0;
  return best.byte;
}

/** Price of the character that begins with `byte` and ends in the next item. */
function costAfter(byte: number, after: Item | undefined): number {
  if (!after) return BROKEN;
  if (after.swallowed) {
    const unit = withLead(byte).find((each) =>
      isReading(String.fromCharCode(each), after.reading ?? ''),
    );
    return unit === undefined ? UNREADABLE : characterCost(unit);
  }
  const unit = gbkUnit(byte, after.code === 0 ? after.lone || after.unit : after.code >> 8);
  return unit === 0 ? UNREADABLE : characterCost(unit);
}
