import { Presets, SingleBar } from 'cli-progress';
import { pace } from './pace.ts';

export interface WorkProgress {
  /** `total` may grow; null: nobody knows how much there is. */
  update(done: number, total: number | null): void;
  stop(): void;
}

const REDRAW_MS = 200;

/** A bar with rate and time left on a terminal, for work whose size is known or counted; silent elsewhere. */
export function workProgress(stream: NodeJS.WriteStream, unit: string): WorkProgress {
  if (!stream.isTTY) return { update: () => undefined, stop: () => undefined };
  const speed = pace(() => performance.now());
  let bar: SingleBar | null = null;
  let drawnAt = -REDRAW_MS;
  return {
    update(done, total) {
      speed.note(done);
      const now = performance.now();
      if (now - drawnAt < REDRAW_MS) return;
      drawnAt = now;
      bar ??= startBar(
        stream,
        total === null ? `{value} ${unit}  {pace}` : `{bar} {value}/{total} ${unit}  {pace}`,
      );
      bar.setTotal(Math.max(done, total ?? done));
      bar.update(done, { pace: speed.text(total ?? done) });
    },
    stop() {
      bar?.stop();
    },
  };
}

function startBar(stream: NodeJS.WriteStream, format: string): SingleBar {
  const bar = new SingleBar(
    { format, stream, hideCursor: true, clearOnComplete: true, gracefulExit: false },
    Presets.shades_grey,
  );
  bar.start(0, 0, { pace: '' });
  return bar;
}
