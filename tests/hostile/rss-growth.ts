const SAMPLE_MS = 10;

/** Watches the memory of this process; `end` gives the peak over the start, in bytes. */
export function rssGrowth(): { end(): number } {
  const start = process.memoryUsage.rss();
  let peak = start;
  const sample = (): void => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  const timer = setInterval(sample, SAMPLE_MS);
  return {
    end() {
      clearInterval(timer);
      sample();
      return peak - start;
    },
  };
}
