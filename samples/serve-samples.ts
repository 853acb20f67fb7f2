/**
 * A loopback server for the sample site: in comes a request, out goes what site.json says, with
 * conditional requests, HEAD, content encoding and chunks as real servers do them.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type SamplePage, samplePayload, sampleSite } from './sample-site.ts';

/** One request as the server saw it. */
export interface SampleRequest {
  readonly path: string;
  readonly method: string;
  /** Epoch milliseconds of arrival. */
  readonly time: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Status of the answer. */
  readonly status: number;
}

export interface SampleServer {
  /** Origin without a trailing slash. */
  readonly url: string;
  /** All requests answered so far, oldest first. */
  readonly requests: readonly SampleRequest[];
  close(): Promise<void>;
}

export interface SampleServerOptions {
  /** 0 lets the system choose. */
  readonly port?: number;
  readonly host?: string;
  readonly log?: (line: string) => void;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly chunked: boolean;
}

const NOT_FOUND: SamplePage = {
  note: 'any address the site does not have',
  file: 'not-found.html',
  status: 404,
  headers: { 'Content-Type': 'text/html' },
  encoding: 'gbk',
};
const CHUNK_BYTES = 1000; // odd on purpose: cuts two-byte characters in half
const ETAG_SEPARATOR = /\s*,\s*/;

/** Serves the sample site until `close` is called. */
export async function serveSamples(options: SampleServerOptions = {}): Promise<SampleServer> {
  const { port = 0, host = '127.0.0.1', log } = options;
  const site = sampleSite();
  const requests: SampleRequest[] = [];
  let origin = '';
  const server = createServer((request, response) => {
    const time = Date.now();
    const { url: path = '/', method = 'GET' } = request;
    const answer = answerTo(request, site[path] ?? NOT_FOUND, origin);
    send(response, answer, method === 'HEAD');
    requests.push({ path, method, time, headers: flat(request), status: answer.status });
    log?.(`${answer.status} ${method} ${path}`);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  origin = new URL(`http://${host}:${typeof address === 'object' && address ? address.port : port}`)
    .origin;
  return {
    url: origin,
    requests,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

function answerTo(request: IncomingMessage, page: SamplePage, origin: string): Answer {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return { status: 405, headers: { Allow: 'GET, HEAD' }, body: Buffer.alloc(0), chunked: false };
  }
  const status = page.status ?? 200;
  if (status === 200 && isUnchanged(request, page)) {
    const { 'Content-Type': _, ...headers } = page.headers;
    return { status: 304, headers, body: Buffer.alloc(0), chunked: false };
  }
  const payload = samplePayload(page, origin);
  const chunked = page.chunked ?? false;
  const accepts = String(request.headers['accept-encoding'] ?? '').includes('gzip');
  if (page.gzip !== 'transfer') return { status, headers: page.headers, body: payload, chunked };
  const headers = { ...page.headers, Vary: 'Accept-Encoding' };
  if (!accepts) return { status, headers, body: payload, chunked };
  const encoded = { ...headers, 'Content-Encoding': 'gzip' };
  return { status, headers: encoded, body: gzipSync(payload), chunked };
}

/** RFC 9110, section 13.2.2: If-None-Match decides alone where it is present. */
function isUnchanged(request: IncomingMessage, page: SamplePage): boolean {
  const { ETag: etag, 'Last-Modified': modified } = page.headers;
  const { 'if-none-match': noneMatch, 'if-modified-since': since } = request.headers;
  if (noneMatch !== undefined) {
    if (etag === undefined) return false;
    const asked = noneMatch.split(ETAG_SEPARATOR).map(opaque);
    return noneMatch.trim() === '*' || asked.includes(opaque(etag));
  }
  if (modified === undefined || since === undefined) return false;
  return Date.parse(modified) <= Date.parse(since);
}

/** Weak comparison: W/ does not matter (RFC 9110, section 8.8.3.2). */
function opaque(etag: string): string {
  return etag.startsWith('W/') ? etag.slice(2) : etag;
}

function send(response: ServerResponse, answer: Answer, isHead: boolean): void {
  const { status, headers, body, chunked } = answer;
  const hasBody = status !== 304;
  const length = hasBody && !chunked ? { 'Content-Length': String(body.length) } : {};
  response.writeHead(status, { ...headers, ...length });
  if (isHead || !hasBody) {
    response.end();
    return;
  }
  if (!chunked) {
    response.end(body);
    return;
  }
  for (let at = 0; at < body.length; at += CHUNK_BYTES) {
    response.write(body.subarray(at, at + CHUNK_BYTES));
  }
  response.end();
}

function flat(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const write = (line: string) => process.stdout.write(`${line}\n`);
  const { url } = await serveSamples({ port: Number(process.env['PORT'] ?? 0), log: write });
  write(`serving the sample site at ${url}/ (Ctrl-C ends)`);
}
