import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib';

/** More layers than this are an attack, not compression. */
const MAX_CODINGS = 3;
/** RFC 9659: a zstd frame on the web needs no window over 8 MB. */
const ZSTD_WINDOW_LOG = 23;
const CHUNK = { chunkSize: 64 * 1024 };
/** Bytes to look at before the rest of a payload is taken. */
const START_BYTES = 1024;

/** Names that servers put there and that stand for no coding: of charsets and transfer, or of none. */
const NO_CODING =
  /^(?:|identity|none|plain|binary|[78]bit|utf-?8|us-ascii|gb2312|gbk|big5|iso-8859-1|text\/html|\*)$/;

/** The payload is over the cap. */
export class PayloadTooLargeError extends Error {
  override readonly name: string = 'PayloadTooLargeError';
}

/** The payload turned out to be of a kind that is not wanted. */
export class PayloadRefusedError extends Error {
  override readonly name: string = 'PayloadRefusedError';
}

/** A content coding is unknown, or the bytes are not in it. */
export class ContentCodingError extends Error {
  override readonly name: string = 'ContentCodingError';
}

export interface ReadBodyOptions {
  readonly maxBytes: number;
  readonly overflow: 'fault' | 'cut';
  readonly accepts: (start: Uint8Array) => boolean;
  /** Called with the bytes as they come over the wire. */
  readonly onReceived: (bytes: number) => void;
}

/**
 * The payload, decoded while it comes in. Every layer is counted, so no coding can make more
 * bytes than `maxBytes` exist, and nothing is kept of what goes over it.
 * @throws PayloadTooLargeError, PayloadRefusedError, ContentCodingError, or the stream's own error
 */
export async function readBody(
  body: AsyncIterable<Uint8Array>,
  contentEncoding: string | null,
  options: ReadBodyOptions,
): Promise<{ payload: Uint8Array; cut: boolean }> {
  const { maxBytes } = options;
  const codings = codingsOf(contentEncoding);
  let bytes = counted(body, wireCap(maxBytes), options.onReceived);
  for (const [index, coding] of codings.toReversed().entries()) {
    bytes = decoded(bytes, coding);
    if (index < codings.length - 1) bytes = counted(bytes, wireCap(maxBytes));
  }
  return collect(bytes, options);
}

/** Incompressible data grows a little when encoded. */
function wireCap(maxBytes: number): number {
  return maxBytes + Math.ceil(maxBytes / 100) + 64 * 1024;
}

/** Content codings in the order they were applied, aliases resolved (RFC 9110, section 8.4.1). */
function codingsOf(header: string | null): string[] {
  const names = (header ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => !NO_CODING.test(name))
    .map((name) => (name.startsWith('x-') ? name.slice(2) : name));
  if (names.length > MAX_CODINGS) throw new ContentCodingError(`${names.length} content codings`);
  return names;
}

async function* counted(
  source: AsyncIterable<Uint8Array>,
  cap: number,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const chunk of source) {
    onBytes?.(chunk.length);
    total += chunk.length;
    if (total > cap) throw new PayloadTooLargeError('the encoded payload is over the cap');
    yield chunk;
  }
}

async function* decoded(
  source: AsyncGenerator<Uint8Array>,
  coding: string,
): AsyncGenerator<Uint8Array> {
  const first = await source.next();
  if (first.done) return;
  const decoder = decoderFor(coding, first.value);
  const input = Readable.from(withFirst(first.value, source), { objectMode: false });
  // Its failure is also the decoder's, which is read below.
  const piped = pipeline(input, decoder).catch(() => undefined);
  try {
    yield* decoder;
  } finally {
    decoder.destroy();
    await piped;
  }
}

async function* withFirst(
  first: Uint8Array,
  rest: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}

function decoderFor(coding: string, first: Uint8Array) {
  switch (coding) {
    case 'gzip':
      return createGunzip(CHUNK);
    case 'deflate':
      // Some servers send raw deflate where RFC 9110, section 8.4.1.2 asks for zlib.
      return ((first[0] ?? 0) & 0x0f) === 8 ? createInflate(CHUNK) : createInflateRaw(CHUNK);
    case 'br':
      return createBrotliDecompress(CHUNK);
    case 'zstd':
      return createZstdDecompress({
        ...CHUNK,
        params: { [constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG },
      });
    default:
      throw new ContentCodingError(`unknown content coding ${coding.slice(0, 40)}`);
  }
}

async function collect(
  bytes: AsyncIterable<Uint8Array>,
  { maxBytes, overflow, accepts }: ReadBodyOptions,
): Promise<{ payload: Uint8Array; cut: boolean }> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  let isJudged = false;
  const judge = (): void => {
    isJudged = true;
    if (!accepts(Buffer.concat(chunks).subarray(0, START_BYTES))) {
      throw new PayloadRefusedError('the payload is binary');
    }
  };

  for await (const chunk of bytes) {
    const room = maxBytes - total;
    if (chunk.length > room && overflow === 'fault') {
      throw new PayloadTooLargeError(`over ${maxBytes} bytes`);
    }
    chunks.push(chunk.length > room ? chunk.subarray(0, room) : chunk);
    total += chunk.length;
    if (!isJudged && total >= START_BYTES) judge();
    if (total > maxBytes) return { payload: Buffer.concat(chunks), cut: true };
  }
  if (!isJudged) judge();
  return { payload: Buffer.concat(chunks), cut: false };
}
