import iconv from 'iconv-lite';

/** Any charset the runtime has no decoder for. */
const FALLBACK = 'windows-1252';

/**
 * The bytes in a charset of the Encoding Standard, bytes that mean nothing as U+FFFD. Never throws.
 * gbk is read by the gb18030 decoder, as browsers do. Big5 goes through iconv-lite: the runtime's
 * decoder lacks the Hong Kong characters of the standard and answers private use for them.
 */
export function decodeAs(bytes: Uint8Array, name: string): string {
  if (name === 'big5') return iconv.decode(asBuffer(bytes), 'big5hkscs');
  try {
    return new TextDecoder(name === 'gbk' ? 'gb18030' : name).decode(bytes);
  } catch {
    return new TextDecoder(FALLBACK).decode(bytes);
  }
}

/** Whether a byte is zero: only then can the text hold NUL. A search of a text for it stops at half of the bytes. */
export function holdsZero(bytes: Uint8Array): boolean {
  return asBuffer(bytes).includes(0);
}

/** The same memory: nothing is copied. */
function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
