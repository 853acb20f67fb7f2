import { CHANCE_Z } from '../thresholds.ts';

/** `hits` of `of`. */
export interface Share {
  readonly hits: number;
  readonly of: number;
}

export function shareOf({ hits, of }: Share): number {
  return of === 0 ? 0 : hits / of;
}

/** All shares taken together. */
export function pooled(shares: readonly Share[]): Share {
  return {
    hits: shares.reduce((sum, { hits }) => sum + hits, 0),
    of: shares.reduce((sum, { of }) => sum + of, 0),
  };
}

/** Whether `now` is below `before` by more than chance: the two-proportion z-test. */
export function isBelow(now: Share, before: Share): boolean {
  if (now.of === 0 || before.of === 0) return false;
  const all = shareOf(pooled([now, before]));
  const error = Math.sqrt(all * (1 - all) * (1 / now.of + 1 / before.of));
  return error > 0 && (shareOf(before) - shareOf(now)) / error >= CHANCE_Z;
}
