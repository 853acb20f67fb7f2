import { alignedCost } from './aligned-cost.ts';
import type { Item } from './gbk-items.ts';
import type { ShiftCell } from './shift-cell.ts';

/** A character of the reading that bytes alone do not tell: one of `units` stands at `at` of the text. */
export interface OpenChoice {
  readonly at: number;
  /** Most probable first. */
  readonly units: readonly number[];
  /** The lost byte was the trail, as at the end of a line: the choice is a guess. */
  readonly guess: boolean;
}

/** A stretch of the line that was read again. */
export interface ShiftRun {
  /** Index of the first and after the last item of the run. */
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly choices: readonly OpenChoice[];
  /** Nats by which the reading is more probable than what stands there. */
  readonly gain: number;
  /** A pinyin annotation that fits nothing on the page fits the reading. */
  readonly proven: boolean;
}

/** The stretches of a path that leave the aligned state. */
export function shiftRuns(end: ShiftCell, items: readonly Item[]): ShiftRun[] {
  const path: ShiftCell[] = [];
  for (let cell: ShiftCell | null = end; cell?.previous; cell = cell.previous) path.push(cell);
  path.reverse();
  const runs: ShiftRun[] = [];
  let run: ShiftCell[] = [];
  for (const cell of path) {
    if (cell.state === 'aligned' && cell.previous?.state === 'aligned') continue;
    run.push(cell);
    if (cell.state === 'aligned') {
      runs.push(runOf(run, items));
      run = [];
    }
  }
  return runs;
}

function runOf(cells: readonly ShiftCell[], items: readonly Item[]): ShiftRun {
  const indexes = cells.map((cell) => cell.item).filter((index) => index >= 0);
  const first = indexes[0] ?? 0;
  const last = (indexes.at(-1) ?? -1) + 1;
  const read = items.slice(first, last);
  const choices: OpenChoice[] = [];
  let text = '';
  for (const { units, ascii, guess } of cells) {
    const best = units[0];
    if (best === undefined) continue;
    if (units.length > 1 || guess) choices.push({ at: text.length, units, guess });
    text += String.fromCharCode(best);
    if (ascii !== 0) text += String.fromCharCode(ascii);
  }
  const before = cells[0]?.previous?.cost ?? 0;
  const after = cells.at(-1)?.cost ?? 0;
  const asIs = read.reduce((sum, item) => sum + alignedCost(item), 0);
  return {
    first,
    last,
    from: read[0]?.from ?? 0,
    to: read.at(-1)?.to ?? 0,
    text,
    choices,
    gain: asIs - (after - before),
    proven: read.some(
      ({ swallowed, unit, reading }) => swallowed || (reading !== null && unit < 0x80),
    ),
  };
}
