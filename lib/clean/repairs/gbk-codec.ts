/**
 * GBK (code page 936 as browsers decode it) character by character: the platform decodes, it does
 * not encode, and mending needs both directions.
 */

/**
 * A byte of a GBK page that is half of no character decodes to one of these private characters,
 * U+F780..U+F7FF as in the x-user-defined encoding, so that a repair can still use it.
 */
export const LONE_BYTE = 0xf700;

const LEADS = 0xfe - 0x81 + 1;
const TRAILS = 0xfe - 0x40 + 1;

interface GbkTable {
  /** UTF-16 unit → its two bytes as one number, 0 if GBK has it not. */
  readonly codes: Uint16Array;
  /** Two bytes as one number → UTF-16 unit, 0 if unassigned. */
  readonly units: Uint16Array;
}

let table: GbkTable | undefined;

/** Decodes all 23,940 pairs in one call: about 6 ms, once, when the first damaged page is seen. */
function gbkTable(): GbkTable {
  if (table) return table;
  const bytes = new Uint8Array(LEADS * TRAILS * 3);
  let at = 0;
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      bytes[at] = lead;
      bytes[at + 1] = trail;
      bytes[at + 2] = 0x0a;
      at += 3;
    }
  }
  const codes = new Uint16Array(0x10000);
  const units = new Uint16Array(0x10000);
  const decoded = new TextDecoder('gbk').decode(bytes);
  let from = 0;
  for (let index = 0; index < LEADS * TRAILS; index += 1) {
    const unit = decoded.charCodeAt(from);
    const length = decoded.indexOf('\n', from) - from;
    from += length + 1;
    if (length !== 1 || unit === 0xfffd) continue;
    const code = ((0x81 + Math.floor(index / TRAILS)) << 8) | (0x40 + (index % TRAILS));
    units[code] = unit;
    if (codes[unit] === 0) codes[unit] = code;
  }
  table = { codes, units };
  return table;
}

/** The two bytes of a UTF-16 unit as one number (lead in the high byte), or 0. */
export function gbkCode(unit: number): number {
  return gbkTable().codes[unit] ?? 0;
}

/** The UTF-16 unit of two bytes, or 0 if they are no character. */
export function gbkUnit(lead: number, trail: number): number {
  return gbkTable().units[(lead << 8) | trail] ?? 0;
}

/** The byte behind a private character of LONE_BYTE, else 0. */
export function loneByte(unit: number): number {
  return unit >= LONE_BYTE + 0x80 && unit <= LONE_BYTE + 0xff ? unit - LONE_BYTE : 0;
}

/**
 * GBK bytes as text, half characters as LONE_BYTE characters instead of U+FFFD. Equal to the
 * platform's gb18030 decoder on undamaged input.
 */
export function decodeKeepingLoneBytes(bytes: Uint8Array): string {
  const decoder = new TextDecoder('gb18030', { ignoreBOM: true });
  let text = '';
  let from = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    text +=
      decoder.decode(bytes.subarray(from, at)) + String.fromCharCode(LONE_BYTE + (bytes[at] ?? 0));
    at += 1;
    from = at;
  }
  return text + decoder.decode(bytes.subarray(from));
}

/** Length of the character at `at`: 1, 2 or 4 bytes; 0 if a byte is half of no character. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead <= 0x80) return 1;
  const trail = bytes[at + 1] ?? 0;
  if (gbkUnit(lead, trail) !== 0) return 2;
  return lead !== 0xff && isFourByte(bytes, at) ? 4 : 0;
}

/** GB18030: lead, digit, lead, digit. */
function isFourByte(bytes: Uint8Array, at: number): boolean {
  const [, second = 0, third = 0, fourth = 0] = bytes.subarray(at, at + 4);
  return isDigit(second) && third >= 0x81 && third <= 0xfe && isDigit(fourth);
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
