import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type Headers, oneLine } from './http-block.ts';

const gzipAsync = promisify(gzip);
const CR_LF = '\r\n';

/**
 * One WARC 1.1 record as a gzip member of its own, so that it can be read by one range request
 * (WARC 1.1, annex D). Fields with an empty value are left out. Written here and not by a
 * library for the reasons in warc-rationale.md.
 */
export async function warcRecord(fields: Headers, block: Uint8Array): Promise<Buffer> {
  const lines = [...fields, ['Content-Length', String(block.byteLength)] as const]
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${oneLine(value)}`);
  const head = ['WARC/1.1', ...lines, '', ''].join(CR_LF);
  return await gzipAsync(Buffer.concat([Buffer.from(head), block, Buffer.from(CR_LF + CR_LF)]));
}

/** A digest as WARC fields hold it, in hex: readers tell it from base32 by its length. */
export function warcDigest(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}
