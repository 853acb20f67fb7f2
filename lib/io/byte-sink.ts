/** Bytes that are written one after the other and are one piece of memory in the end. */
export interface ByteSink {
  write(bytes: Uint8Array): void;
  size(): number;
  bytes(): Uint8Array;
}

const SPARE = 1.25;

/**
 * A sink for about `expectedBytes`. They are reserved at once, which costs nothing until they are
 * written: pieces that are joined in the end would be in memory twice.
 * @param reused bytes of a sink that nobody needs any more: its memory is taken again, where the
 *   collector would leave it for a while beside the new one
 */
export function byteSink(expectedBytes: number, reused?: Uint8Array): ByteSink {
  const reserved = Math.ceil(Math.max(1, expectedBytes) * SPARE);
  const isEnough = reused !== undefined && reused.buffer.byteLength >= reserved;
  let memory = isEnough ? Buffer.from(reused.buffer) : Buffer.allocUnsafeSlow(reserved);
  let size = 0;
  return {
    write(bytes) {
      if (size + bytes.byteLength > memory.length) {
        const larger = Buffer.allocUnsafeSlow(Math.ceil((size + bytes.byteLength) * SPARE));
        memory.copy(larger, 0, 0, size);
        memory = larger;
      }
      memory.set(bytes, size);
      size += bytes.byteLength;
    },
    size: () => size,
    bytes: () => memory.subarray(0, size),
  };
}
