import { nextHighByte } from './sample-bytes.ts';

/** How the bytes fare as UTF-8. */
export interface Utf8Evidence {
  /** Every sequence is well formed. */
  readonly valid: boolean;
  /** Well-formed sequences of two, three and four bytes. */
  readonly two: number;
  readonly longer: number;
  /** Bytes that belong to none. */
  readonly broken: number;
}

/** Counts the sequences of RFC 3629. A sequence cut by the end of the input is not broken. Linear, no allocation. */
export function utf8Evidence(bytes: Uint8Array): Utf8Evidence {
  let two = 0;
  let longer = 0;
  let broken = 0;
  for (let at = nextHighByte(bytes, 0); at >= 0; ) {
    const length = sequenceAt(bytes, at);
    if (length === 0) broken += 1;
    else if (length === 2) two += 1;
    else longer += 1;
    at += Math.max(1, length);
    if ((bytes[at] ?? 0) < 0x80) at = nextHighByte(bytes, at);
  }
  return { valid: broken === 0, two, longer, broken };
}

/** Length of the well-formed sequence at `at`, 0 if there is none. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  const length = lengthBy(lead);
  if (length === 0 || !isSecond(lead, bytes[at + 1] ?? 0x90)) return 0;
  for (let next = at + 2; next < at + length; next += 1) {
    if (((bytes[next] ?? 0x80) & 0xc0) !== 0x80) return 0;
  }
  return length;
}

function lengthBy(lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return 0;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

/** No overlong forms, no surrogates, nothing past U+10FFFF. */
function isSecond(lead: number, second: number): boolean {
  if (lead === 0xe0) return second >= 0xa0 && second <= 0xbf;
  if (lead === 0xed) return second >= 0x80 && second <= 0x9f;
  if (lead === 0xf0) return second >= 0x90 && second <= 0xbf;
  if (lead === 0xf4) return second >= 0x80 && second <= 0x8f;
  return (second & 0xc0) === 0x80;
}
