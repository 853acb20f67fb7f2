import { alignedCell } from './aligned-cell.ts';
import type { ShiftCell } from './shift-cell.ts';
import type { ShiftLine } from './shift-line.ts';

/** A stretch of the line that was read again. */
export interface ShiftRun {
  /** Index of the first and after the last item of the run. */
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Nats by which the reading is more probable than what stands there. */
  readonly gain: number;
  /** Nats by which it is more probable than the next reading. */
  readonly margin: number;
  /** The trail of a character of it was lost. */
  readonly guess: boolean;
  /** A pinyin annotation that fits nothing on the page fits the reading. */
  readonly proven: boolean;
}

/** So many characters behind a run are dearer or cheaper by what it says. */
const BEHIND = 2;

/** The stretches of a path that leave the aligned state. */
export function shiftRuns(end: ShiftCell, line: ShiftLine): ShiftRun[] {
  const path: ShiftCell[] = [];
  for (let cell: ShiftCell | null = end; cell?.previous; cell = cell.previous) path.push(cell);
  path.reverse();
  const runs: ShiftRun[] = [];
  let from = -1;
  for (const [at, cell] of path.entries()) {
    if (cell.state !== 'aligned' || cell.previous?.state !== 'aligned') {
      if (from < 0) from = at;
      if (cell.state === 'aligned') {
        runs.push(runOf(path, from, at + 1, line));
        from = -1;
      }
    }
  }
  return runs;
}

function runOf(path: readonly ShiftCell[], from: number, to: number, line: ShiftLine): ShiftRun {
  const cells = path.slice(from, to);
  const indexes = cells.map((cell) => cell.item).filter((index) => index >= 0);
  const first = indexes[0] ?? 0;
  const last = (indexes.at(-1) ?? -1) + 1;
  const read = line.items.slice(first, last);
  const behind = behindOf(path, to);
  const start = cells[0]?.previous;
  const end = behind.at(-1) ?? cells.at(-1);
  let asIs = start;
  for (let index = first; asIs && index < last + behind.length; index += 1) {
    asIs = alignedCell(asIs, line, index);
  }
  const isLast = end === path.at(-1);
  const close = asIs && isLast ? line.language.cost(asIs, LINE_FEED) : 0;
  return {
    first,
    last,
    from: read[0]?.from ?? 0,
    to: read.at(-1)?.to ?? 0,
    text: cells.map(({ text }) => text).join(''),
    gain: (asIs?.cost ?? 0) + close - (end?.cost ?? 0),
    margin: Math.min(...[...cells, ...behind].map(({ rival }) => rival)),
    guess: cells.some(({ guess }) => guess),
    proven: read.some(
      ({ swallowed, unit, reading }) => swallowed || (reading !== null && unit < 0x80),
    ),
  };
}

const LINE_FEED = 0x0a;

/** The cells behind the run that read what stands there, as far as the run bears upon them. */
function behindOf(path: readonly ShiftCell[], to: number): ShiftCell[] {
  const behind: ShiftCell[] = [];
  let told = 0;
  for (let at = to; at < path.length && told < BEHIND; at += 1) {
    const cell = path[at];
    if (cell?.state !== 'aligned' || cell.previous?.state !== 'aligned') break;
    behind.push(cell);
    // Further digits of 352只 tell nothing: until 只 stands there, readings that differ before it are still apart.
    if (cell.before !== cell.previous.before || cell.last !== cell.previous.last) told += 1;
  }
  return behind;
}
