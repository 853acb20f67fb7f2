import type { WARCParser, WARCRecord } from 'warcio';
import { PermanentError } from '#lib/model/errors.ts';
import {
  type ArchivedExchange,
  archivedExchange,
  blockLimit,
  type RecordBlock,
} from './archived-exchange.ts';

const MAX_BYTES = 64 * 1024 * 1024; // of a payload; no page is longer
const CUT = 'damaged WARC file: it ends within a record';
const PIECE = 64 * 1024; // the parser copies what is left of a piece after each gzip member

export interface ReadWarcOptions {
  /** A longer payload is cut there and marked as truncated. */
  readonly maxBytes?: number;
}

/**
 * The pages of a WARC file in order, whoever made it: gzipped by record or as a whole or not at all,
 * bodies chunked or compressed. Codings are undone. Responses and revisits; also what was archived
 * without HTTP: resources, and conversions, such as the text of a page. Other records are passed
 * over, request records too, so `requestHeaders` is empty.
 * @throws PermanentError if what is read is no WARC file, or damaged
 */
export async function* readWarcFile(
  bytes: AsyncIterable<Uint8Array>,
  { maxBytes = MAX_BYTES }: ReadWarcOptions = {},
): AsyncGenerator<ArchivedExchange> {
  // loaded by the first who reads: fetch seldom does
  const { WARCParser } = await import('warcio');
  const given = { bytes: 0, isGzip: false };
  const parser = new WARCParser(inPieces(bytes, given), {
    keepHeadersCase: false,
    parseHttp: false,
  });
  for (;;) {
    const record = await nextRecord(parser);
    if (!record) break;
    const block = await readBlock(record, blockLimit(maxBytes));
    const exchange = await archivedExchange(record, block, maxBytes);
    if (exchange) yield exchange;
    if (block.isBroken) throw new PermanentError(CUT);
  }
  // the parser tells the end of the last whole gzip member, and keeps quiet about what follows
  if (given.isGzip && parser.offset < given.bytes) throw new PermanentError(CUT);
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

async function* inPieces(
  bytes: AsyncIterable<Uint8Array>,
  given: { bytes: number; isGzip: boolean },
): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    if (given.bytes === 0) given.isGzip = chunk[0] === 0x1f && chunk[1] === 0x8b;
    given.bytes += chunk.byteLength;
    for (let at = 0; at < chunk.byteLength; at += PIECE) yield chunk.subarray(at, at + PIECE);
  }
}

/** All of a record is read, and `most` of it kept: the parser would wait for ever for what a cut file lacks. */
async function readBlock(record: WARCRecord, most: number): Promise<RecordBlock> {
  const kept: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of record.reader) {
    if (total < most) kept.push(chunk.subarray(0, most - total));
    total += chunk.byteLength;
  }
  // WARC 1.1, section 5.3: mandatory, so that without it the file ends in the header
  const declared = record.warcHeader('Content-Length');
  const isBroken = !declared || total < Number(declared);
  return { bytes: Buffer.concat(kept), isBroken };
}
