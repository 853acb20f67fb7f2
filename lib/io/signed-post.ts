import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { SignatureV4, type SignatureV4Init } from '@smithy/signature-v4';
import { RetryableError } from '#lib/model/errors.ts';

export interface Signer {
  readonly credentials: SignatureV4Init['credentials'];
  readonly region: string;
  /** Of an emulator: the request goes there, under the host name of its URL. */
  readonly endpoint?: string | undefined;
}

export interface Answered {
  readonly status: number;
  readonly body: string;
}

const TIMEOUT_MS = 60_000;

/** Posts JSON to a Lambda function URL that asks for IAM (Signature Version 4). */
export async function signedPost(
  functionUrl: string,
  value: unknown,
  { credentials, region, endpoint }: Signer,
): Promise<Answered> {
  const url = new URL(functionUrl);
  const body = JSON.stringify(value);
  const signer = new SignatureV4({ credentials, region, service: 'lambda', sha256: Sha256 });
  const { headers } = await signer.sign({
    method: 'POST',
    protocol: url.protocol,
    hostname: url.hostname,
    path: url.pathname,
    headers: { host: url.host, 'content-type': 'application/json' },
    body,
  });
  return await post(new URL(url.pathname, endpoint ?? url), headers, body);
}

function post(url: URL, headers: Record<string, string>, body: string): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'http:' ? httpRequest : httpsRequest;
    const failed = (error: Error): void =>
      reject(new RetryableError(`no answer from ${url.host}: ${error.message}`, { cause: error }));
    const request = send(url, { method: 'POST', headers, timeout: TIMEOUT_MS }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', failed);
      response.once('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    request.once('timeout', () => request.destroy(new Error('timeout')));
    request.once('error', failed);
    request.end(body);
  });
}

/** SHA-256 as the signer wants it: a keyed one is an HMAC. */
class Sha256 {
  readonly #hash: Hash | Hmac;

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', bytes(secret));
  }

  update(data: string | ArrayBuffer | ArrayBufferView): void {
    this.#hash.update(bytes(data));
  }

  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }

  reset(): void {
    throw new TypeError('a hash is used once');
  }
}

function bytes(data: string | ArrayBuffer | ArrayBufferView): Buffer {
  if (typeof data === 'string') return Buffer.from(data);
  if (data instanceof ArrayBuffer) return Buffer.from(data);
  return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
}
