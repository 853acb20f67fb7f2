import { alignedCell } from './aligned-cell.ts';
import { droppedPair, droppedTrail } from './dropped-trail.ts';
import { withLead } from './half-known.ts';
import { innerLead } from './inner-lead.ts';
import { isPunctuationAcross } from './punctuation-across.ts';
import { readPair } from './read-pair.ts';
import { isReading } from './readings.ts';
import { idleCell, type ShiftCell, sayingCell } from './shift-cell.ts';
import type { ShiftLine } from './shift-line.ts';
import { DANGLING, LOSS_EXPLAINED, LOSS_MARKED, READING_HOLDS } from './shift-prices.ts';

const QUESTION = 0x3f;

/** Every way to read item `index` from `cell`. */
export function readItem(
  cell: ShiftCell,
  line: ShiftLine,
  index: number,
  mayDrop: boolean,
): ShiftCell[] {
  const item = line.items[index];
  if (!item) return [];
  if (cell.state === 'aligned') return stepAligned(cell, line, index);
  const result = readPair(cell, line, index);
  if (cell.state === 'shifted' && (item.unit === QUESTION || item.unit === 0xfffd)) {
    if (item.swallowed) result.push(...readSwallowed(cell, line, index));
    else if (mayDrop) {
      result.push(...droppedTrail(cell, line, index, { price: DANGLING, at: index + 1 }));
      result.push(...droppedPair(cell, line, index, index + 1));
    }
  }
  return result;
}

function stepAligned(cell: ShiftCell, line: ShiftLine, index: number): ShiftCell[] {
  const { items } = line;
  const item = items[index];
  if (!item) return [];
  const result = [alignedCell(cell, line, index)];
  if (item.unit !== QUESTION) return result;
  if (!item.swallowed) {
    const next = items[index + 1];
    const price = next && isPunctuationAcross(next) ? LOSS_EXPLAINED : LOSS_MARKED;
    result.push({ ...idleCell(cell, price), item: index, state: 'missing' });
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
function readSwallowed(
  cell: ShiftCell,
  { items, language }: ShiftLine,
  index: number,
): ShiftCell[] {
  return withLead(cell.pending)
    .filter((unit) => isReading(String.fromCharCode(unit), items[index]?.reading ?? ''))
    .map((unit) => sayingCell(cell, [unit], language, { price: READING_HOLDS, item: index }));
}
