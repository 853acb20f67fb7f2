import { alignedCost } from './aligned-cost.ts';
import { droppedPair, droppedTrail } from './dropped-trail.ts';
import type { Item } from './gbk-items.ts';
import { withLead } from './half-known.ts';
import { innerLead } from './inner-lead.ts';
import { likelyCharacters } from './likely-characters.ts';
import { readPair } from './read-pair.ts';
import { isReading } from './readings.ts';
import { idleCell, type ShiftCell } from './shift-cell.ts';
import { DANGLING, LOSS_EXPLAINED, READING_HOLDS } from './shift-prices.ts';

const QUESTION = 0x3f;

/** Every way to read item `index` from `cell`. */
export function readItem(
  cell: ShiftCell,
  items: readonly Item[],
  index: number,
  halfWidth: boolean,
): ShiftCell[] {
  const item = items[index];
  if (!item) return [];
  if (cell.state === 'aligned') return stepAligned(cell, items, index);
  const result = readPair(cell, item, index, halfWidth);
  if (cell.state === 'shifted' && (item.unit === QUESTION || item.unit === 0xfffd)) {
    if (item.swallowed) result.push(...readSwallowed(cell, item, index));
    else result.push(...droppedTrail(cell, index, DANGLING), ...droppedPair(cell, index));
  }
  return result;
}

function stepAligned(cell: ShiftCell, items: readonly Item[], index: number): ShiftCell[] {
  const item = items[index];
  if (!item) return [];
  const result: ShiftCell[] = [
    { ...idleCell(cell, alignedCost(item)), item: index, units: [item.unit], state: 'aligned' },
  ];
  if (item.unit !== QUESTION) return result;
  if (!item.swallowed) {
    result.push({ ...idleCell(cell, LOSS_EXPLAINED), item: index, state: 'missing' });
    return result;
  }
  // X?qǐng): the mirror read the trail of X and the next byte as a character and annotated that.
  const lead = innerLead(items[index - 1], item.reading ?? '', items[index + 1]);
  if (lead !== 0) {
    // Only a byte that makes a character of that reading is found, so the reading holds here too.
    const price = DANGLING + READING_HOLDS;
    result.push({ ...idleCell(cell, price), item: index, state: 'shifted', pending: lead });
  }
  return result;
}

/** `?jī)` after a waiting byte: the '?' is the trail, told by its reading. */
function readSwallowed(cell: ShiftCell, item: Item, index: number): ShiftCell[] {
  const units = withLead(cell.pending).filter((unit) =>
    isReading(String.fromCharCode(unit), item.reading ?? ''),
  );
  const said = likelyCharacters(cell.said, units);
  if (!said) return [];
  return [
    {
      ...idleCell(cell, said.cost + READING_HOLDS),
      item: index,
      state: 'aligned',
      units: said.units,
      said: said.units[0] ?? 0,
    },
  ];
}
