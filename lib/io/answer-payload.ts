import type { Dispatcher } from 'undici';
import type { ExchangeWatch } from './exchange-watch.ts';
import { type HeaderList, type HttpRequest, headerValue } from './http-client.ts';
import { PayloadRefusedError, PayloadTooLargeError, readBody } from './read-body.ts';

/** Of an answer whose payload nobody wants, read so that the connection can be used again. */
const DISCARD_BYTES = 16 * 1024;

/**
 * The payload of a 200, or of a proxy’s 203; of other answers it is not worth reading, and empty.
 * @throws what `readBody` throws
 */
export async function answerPayload(
  response: Dispatcher.ResponseData,
  request: HttpRequest,
  headers: HeaderList,
  watch: ExchangeWatch,
): Promise<{ payload: Uint8Array; cut: boolean }> {
  const { body } = response;
  if (response.statusCode !== 200 && response.statusCode !== 203) {
    await body.dump({ limit: DISCARD_BYTES, signal: watch.signal }).catch(() => undefined);
    return { payload: new Uint8Array(), cut: false };
  }
  const { maxBytes, overflow = 'fault', accepts = () => true } = request;
  const contentType = headerValue(headers, 'content-type');
  const encoding = headerValue(headers, 'content-encoding');
  try {
    if (!accepts(contentType, null)) throw new PayloadRefusedError(contentType ?? 'no type');
    const declared = Number(headerValue(headers, 'content-length') ?? 0);
    if (encoding === null && overflow === 'fault' && declared > maxBytes) {
      throw new PayloadTooLargeError(`${declared} bytes declared, ${maxBytes} allowed`);
    }
    return await readBody(body, encoding, {
      maxBytes,
      overflow,
      accepts: (start) => accepts(contentType, start),
      onReceived: watch.received,
    });
  } finally {
    // A body not read to its end would keep its connection, and the server busy.
    if (!body.readableEnded) body.on('error', () => undefined).destroy();
  }
}
