import { withoutAnnotations } from './gbk-items.ts';

/** Chinese characters side by side, as one whole number of 32 bits: those are found much sooner than texts. */
export function pairKey(first: number, second: number): number {
  return (first << 16) | second;
}

/** Is the UTF-16 unit a Chinese character? */
export function isHan(unit: number): boolean {
  return unit >= 0x3400 && unit <= 0x9fff;
}

/** The pairs of Chinese characters of a page with their numbers. */
export function countPairs(lines: readonly string[]): Map<number, number> {
  const pairs = new Map<number, number>();
  for (const line of lines) {
    const text = withoutAnnotations(line);
    let before = 0;
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (isHan(unit) && isHan(before)) {
        const key = pairKey(before, unit);
        pairs.set(key, (pairs.get(key) ?? 0) + 1);
      }
      before = unit;
    }
  }
  return pairs;
}
