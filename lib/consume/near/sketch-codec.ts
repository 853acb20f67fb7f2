import { PermanentError } from '#lib/model/errors.ts';
import { HASHES } from './min-hash.ts';

const ID_BYTES = 12;
const TEXT_BYTES = 8;
const RANK_AT = ID_BYTES + TEXT_BYTES;
const SIZE_AT = RANK_AT + 8;
const SIGNATURE_AT = SIZE_AT + 4;
/** Fixed, so that a record is found by its ordinal. */
export const SKETCH_BYTES = SIGNATURE_AT + HASHES;

/** What is kept of a document to find near duplicates of it without its text. */
export interface StoredSketch {
  readonly id: string;
  /** Beginning of the document's textSha: another text has another signature. */
  readonly text: string;
  /** Of documents alike the one of lowest rank stands for the others. */
  readonly rank: number;
  readonly size: number;
  readonly signature: Uint8Array;
}

export function textOf(textSha: string): string {
  return textSha.slice(0, TEXT_BYTES * 2);
}

export function encodeSketch(into: Buffer, at: number, sketch: StoredSketch): void {
  into.write(sketch.id, at, ID_BYTES, 'hex');
  into.write(sketch.text, at + ID_BYTES, TEXT_BYTES, 'hex');
  into.writeDoubleLE(sketch.rank, at + RANK_AT);
  into.writeUInt32LE(sketch.size, at + SIZE_AT);
  into.set(sketch.signature, at + SIGNATURE_AT);
}

/** The sketches of a file, in order of id; their signatures are views of it. */
export function* decodeSketches(key: string, body: Uint8Array): Generator<StoredSketch> {
  if (body.byteLength % SKETCH_BYTES !== 0) throw new PermanentError(`${key} is cut off`);
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  for (let at = 0; at < bytes.length; at += SKETCH_BYTES)
    yield {
      id: bytes.toString('hex', at, at + ID_BYTES),
      text: bytes.toString('hex', at + ID_BYTES, at + RANK_AT),
      rank: bytes.readDoubleLE(at + RANK_AT),
      size: bytes.readUInt32LE(at + SIZE_AT),
      signature: bytes.subarray(at + SIGNATURE_AT, at + SKETCH_BYTES),
    };
}
