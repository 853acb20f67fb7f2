import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextHighByte } from '#lib/clean/charset/sample-bytes.ts';
import { utf8Evidence } from '#lib/clean/charset/utf8-evidence.ts';

const encoder = new TextEncoder();

/** Bytes that begin anywhere in their memory: what reads four at once must not care. */
const placed = (bytes: Uint8Array, offset: number): Uint8Array => {
  const memory = new Uint8Array(bytes.length + offset + 3);
  memory.set(bytes, offset);
  return memory.subarray(offset, offset + bytes.length);
};

it('counts sequences however far apart they stand', () => {
  const text = `é${'a'.repeat(100)}中${'b'.repeat(37)}😀`;
  for (const offset of [0, 1, 2, 3]) {
    const evidence = utf8Evidence(placed(encoder.encode(text), offset));
    expect(evidence).toEqual({ valid: true, two: 1, longer: 2, broken: 0 });
  }
});

it('finds the next byte that is not ASCII', () => {
  const byte = fc.oneof(
    { weight: 60, arbitrary: fc.integer({ min: 0, max: 127 }) },
    { weight: 1, arbitrary: fc.integer({ min: 128, max: 255 }) },
  );
  fc.assert(
    fc.property(
      fc.array(byte, { maxLength: 300 }),
      fc.nat(3),
      fc.nat(300),
      (array, offset, from) => {
        const bytes = placed(Uint8Array.from(array), offset);
        const expected = array.findIndex((one, at) => at >= from && one >= 0x80);
        expect(nextHighByte(bytes, from)).toBe(expected);
      },
    ),
  );
});
