/**
 * The number at a place, 0 outside. One function a kind of array: the engine reads fast what is always of one kind.
 */
export const at = (values: Float64Array, index: number): number => values[index] ?? 0;
export const atInt = (values: Int32Array, index: number): number => values[index] ?? 0;
export const atByte = (values: Uint8Array, index: number): number => values[index] ?? 0;

/** Adds to the number at a place. */
export function addAt(values: Float64Array, index: number, value: number): void {
  values[index] = at(values, index) + value;
}

/** log(1 + value): sizes matter by their order of magnitude. */
export const log = (value: number): number => Math.log1p(value);

/** part / whole, 0 of nothing. */
export const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

export const clamp = (value: number, low: number, high: number): number =>
  Math.max(low, Math.min(high, value));
