import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { S3Client } from '@aws-sdk/client-s3';
import { collect } from './collect.ts';

/** What befalls the next request: an error answer, or an answer that is lost on the way. */
export type Misfortune =
  | { readonly status: number; readonly code: string }
  | 'lost-answer' // carried out, then the connection breaks
  | 'broken-body' // half of the body, then the connection breaks
  | 'none';

export interface FaultyS3 {
  readonly client: S3Client;
  /** Misfortunes of the requests to come, in order; after them all goes well. */
  readonly plan: Misfortune[];
  /** Methods of the requests received. */
  readonly received: string[];
  readonly objects: Map<string, Buffer>;
  stop(): Promise<void>;
}

/** As much of S3 as a store needs, on loopback, with faults by plan. */
export async function startFaultyS3(): Promise<FaultyS3> {
  const plan: Misfortune[] = [];
  const received: string[] = [];
  const objects = new Map<string, Buffer>();

  const server = createServer((request, response) => {
    void (async () => {
      const body = Buffer.concat(await collect<Buffer>(request));
      received.push(request.method ?? '');
      const misfortune = plan.shift() ?? 'none';
      if (typeof misfortune === 'object') return answerError(response, misfortune);
      const answer = carryOut(request, body, objects);
      if (misfortune === 'lost-answer') return request.socket.destroy();
      if (answer.code) return answerError(response, { status: answer.status, code: answer.code });
      response.writeHead(answer.status, {
        etag: answer.etag ?? '',
        'content-length': answer.body?.length ?? 0,
      });
      if (misfortune !== 'broken-body') return response.end(answer.body);
      response.write(answer.body?.subarray(0, answer.body.length >> 1));
      setTimeout(() => request.socket.destroy(), 20);
    })();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const client = new S3Client({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    forcePathStyle: true,
    maxAttempts: 2,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  return {
    client,
    plan,
    received,
    objects,
    stop: () =>
      new Promise((resolve) => {
        client.destroy();
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

interface Answer {
  readonly status: number;
  readonly code?: string;
  readonly etag?: string;
  readonly body?: Buffer;
}

function carryOut(request: IncomingMessage, body: Buffer, objects: Map<string, Buffer>): Answer {
  const key = new URL(request.url ?? '', 'http://localhost').pathname;
  const found = objects.get(key);
  switch (request.method) {
    case 'PUT': {
      const match = request.headers['if-match'];
      if (request.headers['if-none-match'] && found) return PRECONDITION;
      if (match && !found) return MISSING;
      if (match && found && match !== etagOf(found)) return PRECONDITION;
      objects.set(key, body);
      return { status: 200, etag: etagOf(body) };
    }
    case 'DELETE':
      objects.delete(key);
      return { status: 204 };
    default:
      return found ? { status: 200, etag: etagOf(found), body: found } : MISSING;
  }
}

const PRECONDITION: Answer = { status: 412, code: 'PreconditionFailed' };
const MISSING: Answer = { status: 404, code: 'NoSuchKey' };

function etagOf(body: Buffer): string {
  return `"${createHash('md5').update(body).digest('hex')}"`;
}

function answerError(response: ServerResponse, { status, code }: { status: number; code: string }) {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>no</Message></Error>`);
}
