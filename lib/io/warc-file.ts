import { WARCParser, type WARCRecord } from 'warcio';
import { PermanentError } from '#lib/model/errors.ts';
import { headerValue, parseHttpBlock, withoutChunks } from './http-block.ts';
import { readBody } from './read-body.ts';
import type { Exchange } from './warc.ts';

const MAX_BYTES = 64 * 1024 * 1024; // of a payload; no page is longer
const MAX_HEAD = 1024 * 1024;
const PIECE = 64 * 1024; // the parser copies what is left of a piece after each gzip member
const STATUS_LINE = /^HTTP\/\S+\s+(\d{3})\s*(.*)$/;
/** Pages of the web, and files without an address that were taken in under their digest. */
const PAGE_ADDRESS = /^(?:https?:\/\/|urn:sha256:)/i;
const ANGLE_BRACKETS = /^<(.*)>$/;

export interface ReadWarcOptions {
  /** A longer payload is cut there and marked as truncated. */
  readonly maxBytes?: number;
}

/**
 * The HTTP responses of a WARC file in order, whoever made it: gzipped by record or as a whole or
 * not at all, bodies chunked or compressed. Codings are undone. Other records are passed over,
 * request records too, so `requestHeaders` is empty.
 * @throws PermanentError if what is read is no WARC file, or damaged
 */
export async function* readWarcFile(
  bytes: AsyncIterable<Uint8Array>,
  { maxBytes = MAX_BYTES }: ReadWarcOptions = {},
): AsyncGenerator<Exchange> {
  const parser = new WARCParser(inPieces(bytes), { keepHeadersCase: false, parseHttp: false });
  for (;;) {
    const record = await nextRecord(parser);
    if (!record) return;
    const exchange = await readExchange(record, maxBytes);
    if (exchange) yield exchange;
  }
}

async function nextRecord(parser: WARCParser): Promise<WARCRecord | null> {
  let record: WARCRecord | null;
  try {
    record = await parser.parse();
  } catch (error) {
    throw new PermanentError(`damaged WARC file: ${String(error)}`, { cause: error });
  }
  if (record && !record.warcHeaders.statusline.startsWith('WARC/')) {
    throw new PermanentError('not a WARC file, or damaged: a record does not begin with WARC/');
  }
  return record;
}

async function* inPieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    for (let at = 0; at < chunk.byteLength; at += PIECE) yield chunk.subarray(at, at + PIECE);
  }
}

async function readExchange(record: WARCRecord, maxBytes: number): Promise<Exchange | null> {
  const url = (record.warcTargetURI ?? '').replace(ANGLE_BRACKETS, '$1');
  if (record.warcType !== 'response' || !PAGE_ADDRESS.test(url)) return null;
  const { block, cut } = await readBlock(record, maxBytes + MAX_HEAD);
  const { startLine, headers, body } = parseHttpBlock(block);
  const status = STATUS_LINE.exec(startLine);
  if (!status) return null;
  const isChunked = headerValue(headers, 'transfer-encoding')?.toLowerCase().includes('chunked');
  const raw = isChunked ? withoutChunks(body) : body;
  const decoded = await decode(raw, headerValue(headers, 'content-encoding'), maxBytes);
  return {
    url,
    fetchedAt: isoDate(record.warcDate),
    requestHeaders: [],
    status: Number(status[1]),
    statusText: status[2] ?? '',
    responseHeaders: headers,
    payload: decoded.payload,
    truncated: cut || decoded.cut ? 'length' : truncation(record.warcHeader('WARC-Truncated')),
  };
}

async function readBlock(
  record: WARCRecord,
  maxBytes: number,
): Promise<{ block: Uint8Array; cut: boolean }> {
  const chunks: Uint8Array[] = [];
  let left = maxBytes;
  for await (const chunk of record.reader) {
    chunks.push(chunk.subarray(0, left));
    left -= chunk.byteLength;
    if (left < 0) break; // the parser skips the rest before the next record
  }
  return { block: Buffer.concat(chunks), cut: left < 0 };
}

/** Bytes that are not in the coding stay as they are: some archives undo it and keep the header. */
async function decode(
  body: Uint8Array,
  coding: string | null,
  maxBytes: number,
): Promise<{ payload: Uint8Array; cut: boolean }> {
  try {
    return await readBody(once(body), coding, {
      maxBytes,
      overflow: 'cut',
      accepts: () => true,
      onReceived: () => {},
    });
  } catch {
    return { payload: body.subarray(0, maxBytes), cut: body.byteLength > maxBytes };
  }
}

async function* once(body: Uint8Array): AsyncGenerator<Uint8Array> {
  yield body;
}

function truncation(value: string | null | undefined): Exchange['truncated'] {
  switch (value) {
    case 'length':
    case 'time':
    case 'disconnect':
      return value;
    default:
      return value ? 'disconnect' : null; // 'unspecified', or what a later version names
  }
}

/** WARC-Date as ISO 8601 with milliseconds; WARC 1.1 allows less and more precision. */
function isoDate(value: string | null | undefined): string {
  const time = Date.parse(value ?? '');
  return new Date(Number.isNaN(time) ? 0 : time).toISOString();
}
