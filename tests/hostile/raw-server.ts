import { createServer, type Socket } from 'node:net';

/** What a raw server does with one request: anything at all. */
export type RawAnswer = (socket: Socket, request: RawRequest) => void;

export interface RawRequest {
  readonly path: string;
  readonly headers: string;
  /** Which request for this path it is, from 1. */
  readonly count: number;
  /** Epoch milliseconds of arrival. */
  readonly time: number;
}

export interface RawServer {
  readonly port: number;
  readonly origin: string;
  readonly requests: readonly RawRequest[];
  /** Connections accepted, with or without a request. */
  connections(): number;
  /** Bytes written to clients so far. */
  bytesWritten(): number;
  close(): Promise<void>;
}

const END_OF_HEADER = '\r\n\r\n';

/** A server on a real socket that knows no HTTP but the end of a request's header. */
export async function rawServer(answer: RawAnswer, host = '127.0.0.1'): Promise<RawServer> {
  const requests: RawRequest[] = [];
  const counts = new Map<string, number>();
  const sockets = new Set<Socket>();
  let connections = 0;
  let closedBytes = 0;
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    let pending = '';
    socket.on('error', () => undefined);
    socket.on('close', () => {
      sockets.delete(socket);
      closedBytes += socket.bytesWritten;
    });
    socket.on('data', (chunk) => {
      pending += chunk.toString('latin1');
      for (let end = pending.indexOf(END_OF_HEADER); end !== -1; ) {
        const header = pending.slice(0, end);
        pending = pending.slice(end + END_OF_HEADER.length);
        const path = header.split(' ', 2)[1] ?? '';
        const count = (counts.get(path) ?? 0) + 1;
        counts.set(path, count);
        const request = { path, headers: header, count, time: Date.now() };
        requests.push(request);
        answer(socket, request);
        end = pending.indexOf(END_OF_HEADER);
      }
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, host, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    port,
    origin: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    requests,
    connections: () => connections,
    bytesWritten: () =>
      [...sockets].reduce((sum, socket) => sum + socket.bytesWritten, closedBytes),
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** A whole answer with Content-Length. */
export function respond(
  status: string,
  headers: readonly string[],
  body: string | Uint8Array = '',
): RawAnswer {
  const payload = typeof body === 'string' ? Buffer.from(body) : body;
  return (socket) => {
    socket.write(head(status, [...headers, `Content-Length: ${payload.length}`]));
    socket.write(payload);
  };
}

export function head(status: string, headers: readonly string[]): string {
  return [`HTTP/1.1 ${status}`, ...headers, '', ''].join('\r\n');
}

/** Writes `chunk` again and again, as fast as the client takes it, until it goes away. */
export function flood(socket: Socket, chunk: string | Uint8Array): void {
  const more = (): void => {
    while (!socket.destroyed && socket.write(chunk));
    if (!socket.destroyed) socket.once('drain', more);
  };
  more();
}

/** Writes `chunk` every `everyMs`, until the client goes away. */
export function drip(socket: Socket, chunk: string, everyMs: number): void {
  const timer = setInterval(() => socket.write(chunk), everyMs);
  socket.on('close', () => clearInterval(timer));
}

/** Breaks the connection with RST. */
export function reset(socket: Socket): void {
  socket.resetAndDestroy();
}
