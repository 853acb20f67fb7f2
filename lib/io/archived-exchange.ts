import type { WARCRecord } from 'warcio';
import { headerValue, parseHttpBlock, withoutChunks } from './http-block.ts';
import { readBody } from './read-body.ts';
import type { Exchange } from './warc.ts';

const MAX_HEAD = 1024 * 1024;
const STATUS_LINE = /^HTTP\/\S+\s+(\d{3})(?!\d)(.*)$/;
/** Pages of the web, and files without an address that were taken in under their digest. */
const PAGE_ADDRESS = /^(?:https?:\/\/|urn:sha256:)/i;
/** What a page without HTTP would have been answered with. */
const FOUND = { status: 200, statusText: 'OK' } as const;
const ANGLE_BRACKETS = /^<(.*)>$/;

/** An exchange as an archive has it, whoever made it. */
export interface ArchivedExchange extends Exchange {
  /** As the record's header tells it, with its algorithm; null if it does not. */
  readonly payloadDigest: string | null;
  /**
   * A `revisit` record: the server said, or the crawler saw, that the payload is that of an earlier
   * record. It has no payload of its own, and may have no header.
   */
  readonly revisit: { readonly url: string; readonly at: string | null } | null;
  /** A `conversion` record: made from a response, which is better if it is there. */
  readonly isConverted: boolean;
}

/** What all records of a page tell. */
type Told = Pick<ArchivedExchange, 'url' | 'fetchedAt' | 'requestHeaders' | 'payloadDigest'>;

/** A record's block, as far as it was kept. */
export interface RecordBlock {
  readonly bytes: Uint8Array;
  /** Its file ends within it. */
  readonly isBroken: boolean;
}

/** Bytes of a record's block beyond which no page of `maxBytes` needs any. */
export function blockLimit(maxBytes: number): number {
  return maxBytes + MAX_HEAD;
}

/** The page a record holds; null if it is of another kind, or no page's. */
export async function archivedExchange(
  record: WARCRecord,
  block: RecordBlock,
  maxBytes: number,
): Promise<ArchivedExchange | null> {
  const url = plainUrl(record.warcTargetURI ?? '');
  if (!PAGE_ADDRESS.test(url)) return null;
  const told = {
    url,
    fetchedAt: isoDate(record.warcDate),
    requestHeaders: [],
    payloadDigest: record.warcHeader('WARC-Payload-Digest') ?? null,
  };
  switch (record.warcType) {
    case 'response':
      return await responseOf(record, told, block, maxBytes);
    case 'revisit':
      return revisitOf(record, told, block);
    case 'resource':
    case 'conversion':
      return payloadAlone(record, told, block, maxBytes);
    default:
      return null;
  }
}

async function responseOf(
  record: WARCRecord,
  told: Told,
  block: RecordBlock,
  maxBytes: number,
): Promise<ArchivedExchange | null> {
  const { startLine, headers, body } = parseHttpBlock(block.bytes);
  const status = STATUS_LINE.exec(startLine);
  if (!status) return null;
  const isChunked = headerValue(headers, 'transfer-encoding')?.toLowerCase().includes('chunked');
  const raw = isChunked ? withoutChunks(body) : body;
  const decoded = await decode(raw, headerValue(headers, 'content-encoding'), maxBytes);
  return {
    ...told,
    status: Number(status[1]),
    statusText: (status[2] ?? '').trim(),
    responseHeaders: headers,
    payload: decoded.payload,
    truncated: decoded.cut ? 'length' : truncationOf(record, block),
    revisit: null,
    isConverted: false,
  };
}

function revisitOf(record: WARCRecord, told: Told, block: RecordBlock): ArchivedExchange {
  const { startLine, headers } = parseHttpBlock(block.bytes);
  const at = record.warcHeader('WARC-Refers-To-Date') ?? null;
  return {
    ...told,
    status: Number(STATUS_LINE.exec(startLine)?.[1] ?? FOUND.status),
    statusText: '',
    responseHeaders: headers,
    payload: new Uint8Array(),
    truncated: null,
    revisit: {
      url: plainUrl(record.warcHeader('WARC-Refers-To-Target-URI') ?? told.url),
      at: at && isoDate(at),
    },
    isConverted: false,
  };
}

function payloadAlone(
  record: WARCRecord,
  told: Told,
  block: RecordBlock,
  maxBytes: number,
): ArchivedExchange {
  return {
    ...told,
    ...FOUND,
    responseHeaders: [['content-type', record.warcHeader('Content-Type') ?? '']],
    payload: block.bytes.subarray(0, maxBytes),
    truncated: block.bytes.length > maxBytes ? 'length' : truncationOf(record, block),
    revisit: null,
    isConverted: record.warcType === 'conversion',
  };
}

/** WARC 1.0 writes addresses in angle brackets, and some tools to this day. */
function plainUrl(text: string): string {
  return text.replace(ANGLE_BRACKETS, '$1');
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

/**
 * What a record lacks of its page. One that goes on in other records is cut here: they are not put
 * together. One that is shorter than it says was cut with its file.
 */
function truncationOf(record: WARCRecord, { bytes, isBroken }: RecordBlock): Exchange['truncated'] {
  const value = record.warcHeader('WARC-Truncated');
  if (isBroken) return 'disconnect';
  const isWhole = bytes.length >= Number(record.warcHeader('Content-Length') ?? 0);
  if (!isWhole || record.warcHeader('WARC-Segment-Number')) return 'length';
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
