import {
  brotliCompressSync,
  constants,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib';

const MEGABYTE = 1024 * 1024;
const GZIP_MEGABYTE = gzipSync(Buffer.alloc(MEGABYTE, ' '));

/** `megabytes` of spaces in gzip, as members of one megabyte each: small on the wire. */
export function gzipBomb(megabytes: number): Buffer {
  return Buffer.concat(Array.from({ length: megabytes }, () => GZIP_MEGABYTE));
}

export function brotliBomb(megabytes: number): Buffer {
  return brotliCompressSync(Buffer.alloc(megabytes * MEGABYTE, ' '), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 3 },
  });
}

export function zstdBomb(megabytes: number): Buffer {
  return zstdCompressSync(Buffer.alloc(megabytes * MEGABYTE, ' '));
}

/** A frame that asks for a window of 16 MB. */
export function zstdWideWindow(): Buffer {
  return zstdCompressSync(Buffer.alloc(16 * MEGABYTE, 'ab'), {
    params: { [constants.ZSTD_c_windowLog]: 27 },
  });
}

export function deflateBomb(megabytes: number, raw: boolean): Buffer {
  const bytes = Buffer.alloc(megabytes * MEGABYTE, ' ');
  return raw ? deflateRawSync(bytes) : deflateSync(bytes);
}

const EMPTY_MEMBER = gzipSync('');

/** Members without content: a decoder reads for ever and gives nothing. */
export const EMPTY_MEMBERS = Buffer.concat(Array.from({ length: 3000 }, () => EMPTY_MEMBER));

export const HTML = '<!doctype html><title>t</title><p>text';
export const HTML_TYPE = 'Content-Type: text/html; charset=utf-8';
