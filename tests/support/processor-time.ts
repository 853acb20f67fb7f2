/** Milliseconds of the processor that `work` takes on this thread, which a busy machine hardly lengthens. */
export function processorTime(work: () => void): number {
  const start = process.threadCpuUsage();
  work();
  return process.threadCpuUsage(start).user / 1_000;
}
