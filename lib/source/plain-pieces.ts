const PIECE = 64 * 1024;

/**
 * The bytes, gunzipped if they are gzip (whatever they are called), in pieces: a reader that has
 * enough stops the inflation of a bomb. Throws where gzip data is damaged, after what came before.
 */
export async function* plainPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const pieces = function* () {
    for (let at = 0; at < bytes.byteLength; at += PIECE) yield bytes.subarray(at, at + PIECE);
  };
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) {
    yield* pieces();
    return;
  }
  const gunzip = new DecompressionStream('gzip');
  const writing = write(pieces(), gunzip.writable);
  try {
    for await (const piece of gunzip.readable) yield piece;
  } finally {
    await writing;
  }
}

type Gunzip = InstanceType<typeof DecompressionStream>;

/** Ends quietly when the reader has had enough or the data is damaged: the reader knows. */
async function write(pieces: Iterable<Uint8Array>, to: Gunzip['writable']): Promise<void> {
  const writer = to.getWriter();
  try {
    for (const piece of pieces) await writer.write(Uint8Array.from(piece));
    await writer.close();
  } catch {
    // see above
  }
}
