/** How long to wait before the next try. */
export interface Backoff {
  readonly baseMs: number;
  readonly capMs: number;
}

export const BACKOFF: Backoff = { baseMs: 1000, capMs: 30_000 };

/**
 * Full jitter: anything from nothing to twice as much with every try, so that many clients do not
 * come back together.
 * @param tries how many have failed, from 1
 * @param random from 0 to below 1
 */
export function backoffMs(tries: number, random: number, { baseMs, capMs }: Backoff): number {
  return Math.floor(random * Math.min(capMs, baseMs * 2 ** tries));
}
