/** Bounds found on held-out sites: outside of them the estimate is worse than a constant. */
const LOWEST = 0.25;
const HIGHEST = 0.5;

/**
 * The probability from which keeping a block raises the expected F1 of the page: with blocks
 * sorted by probability, F1 ≈ 2·Σp·size (kept) / (Σ size (kept) + Σp·size (all)), and the best cut
 * is where that is largest (optimal plug-in rule for F-measures).
 */
export function bestThreshold(probabilities: Float64Array, sizes: readonly number[]): number {
  const order = [...probabilities.keys()].sort(
    (a, b) => (probabilities[b] ?? 0) - (probabilities[a] ?? 0),
  );
  const expected = order.reduce((sum, i) => sum + (probabilities[i] ?? 0) * (sizes[i] ?? 0), 0);
  let hit = 0;
  let taken = 0;
  let best = 0;
  let threshold = HIGHEST;
  for (const index of order) {
    const p = probabilities[index] ?? 0;
    hit += p * (sizes[index] ?? 0);
    taken += sizes[index] ?? 0;
    const f1 = (2 * hit) / (taken + expected || 1);
    if (f1 > best) {
      best = f1;
      threshold = p;
    }
  }
  return Math.min(HIGHEST, Math.max(LOWEST, threshold));
}
