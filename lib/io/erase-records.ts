import { randomUUID } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { PermanentError } from '#lib/model/errors.ts';
import { gzipMembers } from './gzip-members.ts';

/** A WARC file in which records were replaced by as many bytes that say so. */
export interface Erased {
  readonly file: Uint8Array;
  /** Records erased now. */
  readonly records: number;
  /** Records that had been erased before. */
  readonly before: number;
}

const DECODER = new TextDecoder('latin1');
const HEAD_BYTES = 64 * 1024; // of a record's own header: its fields, not the HTTP block
const TARGET = /^WARC-Target-URI: {0,8}<?([^\r\n<> ][^\r\n>]*)>?\r$/im;
const ERASED_TYPE = 'WARC-Type: metadata\r\n';
const ERASED_BLOCK = '\r\n\r\nerased: ';
const STORED_MAX = 65_535; // RFC 1951, section 3.2.4
const FIXED_BYTES = 18; // header and trailer of a gzip member
const BLOCK_HEADER_BYTES = 5;

/**
 * Erases the records whose WARC-Target-URI is wanted, requests and responses. A record gives way to a
 * `metadata` record without an address, padded to the same length, so that every other record
 * stays where rows say it is.
 * @throws PermanentError if the file is damaged
 */
export function eraseRecords(
  file: Uint8Array,
  isWanted: (targetUri: string) => boolean,
  at: Date,
): Erased {
  const result = { file: Buffer.from(file), records: 0, before: 0 };
  for (const { offset, length, content } of gzipMembers(file)) {
    const head = DECODER.decode(content.subarray(0, HEAD_BYTES));
    const uri = TARGET.exec(head.slice(0, head.indexOf('\r\n\r\n') + 1))?.[1];
    if (uri === undefined) result.before += Number(isErasure(content));
    else if (isWanted(uri)) {
      result.file.set(erasure(length, at), offset);
      result.records += 1;
    }
  }
  return result;
}

/** Whether a record's bytes, decompressed, are what stands in for one that was erased. */
export function isErasure(record: Uint8Array): boolean {
  const head = DECODER.decode(record.subarray(0, 1024));
  return head.includes(ERASED_TYPE) && head.includes(ERASED_BLOCK);
}

/** A gzip member of exactly `length` bytes: a record in stored blocks, padded with spaces. */
function erasure(length: number, at: Date): Uint8Array {
  const time = at.toISOString();
  const blocks = Math.ceil((length - FIXED_BYTES) / (STORED_MAX + BLOCK_HEADER_BYTES));
  const recordBytes = length - FIXED_BYTES - blocks * BLOCK_HEADER_BYTES;
  const head = (blockBytes: number): string =>
    [
      'WARC/1.1',
      'WARC-Type: metadata',
      `WARC-Record-ID: <urn:uuid:${randomUUID()}>`,
      `WARC-Date: ${time}`,
      'Content-Type: application/warc-fields',
      `Content-Length: ${String(blockBytes).padStart(10, '0')}`,
      '',
      '',
    ].join('\r\n');
  const text = `erased: ${time}\r\n`;
  const blockBytes = recordBytes - head(0).length - '\r\n\r\n'.length;
  if (blockBytes < text.length) throw new PermanentError(`a record of ${length} bytes: too short`);
  const record = `${head(blockBytes)}${text.padEnd(blockBytes)}\r\n\r\n`;
  return storedMember(Buffer.from(record), blocks);
}

/** A gzip member of that many stored blocks; the last may be empty. */
function storedMember(content: Buffer, blocks: number): Buffer {
  const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
  const pieces: Buffer[] = [header];
  for (let at = 0; at < blocks; at++) {
    const piece = content.subarray(at * STORED_MAX, (at + 1) * STORED_MAX);
    const block = Buffer.alloc(BLOCK_HEADER_BYTES);
    block.writeUInt8(at === blocks - 1 ? 1 : 0, 0); // BFINAL
    block.writeUInt16LE(piece.length, 1);
    block.writeUInt16LE(~piece.length & 0xffff, 3);
    pieces.push(block, piece);
  }
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32(content), 0);
  trailer.writeUInt32LE(content.length, 4);
  return Buffer.concat([...pieces, trailer]);
}
