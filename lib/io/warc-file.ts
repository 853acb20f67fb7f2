import { WARCParser, type WARCRecord } from 'warcio';
import { PermanentError } from '#lib/model/errors.ts';
import { type ArchivedExchange, archivedExchange } from './archived-exchange.ts';

const MAX_BYTES = 64 * 1024 * 1024; // of a payload; no page is longer
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
  const parser = new WARCParser(inPieces(bytes), { keepHeadersCase: false, parseHttp: false });
  for (;;) {
    const record = await nextRecord(parser);
    if (!record) return;
    const exchange = await archivedExchange(record, maxBytes);
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
