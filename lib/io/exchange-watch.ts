/** Bounds on one exchange; the defaults suit a slow but honest server. */
export interface ExchangeLimits {
  readonly connectMs: number;
  /** From the start to the end of the answer's header. */
  readonly firstByteMs: number;
  /** Between two pieces of the body. */
  readonly idleMs: number;
  readonly totalMs: number;
  /** A body must come at this rate on average, once `graceMs` have passed since its start. */
  readonly minBytesPerSecond: number;
  readonly graceMs: number;
  readonly maxHeaderBytes: number;
}

export const EXCHANGE_LIMITS: ExchangeLimits = {
  connectMs: 10_000,
  firstByteMs: 30_000,
  idleMs: 15_000,
  totalMs: 60_000,
  minBytesPerSecond: 256,
  graceMs: 10_000,
  maxHeaderBytes: 32 * 1024,
};

/** The server was too slow; the message says in what. */
export class ExchangeTimeoutError extends Error {
  override readonly name: string = 'ExchangeTimeoutError';
}

/** Watches over the time of one exchange. `end` must be called, or its timers live on. */
export interface ExchangeWatch {
  /** Aborted when a bound is passed (with an ExchangeTimeoutError) or the asker gives up. */
  readonly signal: AbortSignal;
  /** The answer's header is there. */
  answered(): void;
  received(bytes: number): void;
  end(): void;
}

export function watchExchange(limits: ExchangeLimits, asker?: AbortSignal): ExchangeWatch {
  const controller = new AbortController();
  const give = (what: string) => () => controller.abort(new ExchangeTimeoutError(what));
  const onAbort = (): void => controller.abort(asker?.reason);
  asker?.addEventListener('abort', onAbort, { once: true });
  if (asker?.aborted) onAbort();

  const { firstByteMs, totalMs, idleMs, graceMs, minBytesPerSecond } = limits;
  const total = setTimeout(give(`not complete within ${totalMs} ms`), totalMs);
  const header = setTimeout(give(`no answer within ${firstByteMs} ms`), firstByteMs);
  let idle: NodeJS.Timeout | undefined;
  let rate: NodeJS.Timeout | undefined;
  let bytes = 0;

  return {
    signal: controller.signal,
    answered() {
      clearTimeout(header);
      const startedAt = performance.now();
      idle = setTimeout(give(`the body stopped for ${idleMs} ms`), idleMs);
      rate = setInterval(() => {
        const elapsed = performance.now() - startedAt;
        if (elapsed < graceMs || bytes / (elapsed / 1000) >= minBytesPerSecond) return;
        give(`the body came slower than ${minBytesPerSecond} bytes a second`)();
      }, graceMs / 4);
    },
    received(count) {
      bytes += count;
      idle?.refresh();
    },
    end() {
      asker?.removeEventListener('abort', onAbort);
      clearTimeout(total);
      clearTimeout(header);
      clearTimeout(idle);
      clearInterval(rate);
    },
  };
}
