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

/** The bits of a text that holds thirteen in two characters, eight to a byte, and some to spare. */
function unpacked(text: string): Uint8Array {
  const values = printable();
  const bytes = new Uint8Array(Math.ceil((text.length * BITS) / 16) + 8);
  let buffer = 0;
  let held = 0;
  let to = 0;
  for (let at = 0; at < text.length; at += 2) {
    const pair = (values[text.charCodeAt(at)] ?? 0) * 91 + (values[text.charCodeAt(at + 1)] ?? 0);
    buffer = ((buffer << BITS) | pair) & 0xfffff;
    held += BITS;
    while (held >= 8) {
      held -= 8;
      bytes[to] = buffer >> held;
      to += 1;
    }
  }
  bytes[to] = buffer << (8 - held);
  return bytes;
}

/** Reads numbers from a text that holds thirteen bits in two characters. */
export interface PackedBits {
  /** The next `width` bits as a number, at most 16. */
  readonly bits: (width: number) => number;
  /** A number of at least 1, its length told by the zeros before it. */
  readonly gamma: () => number;
  /** A number as a count of ones and `width` bits. */
  readonly rice: (width: number) => number;
}

export function packedBits(text: string): PackedBits {
  const bytes = unpacked(text);
  let at = 0;
  /** The next 24 bits or more, from the highest down. */
  const ahead = (): number => {
    const from = at >> 3;
    const word =
      ((bytes[from] ?? 0) << 24) |
      ((bytes[from + 1] ?? 0) << 16) |
      ((bytes[from + 2] ?? 0) << 8) |
      (bytes[from + 3] ?? 0);
    return word << (at & 7);
  };
  const bits = (width: number): number => {
    if (width === 0) return 0;
    const value = ahead() >>> (32 - width);
    at += width;
    return value;
  };
  const gamma = (): number => {
    const width = Math.min(Math.clz32(ahead()), 20);
    at += width + 1;
    return (1 << width) | bits(width);
  };
  const rice = (width: number): number => {
    let high = 0;
    let ones = Math.clz32(~ahead());
    // 24 bits at least are seen at once: more ones than 20 are read in parts.
    while (ones > 20 && high < 0x4000) {
      at += 20;
      high += 20;
      ones = Math.clz32(~ahead());
    }
    high += ones;
    at += ones + 1;
    return (high << width) | bits(width);
  };
  return { bits, gamma, rice };
}
