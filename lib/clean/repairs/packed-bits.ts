const ALPHABET = printable();
const BITS = 13;

/** The 91 printable characters that no string literal must escape. */
function printable(): Uint8Array {
  const values = new Uint8Array(0x80);
  let value = 0;
  for (let unit = 0x21; unit < 0x7f; unit += 1) {
    if ("'\\$".includes(String.fromCharCode(unit))) continue;
    values[unit] = value;
    value += 1;
  }
  return values;
}

/** Reads numbers from a text that holds thirteen bits in two characters. */
export interface PackedBits {
  /** The next `width` bits as a number. */
  readonly bits: (width: number) => number;
  /** A number of at least 1, its length told by the zeros before it. */
  readonly gamma: () => number;
  /** A number as a count of ones and `width` bits. */
  readonly rice: (width: number) => number;
}

export function packedBits(text: string): PackedBits {
  let at = 0;
  let held = 0;
  let buffer = 0;
  const refill = (): void => {
    const high = ALPHABET[text.charCodeAt(at)] ?? 0;
    buffer = high * 91 + (ALPHABET[text.charCodeAt(at + 1)] ?? 0);
    at += 2;
    held = BITS;
  };
  const bit = (): number => {
    if (held === 0) refill();
    held -= 1;
    return (buffer >> held) & 1;
  };
  const bits = (width: number): number => {
    let value = 0;
    let wanted = width;
    while (wanted > 0) {
      if (held === 0) refill();
      const taken = Math.min(wanted, held);
      held -= taken;
      value = (value << taken) | ((buffer >> held) & ((1 << taken) - 1));
      wanted -= taken;
    }
    return value;
  };
  const gamma = (): number => {
    let width = 0;
    while (bit() === 0 && width < 20) width += 1;
    return (1 << width) | bits(width);
  };
  const rice = (width: number): number => {
    let high = 0;
    while (bit() === 1 && high < 0x4000) high += 1;
    return (high << width) | bits(width);
  };
  return { bits, gamma, rice };
}
