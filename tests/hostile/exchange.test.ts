import {
  brotliCompressSync,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { HttpClient } from '#lib/io/http-client.ts';
import { safeHttpClient } from '#lib/io/undici-http-client.ts';
import { USER_AGENT } from '../support/fetch-with.ts';
import { HTML, HTML_TYPE } from './payloads.ts';
import { head, type RawAnswer, type RawServer, rawServer, respond } from './raw-server.ts';

let open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(open.map((one) => one.close()));
  open = [];
});

async function serve(
  answer: RawAnswer,
  host?: string,
): Promise<{ server: RawServer; http: HttpClient }> {
  const server = await rawServer(answer, host);
  const http = safeHttpClient({ userAgent: USER_AGENT, allowPrivateAddresses: [server.port] });
  open.push(http, server);
  return { server, http };
}

const MAX = { maxBytes: 100_000 };
const text = (payload: Uint8Array): string => new TextDecoder().decode(payload);
const encoded = (coding: string, body: Uint8Array): RawAnswer =>
  respond('200 OK', [HTML_TYPE, `Content-Encoding: ${coding}`], body);

describe('an exchange', () => {
  it.each([
    ['identity', Buffer.from(HTML)],
    ['gzip', gzipSync(HTML)],
    ['GZIP', gzipSync(HTML)],
    ['x-gzip', gzipSync(HTML)],
    ['deflate', deflateSync(HTML)],
    ['deflate', deflateRawSync(HTML)],
    ['br', brotliCompressSync(HTML)],
    ['zstd', zstdCompressSync(Buffer.from(HTML))],
    ['gzip, br', brotliCompressSync(gzipSync(HTML))],
    ['deflate, gzip, zstd', zstdCompressSync(gzipSync(deflateSync(HTML)))],
    ['gzip', Buffer.concat([gzipSync(HTML.slice(0, 9)), gzipSync(HTML.slice(9))])],
  ])('undoes the content coding %s', async (coding, body) => {
    const { server, http } = await serve(encoded(coding, body));

    const outcome = await http.get({ url: `${server.origin}/`, ...MAX });

    expect(outcome.kind === 'answer' && text(outcome.payload)).toBe(HTML);
  });

  it.each([
    ['with a length', respond('200 OK', [HTML_TYPE], HTML)],
    [
      'in chunks, also of one byte',
      (socket) => {
        socket.write(head('200 OK', [HTML_TYPE, 'Transfer-Encoding: chunked']));
        for (const letter of HTML) socket.write(`1\r\n${letter}\r\n`);
        socket.write('0\r\nX-Trailer: a\r\n\r\n');
      },
    ],
    [
      'to the end of the connection',
      (socket) => {
        socket.write(head('200 OK', [HTML_TYPE, 'Connection: close']));
        socket.end(HTML);
      },
    ],
    [
      'after informational answers',
      (socket, request) => {
        socket.write('HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n');
        respond('200 OK', [HTML_TYPE], HTML)(socket, request);
      },
    ],
  ] satisfies [string, RawAnswer][])('reads a body %s', async (_, answer) => {
    const { server, http } = await serve(answer);

    const outcome = await http.get({ url: `${server.origin}/`, ...MAX });

    expect(outcome.kind === 'answer' && text(outcome.payload)).toBe(HTML);
  });

  it('uses connections again', async () => {
    const { server, http } = await serve((socket, request) => {
      const answers = [
        respond('200 OK', [HTML_TYPE], HTML),
        respond('404 Not Found', [], 'x'.repeat(5000)),
        respond('302 Found', ['Location: /'], 'moved'),
        respond('304 Not Modified', []),
      ];
      answers[(server.requests.length - 1) % answers.length]?.(socket, request);
    });

    for (let n = 0; n < 12; n++) await http.get({ url: `${server.origin}/${n}`, ...MAX });

    expect(server.requests).toHaveLength(12);
    // a second one may be opened while the first ends its last answer
    expect(server.connections()).toBeLessThanOrEqual(2);
  });

  it('goes over IPv6', async ({ skip }) => {
    const made = await serve(respond('200 OK', [HTML_TYPE], HTML), '::1').catch(() => null);
    if (made === null) return skip('no IPv6 here');

    expect(await made.http.get({ url: `${made.server.origin}/`, ...MAX })).toMatchObject({
      kind: 'answer',
      status: 200,
    });
  });

  it('names itself, asks for what it reads, and sends nothing else', async () => {
    const { server, http } = await serve(
      respond('200 OK', [HTML_TYPE, 'Set-Cookie: session=1'], HTML),
    );
    await http.get({ url: `${server.origin}/a?b=c#d`, ...MAX });
    const outcome = await http.get({
      url: `${server.origin}/a`,
      headers: { 'if-none-match': '"x"' },
      ...MAX,
    });

    const lines = server.requests[1]?.headers.split('\r\n') ?? [];
    expect(server.requests[0]?.path).toBe('/a?b=c');
    expect(lines.map((line) => line.split(':', 1)[0])).toEqual([
      'GET /a HTTP/1.1',
      'host',
      'connection',
      'user-agent',
      'accept',
      'accept-encoding',
      'if-none-match',
    ]);
    expect(lines).toContain(`user-agent: ${USER_AGENT}`);
    expect(outcome.requestHeaders).toContainEqual(['if-none-match', '"x"']);
  });

  it('keeps the answer’s header as it was, byte for byte', async () => {
    const { server, http } = await serve((socket) => {
      socket.write(
        Buffer.from(
          'HTTP/1.1 404 Nicht da\r\nX-A: \u00d6\u00d0\r\nx-a: 2\r\nContent-Length: 0\r\n\r\n',
          'latin1',
        ),
      );
    });

    expect(await http.get({ url: `${server.origin}/`, ...MAX })).toMatchObject({
      kind: 'answer',
      status: 404,
      statusText: 'Nicht da',
      headers: [
        ['x-a', '\u00d6\u00d0'],
        ['x-a', '2'],
        ['content-length', '0'],
      ],
    });
  });

  it('ends when the asker gives up', async () => {
    const { server, http } = await serve(() => undefined);
    const signal = AbortSignal.timeout(50);

    expect(await http.get({ url: `${server.origin}/`, signal, ...MAX })).toMatchObject({
      kind: 'aborted',
    });
  });

  it('cuts at the cap what may be cut', async () => {
    const { server, http } = await serve(respond('200 OK', [HTML_TYPE], 'x'.repeat(5000)));

    const outcome = await http.get({ url: `${server.origin}/`, maxBytes: 1234, overflow: 'cut' });

    expect(outcome).toMatchObject({ kind: 'answer', cut: true });
    expect(outcome.kind === 'answer' && outcome.payload.length).toBe(1234);
  });

  it('takes a payload of exactly the cap', async () => {
    const { server, http } = await serve(respond('200 OK', [HTML_TYPE], 'x'.repeat(5000)));

    const whole = await http.get({ url: `${server.origin}/`, maxBytes: 5000 });
    const over = await http.get({ url: `${server.origin}/`, maxBytes: 4999 });

    expect(whole).toMatchObject({ kind: 'answer', cut: false });
    expect(over).toMatchObject({ kind: 'fault', reason: 'size-cap' });
  });
});
