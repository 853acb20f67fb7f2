import { EXIT } from './exit-codes.ts';

/**
 * Ctrl-C once: finish what is under way. Twice: stop at once; the store survives that too.
 * @param options.isQuiet say nothing: what is under way ends at once anyway
 */
export function interruptSignal({ isQuiet = false } = {}): {
  readonly signal: AbortSignal;
  dispose(): void;
} {
  const controller = new AbortController();
  const onSignal = (): void => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    if (!isQuiet)
      process.stderr.write('\nfinishing what is under way; Ctrl-C again stops at once\n');
    controller.abort();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return {
    signal: controller.signal,
    dispose() {
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
    },
  };
}
