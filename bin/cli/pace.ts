/** Seconds over which the rate is taken: long enough to be steady, short enough to follow changes. */
const WINDOW_MS = 20_000;

/** How fast work goes, and when it will be done. */
export interface Pace {
  note(done: number): void;
  /** `12.5/s, 2 min left`; less while too little is known. */
  text(total: number): string;
}

/** The pace of work that is noted as it goes; `now` in milliseconds. */
export function pace(now: () => number): Pace {
  let marks: { at: number; done: number }[] = [{ at: now(), done: 0 }];
  return {
    note(done) {
      const at = now();
      marks.push({ at, done });
      const from = marks.findLastIndex((mark) => mark.at <= at - WINDOW_MS);
      if (from > 0) marks = marks.slice(from);
    },
    text(total) {
      const first = marks[0];
      const last = marks.at(-1);
      const seconds = ((last?.at ?? 0) - (first?.at ?? 0)) / 1000;
      const rate = seconds > 0 ? ((last?.done ?? 0) - (first?.done ?? 0)) / seconds : 0;
      if (!(rate > 0) || seconds < 1) return '';
      const left = (total - (last?.done ?? 0)) / rate;
      const speed = rate >= 10 ? rate.toFixed(0) : rate.toFixed(1);
      return left > 0 ? `${speed}/s, ${timeText(left)} left` : `${speed}/s`;
    },
  };
}

function timeText(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  if (seconds < 3600) return `${Math.ceil(seconds / 60)} min`;
  return `${Math.floor(seconds / 3600)} h ${Math.ceil((seconds % 3600) / 60)} min`;
}
