import { inflateRawSync } from 'node:zlib';
import { PermanentError } from '#lib/model/errors.ts';

/** One member of a gzip file (RFC 1952, section 2.2). */
export interface GzipMember {
  readonly offset: number;
  readonly length: number;
  readonly content: Uint8Array;
}

const HEADER_BYTES = 10;
const TRAILER_BYTES = 8;
const FHCRC = 2;
const FEXTRA = 4;
const FNAME = 8;
const FCOMMENT = 16;

/**
 * The members of a gzip file with their places, which the decoders of Node do not tell.
 * @throws PermanentError if what follows a member is none
 */
export function* gzipMembers(file: Uint8Array): Generator<GzipMember> {
  for (let offset = 0; offset < file.byteLength; ) {
    const data = offset + headerBytes(file, offset);
    const { content, consumed } = inflate(file.subarray(data), offset);
    const length = data - offset + consumed + TRAILER_BYTES;
    yield { offset, length, content };
    offset += length;
  }
}

/** `engine.bytesWritten` is what of the input belonged to the deflate stream. */
function inflate(data: Uint8Array, offset: number): { content: Uint8Array; consumed: number } {
  try {
    // the types do not know what `info` changes
    const { buffer, engine } = inflateRawSync(data, { info: true }) as unknown as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
    return { content: buffer, consumed: engine.bytesWritten };
  } catch (cause) {
    throw new PermanentError(`damaged gzip member at ${offset}`, { cause });
  }
}

/** RFC 1952, section 2.3. */
function headerBytes(file: Uint8Array, offset: number): number {
  const header = file.subarray(offset, offset + HEADER_BYTES);
  if (header.length < HEADER_BYTES || header[0] !== 0x1f || header[1] !== 0x8b || header[2] !== 8)
    throw new PermanentError(`no gzip member at ${offset}`);
  const flags = header[3] ?? 0;
  let at = offset + HEADER_BYTES;
  if (flags & FEXTRA) at += 2 + (file[at] ?? 0) + 256 * (file[at + 1] ?? 0);
  for (const flag of [FNAME, FCOMMENT]) if (flags & flag) at = file.indexOf(0, at) + 1;
  return at + (flags & FHCRC ? 2 : 0) - offset;
}
