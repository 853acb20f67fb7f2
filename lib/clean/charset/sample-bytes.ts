/** Enough characters for their frequencies to settle, little enough to try a dozen decoders on. */
const WINDOW_BYTES = 1536;
/** Beginning, a third, two thirds, end. */
const WINDOWS = 4;

/** Below this no encoding of the Web Platform has a trail byte: a character begins after it. */
const FIRST_TRAIL = 0x30;
/** How far before a byte that is not ASCII its first whole character is looked for. */
const BACK = 16;
/** Bytes of ASCII that are kept after one that is not: they may be its trail, or the rest of its word. */
const AFTER = 8;
const LINE_FEED = 0x0a;

/**
 * Windows of what is not ASCII, with a little around it: from the beginning, the middle and the
 * end, because heads are ASCII and one wrong include must not decide. Runs of ASCII between are left
 * out, so that a few words in much markup are all seen. Small inputs come whole.
 */
export function sampleBytes(bytes: Uint8Array): Uint8Array[] {
  if (bytes.length <= WINDOWS * WINDOW_BYTES) return [bytes];
  const windows: Uint8Array[] = [];
  let free = 0;
  for (let part = 0; part < WINDOWS; part += 1) {
    const last = bytes.length - WINDOW_BYTES;
    const from = Math.max(free, Math.floor((last * part) / (WINDOWS - 1)));
    const window = denseWindow(bytes, from, free);
    free = window.end;
    if (window.bytes.length > 0) windows.push(window.bytes);
  }
  return windows;
}

/** Index of the next byte that is not ASCII, -1 if none. */
export function nextHighByte(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) >= 0x80) return at;
    if (at === from + RUN) at = asciiEnd(bytes, at);
  }
  return -1;
}

/** A longer run of ASCII is read four bytes at a time. */
const RUN = 32;
const HIGH_BITS = 0x80808080 | 0;

/** An index, `from` or after it, up to which all bytes are ASCII as the one at `from` is. */
function asciiEnd(bytes: Uint8Array, from: number): number {
  const start = from + (-(bytes.byteOffset + from) & 3); // where the memory lets four be read
  const count = Math.max(0, (bytes.length - start) >> 2);
  if (count === 0) return from;
  for (let at = from; at < start; at += 1) if ((bytes[at] ?? 0) >= 0x80) return at - 1;
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + start, count);
  let word = 0;
  while (word < count && ((words[word] ?? 0) & HIGH_BITS) === 0) word += 1;
  return Math.max(from, start + word * 4 - 1);
}

/** Stretches around bytes that are not ASCII, from `from` on, one a line. */
function denseWindow(
  bytes: Uint8Array,
  from: number,
  free: number,
): { bytes: Uint8Array; end: number } {
  const kept: number[] = [];
  let end = Math.max(from, free);
  for (let at = nextHighByte(bytes, end); at >= 0 && kept.length < WINDOW_BYTES; ) {
    const start = characterStart(bytes, at, kept.length === 0 ? free : end);
    end = stretchEnd(bytes, at, WINDOW_BYTES - kept.length);
    if (kept.length > 0 && start > 0) kept.push(LINE_FEED);
    for (let index = start; index < end; index += 1) kept.push(bytes[index] ?? 0);
    at = nextHighByte(bytes, end);
  }
  return { bytes: Uint8Array.from(kept), end };
}

/** Where the next `AFTER` bytes are all ASCII, or enough is kept. */
function stretchEnd(bytes: Uint8Array, from: number, most: number): number {
  let end = from;
  for (let ascii = 0; ascii < AFTER && end < bytes.length && end - from < most; end += 1) {
    ascii = (bytes[end] ?? 0) < 0x80 ? ascii + 1 : 0;
  }
  return end;
}

function characterStart(bytes: Uint8Array, at: number, least: number): number {
  for (let back = at; back > Math.max(least, at - BACK); back -= 1) {
    if ((bytes[back - 1] ?? 0xff) < FIRST_TRAIL) return back;
  }
  return at;
}
