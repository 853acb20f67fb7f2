import { MultiBar, Presets } from 'cli-progress';
import type { Row } from '#lib/model/row.ts';
import { isTerminal, type State } from '#lib/model/states.ts';
import { pace } from './pace.ts';

export interface Progress {
  onRow(row: Row): void;
  stop(): void;
}

/** How many terminal states the bar names before the rest is summed up. */
const SHOWN_STATES = 4;

/** A bar with counts per state on a terminal; silent elsewhere. */
export function runProgress(stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return { onRow: () => undefined, stop: () => undefined };
  const bars = new MultiBar(
    {
      format: '{bar} {value}/{total} pages · {pace} · {states}',
      stream,
      hideCursor: true,
      clearOnComplete: true,
      gracefulExit: false, // the command handles signals itself
    },
    Presets.shades_grey,
  );
  const bar = bars.create(0, 0, { pace: '', states: '' });
  const speed = pace(() => performance.now());
  const last = new Map<string, State>();
  const counts = new Map<State, number>();
  const count = (state: State | undefined, by: number): void => {
    if (state) counts.set(state, (counts.get(state) ?? 0) + by);
  };
  return {
    onRow({ canonicalUrl, state }) {
      count(last.get(canonicalUrl), -1);
      count(state, 1);
      last.set(canonicalUrl, state);
      bar.setTotal(last.size);
      const ended = endedOf(counts);
      speed.note(ended);
      bar.update(ended, { pace: speed.text(last.size) || 'starting', states: summary(counts) });
    },
    stop() {
      bar.stop();
      bars.stop();
    },
  };
}

function endedOf(counts: ReadonlyMap<State, number>): number {
  return [...counts].reduce((sum, [state, n]) => (isTerminal(state) ? sum + n : sum), 0);
}

function summary(counts: ReadonlyMap<State, number>): string {
  const sorted = [...counts].filter(([, n]) => n > 0).sort((a, b) => b[1] - a[1]);
  const shown = sorted.slice(0, SHOWN_STATES).map(([state, n]) => `${state} ${n}`);
  const more = sorted.slice(SHOWN_STATES).reduce((sum, [, n]) => sum + n, 0);
  return [...shown, ...(more > 0 ? [`others ${more}`] : [])].join(', ');
}
