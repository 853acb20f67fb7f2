import type { Quantiles } from '#lib/model/run-figures.ts';

/** Quantiles of the values, by linear interpolation (Hyndman and Fan 1996, type 7); null of none. */
export function quantilesOf(values: readonly number[]): Quantiles | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => {
    const place = share * (sorted.length - 1);
    const low = sorted[Math.floor(place)] ?? 0;
    const high = sorted[Math.ceil(place)] ?? low;
    return round(low + (high - low) * (place - Math.floor(place)));
  };
  return {
    count: values.length,
    p10: at(0.1),
    p25: at(0.25),
    p50: at(0.5),
    p75: at(0.75),
    p90: at(0.9),
  };
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
