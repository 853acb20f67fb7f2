/** Enough characters for a frequency to settle, little enough to try a dozen decoders on. */
const WINDOW_BYTES = 2048;
const WINDOWS = 3;

/** Below this no encoding of the Web Platform has a trail byte: a character begins after it. */
const FIRST_TRAIL = 0x30;

/** How far before a window its first whole character is looked for. */
const BACK = 256;

/**
 * Windows of the bytes around text that is not ASCII: from the beginning, the middle and the end,
 * because heads are ASCII and one wrong include must not decide. Small inputs come whole.
 */
export function sampleBytes(bytes: Uint8Array): Uint8Array[] {
  if (bytes.length <= WINDOWS * WINDOW_BYTES) return [bytes];
  const windows: Uint8Array[] = [];
  let free = 0;
  for (let part = 0; part < WINDOWS; part += 1) {
    const from = Math.max(free, Math.floor((bytes.length * part) / WINDOWS));
    const high = nextHighByte(bytes, from);
    if (high < 0) break;
    const start = characterStart(bytes, high, free);
    free = Math.min(bytes.length, start + WINDOW_BYTES);
    windows.push(bytes.subarray(start, free));
  }
  return windows;
}

/** Index of the next byte that is not ASCII, -1 if none. */
export function nextHighByte(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at += 1) if ((bytes[at] ?? 0) >= 0x80) return at;
  return -1;
}

function characterStart(bytes: Uint8Array, at: number, least: number): number {
  for (let back = at; back > Math.max(least, at - BACK); back -= 1) {
    if ((bytes[back - 1] ?? 0xff) < FIRST_TRAIL) return back;
  }
  return at;
}
