import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { FetchItem } from '#lib/model/messages.ts';
import {
  brotliBomb,
  deflateBomb,
  EMPTY_MEMBERS,
  gzipBomb,
  HTML,
  HTML_TYPE,
  zstdBomb,
  zstdWideWindow,
} from './payloads.ts';
import { drip, flood, head, type RawAnswer, reset, respond } from './raw-server.ts';

/** A server that means harm, or does harm; and how its URL must end. */
export interface HostileCase {
  readonly name: string;
  readonly answer: RawAnswer;
  readonly ends: string;
  readonly item?: Partial<FetchItem>;
}

const GZIP = gzipBomb(64);
const html = (...headers: string[]) => [HTML_TYPE, ...headers];
const encoded = (coding: string, body: Uint8Array): RawAnswer =>
  respond('200 OK', html(`Content-Encoding: ${coding}`), body);
const located = (location: string, status = '302 Found'): RawAnswer =>
  respond(status, [`Location: ${location}`]);
const raw =
  (text: string, then: 'end' | 'keep' = 'end'): RawAnswer =>
  (socket) => {
    socket.write(Buffer.from(text, 'latin1'));
    if (then === 'end') socket.end();
  };
const typed = (type: string, body: string | Uint8Array): RawAnswer =>
  respond('200 OK', [`Content-Type: ${type}`], body);

const TOO_LARGE = 'too-large (size-cap)';
const HEADER_CAP = 'too-large (header-cap)';
const TIMEOUT = 'failed (timeout)';
const TRUNCATED = 'failed (truncated)';
const MALFORMED = 'failed (malformed-response)';
const CODING = 'failed (content-encoding)';
const NO_DOCUMENT = 'not-a-document (content-type)';
const FETCHED = 'fetched (http-200)';

const BOMBS: readonly HostileCase[] = [
  { name: 'gzip bomb', answer: encoded('gzip', GZIP), ends: TOO_LARGE },
  { name: 'gzip bomb named x-gzip', answer: encoded('x-gzip', GZIP), ends: TOO_LARGE },
  { name: 'brotli bomb', answer: encoded('br', brotliBomb(64)), ends: TOO_LARGE },
  { name: 'zstd bomb', answer: encoded('zstd', zstdBomb(64)), ends: TOO_LARGE },
  { name: 'deflate bomb', answer: encoded('deflate', deflateBomb(64, false)), ends: TOO_LARGE },
  { name: 'raw deflate bomb', answer: encoded('deflate', deflateBomb(64, true)), ends: TOO_LARGE },
  {
    name: 'gzip bomb in gzip',
    answer: encoded('gzip, gzip', gzipSync(gzipBomb(256))),
    ends: TOO_LARGE,
  },
  {
    name: 'brotli bomb in gzip in brotli',
    answer: encoded('br, gzip, br', brotliCompressSync(gzipSync(brotliBomb(64)))),
    ends: TOO_LARGE,
  },
  {
    name: 'inner layer that decodes to nothing, for ever',
    answer: encoded('gzip, br', brotliCompressSync(Buffer.alloc(64e6, EMPTY_MEMBERS))),
    ends: TOO_LARGE,
  },
  {
    name: 'endless empty gzip members',
    answer: (socket) => {
      socket.write(head('200 OK', html('Content-Encoding: gzip')));
      flood(socket, EMPTY_MEMBERS);
    },
    ends: TOO_LARGE,
  },
  { name: 'four content codings', answer: encoded('gzip, gzip, gzip, gzip', GZIP), ends: CODING },
  {
    name: 'a thousand content codings',
    answer: encoded('gzip,'.repeat(1000), GZIP),
    ends: CODING,
  },
  { name: 'zstd with a huge window', answer: encoded('zstd', zstdWideWindow()), ends: CODING },
  {
    name: 'gzip bomb as sitemap',
    answer: encoded('gzip', GZIP),
    ends: TOO_LARGE,
    item: { kind: 'sitemap' },
  },
  {
    name: 'gzip bomb under an error',
    answer: respond('404 Not Found', html('Content-Encoding: gzip'), GZIP),
    ends: 'gone (http-404)',
  },
  {
    name: 'gzip bomb under a redirect',
    answer: respond('302 Found', ['Location: /elsewhere', 'Content-Encoding: gzip'], GZIP),
    ends: 'redirected (redirect)',
  },
];

const endless =
  (first: string, chunk: string): RawAnswer =>
  (socket) => {
    socket.write(first);
    flood(socket, chunk);
  };

const ENDLESS: readonly HostileCase[] = [
  {
    name: 'endless chunked body',
    answer: endless(
      head('200 OK', html('Transfer-Encoding: chunked')),
      `4000\r\n${'x'.repeat(0x4000)}\r\n`,
    ),
    ends: TOO_LARGE,
  },
  {
    name: 'endless body that ends with the connection',
    answer: endless(head('200 OK', html('Connection: close')), 'x'.repeat(16384)),
    ends: TOO_LARGE,
  },
  {
    name: 'endless body of a text',
    answer: endless(head('200 OK', ['Content-Type: text/plain']), '中文'.repeat(4096)),
    ends: TOO_LARGE,
  },
  {
    name: 'endless header fields',
    answer: endless('HTTP/1.1 200 OK\r\n', 'X-A: b\r\n'.repeat(1000)),
    ends: HEADER_CAP,
  },
  {
    name: 'one endless header field',
    answer: endless('HTTP/1.1 200 OK\r\nX-A: ', 'a'.repeat(8192)),
    ends: HEADER_CAP,
  },
  {
    name: 'endless name of a header field',
    answer: endless('HTTP/1.1 200 OK\r\n', 'a'.repeat(8192)),
    ends: HEADER_CAP,
  },
  {
    name: 'a thousand cookies',
    answer: respond(
      '200 OK',
      html(...Array.from({ length: 1000 }, (_, n) => `Set-Cookie: c${n}=${'v'.repeat(50)}`)),
      HTML,
    ),
    ends: HEADER_CAP,
  },
  {
    name: 'endless informational answers',
    answer: endless('', 'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'),
    ends: TIMEOUT,
  },
  {
    name: 'endless reason phrase',
    answer: endless('HTTP/1.1 200 ', 'O'.repeat(8192)),
    ends: TIMEOUT,
  },
  {
    name: 'endless trailer fields',
    answer: endless(
      `${head('200 OK', html('Transfer-Encoding: chunked'))}1\r\nx\r\n0\r\n`,
      'X-A: b\r\n'.repeat(1000),
    ),
    ends: HEADER_CAP,
  },
  {
    name: 'endless chunk extension',
    answer: endless(`${head('200 OK', html('Transfer-Encoding: chunked'))}1`, ';a=b'.repeat(2000)),
    ends: TIMEOUT,
  },
  {
    name: 'chunks of one byte for ever',
    answer: (socket) => {
      socket.write(head('200 OK', html('Transfer-Encoding: chunked')));
      drip(socket, '1\r\nx\r\n', 10);
    },
    ends: TIMEOUT,
  },
  {
    name: 'endless sitemap',
    answer: endless(
      head('200 OK', ['Content-Type: application/xml']),
      `<url><loc>http://a.example/${'x'.repeat(2000)}</loc></url>`.repeat(8),
    ),
    ends: TOO_LARGE,
    item: { kind: 'sitemap' },
  },
  {
    name: 'endless error page',
    answer: endless(head('404 Not Found', html()), 'x'.repeat(16384)),
    ends: 'gone (http-404)',
  },
  {
    name: 'endless server error',
    answer: endless(head('500 Oops', html()), 'x'.repeat(16384)),
    ends: 'failed (http-5xx)',
  },
  {
    name: 'declared size over the cap',
    answer: raw(`${head('200 OK', html('Content-Length: 100000000000'))}x`, 'keep'),
    ends: TOO_LARGE,
  },
];

const SLOW: readonly HostileCase[] = [
  { name: 'never answers', answer: () => undefined, ends: TIMEOUT },
  { name: 'status line and no more', answer: raw('HTTP/1.1 200 OK\r\n', 'keep'), ends: TIMEOUT },
  {
    name: 'header drips',
    answer: (socket) => {
      socket.write('HTTP/1.1 200 OK\r\nX-A: ');
      drip(socket, 'a', 20);
    },
    ends: TIMEOUT,
  },
  {
    name: 'body drips',
    answer: (socket) => {
      socket.write(head('200 OK', html('Content-Length: 100000')));
      drip(socket, 'x', 20);
    },
    ends: TIMEOUT,
  },
  {
    name: 'body stops',
    answer: raw(head('200 OK', html('Content-Length: 100000')) + HTML, 'keep'),
    ends: TIMEOUT,
  },
  {
    name: 'error page drips',
    answer: (socket) => {
      socket.write(head('404 Not Found', html('Content-Length: 100000')));
      drip(socket, 'x', 20);
    },
    ends: 'gone (http-404)',
  },
  {
    name: 'gzip that drips',
    answer: (socket) => {
      socket.write(head('200 OK', html('Content-Encoding: gzip')));
      socket.write(GZIP.subarray(0, 20));
      drip(socket, '\0', 20);
    },
    ends: TIMEOUT,
  },
];

const BROKEN: readonly HostileCase[] = [
  { name: 'closes at once', answer: (socket) => socket.end(), ends: 'failed (connection)' },
  { name: 'reset at once', answer: reset, ends: 'failed (connection)' },
  {
    name: 'reset in the header',
    answer: (socket) => {
      socket.write('HTTP/1.1 200 OK\r\nX-A');
      setTimeout(() => reset(socket), 20);
    },
    ends: 'failed (connection)',
  },
  {
    name: 'reset in the body',
    answer: (socket) => {
      socket.write(head('200 OK', html('Content-Length: 1000')) + HTML);
      setTimeout(() => reset(socket), 20);
    },
    ends: TRUNCATED,
  },
  {
    name: 'Content-Length larger than the body',
    answer: raw(head('200 OK', html('Content-Length: 1000')) + HTML),
    ends: TRUNCATED,
  },
  {
    name: 'Content-Length smaller than the body',
    answer: raw(head('200 OK', html('Content-Length: 5')) + HTML, 'keep'),
    ends: FETCHED,
  },
  {
    name: 'chunked body without its end',
    answer: raw(`${head('200 OK', html('Transfer-Encoding: chunked'))}5\r\nhello\r\n`),
    ends: TRUNCATED,
  },
  {
    name: 'chunk cut in the middle',
    answer: raw(`${head('200 OK', html('Transfer-Encoding: chunked'))}ff\r\nhello`),
    ends: TRUNCATED,
  },
  {
    name: 'chunk size that is no number',
    answer: raw(`${head('200 OK', html('Transfer-Encoding: chunked'))}xyz\r\nhello\r\n`),
    ends: MALFORMED,
  },
  {
    name: 'chunk size beyond 64 bits',
    answer: raw(`${head('200 OK', html('Transfer-Encoding: chunked'))}${'f'.repeat(20)}\r\nx`),
    ends: MALFORMED,
  },
  {
    name: 'gzip cut in the middle',
    answer: encoded('gzip', gzipSync('hello '.repeat(1000)).subarray(0, 30)),
    ends: TRUNCATED,
  },
  {
    name: 'gzip with a broken checksum',
    answer: (socket, request) => {
      const bytes = gzipSync('hello '.repeat(1000));
      bytes.writeUInt32LE(1, bytes.length - 8);
      encoded('gzip', bytes)(socket, request);
    },
    ends: CODING,
  },
  { name: 'gzip that is none', answer: encoded('gzip', Buffer.from(HTML)), ends: CODING },
  { name: 'brotli that is none', answer: encoded('br', Buffer.alloc(100, 0xff)), ends: CODING },
  { name: 'zstd that is none', answer: encoded('zstd', Buffer.from(HTML)), ends: CODING },
  { name: 'unknown content coding', answer: encoded('sdch', Buffer.from(HTML)), ends: CODING },
  { name: 'gzip without a byte', answer: encoded('gzip', Buffer.alloc(0)), ends: FETCHED },
  { name: 'coding that is none', answer: encoded('none', Buffer.from(HTML)), ends: FETCHED },
  { name: 'charset for a coding', answer: encoded('UTF-8', Buffer.from(HTML)), ends: FETCHED },
  {
    name: 'gzip twice, of which one is told',
    answer: encoded('gzip', gzipSync(gzipSync(HTML))),
    ends: NO_DOCUMENT,
  },
  {
    name: 'HTTP/1.0 to the end of the connection',
    answer: raw(`HTTP/1.0 200 OK\r\n${HTML_TYPE}\r\n\r\n${HTML}`),
    ends: FETCHED,
  },
  {
    name: 'empty names of codings',
    answer: encoded(' , identity,', Buffer.from(HTML)),
    ends: FETCHED,
  },
];

const MALFORMED_HEADERS: readonly HostileCase[] = [
  { name: 'HTTP/0.9', answer: raw(HTML), ends: MALFORMED },
  { name: 'not HTTP at all', answer: raw('SSH-2.0-OpenSSH_9.6\r\n'), ends: MALFORMED },
  { name: 'binary garbage', answer: raw('\0\u0001\u00ff\u00fe'.repeat(100)), ends: MALFORMED },
  { name: 'status that is no number', answer: raw('HTTP/1.1 abc OK\r\n\r\n'), ends: MALFORMED },
  { name: 'status of two digits', answer: raw('HTTP/1.1 20 OK\r\n\r\n'), ends: MALFORMED },
  { name: 'status 999', answer: respond('999 Denied', html(), HTML), ends: 'failed (http-5xx)' },
  {
    name: 'header field without a colon',
    answer: raw('HTTP/1.1 200 OK\r\nbad\r\n\r\n'),
    ends: MALFORMED,
  },
  {
    name: 'NUL in a header field',
    answer: raw('HTTP/1.1 200 OK\r\nX-A: a\0b\r\n\r\n'),
    ends: MALFORMED,
  },
  {
    name: 'negative Content-Length',
    answer: raw(head('200 OK', html('Content-Length: -5'))),
    ends: MALFORMED,
  },
  {
    name: 'two Content-Lengths',
    answer: raw(`${head('200 OK', html('Content-Length: 5', 'Content-Length: 6'))}hello!`),
    ends: MALFORMED,
  },
  {
    name: 'Content-Length and chunks',
    answer: raw(
      `${head('200 OK', html('Content-Length: 5', 'Transfer-Encoding: chunked'))}0\r\n\r\n`,
    ),
    ends: MALFORMED,
  },
  {
    name: 'an upgrade nobody asked for',
    answer: raw(head('101 Switching', ['Upgrade: x', 'Connection: upgrade'])),
    ends: 'failed (connection)',
  },
  { name: 'reset content', answer: respond('205 Reset Content', []), ends: MALFORMED },
  { name: 'accepted, not done', answer: respond('202 Accepted', html(), HTML), ends: MALFORMED },
  { name: 'no content', answer: raw(head('204 No Content', []), 'keep'), ends: MALFORMED },
  {
    name: 'a part nobody asked for',
    answer: respond('206 Partial', html('Content-Range: bytes 0-1/9'), 'ab'),
    ends: MALFORMED,
  },
  {
    name: 'not modified though nothing was known',
    answer: raw(head('304 Not Modified', []), 'keep'),
    ends: MALFORMED,
  },
  {
    name: 'ETag of 20 kB',
    answer: respond('200 OK', html(`ETag: "${'e'.repeat(20_000)}"`), HTML),
    ends: FETCHED,
  },
];

const REDIRECTS: readonly HostileCase[] = [
  {
    name: 'redirects to itself',
    answer: (s, r) => located(r.path)(s, r),
    ends: 'failed (redirect-loop)',
  },
  {
    name: 'redirects to itself with a new fragment',
    answer: (s, r) => located(`${r.path}#${r.count}`)(s, r),
    ends: 'failed (redirect-loop)',
  },
  {
    name: 'redirects to itself until a cookie is set',
    answer: (s, r) => respond('302 Found', ['Set-Cookie: seen=1', `Location: ${r.path}`])(s, r),
    ends: 'failed (redirect-loop)',
  },
  {
    name: 'redirects ever deeper',
    answer: (s, r) => located(`${r.path}/x`)(s, r),
    ends: 'redirected (redirect)',
  },
  {
    name: 'redirects for the sixth time',
    answer: located('/elsewhere'),
    ends: 'failed (redirect-depth)',
    item: { hop: 5 },
  },
  { name: 'redirect without a target', answer: respond('302 Found', []), ends: MALFORMED },
  { name: 'redirect to what is no URL', answer: located('http://[oops'), ends: MALFORMED },
  { name: 'redirect to 10 kB', answer: located(`/${'x'.repeat(10_000)}`), ends: MALFORMED },
  {
    name: 'redirect to a file',
    answer: located('file:///etc/passwd'),
    ends: 'blocked-address (scheme)',
  },
  {
    name: 'redirect to a script',
    answer: located('javascript:alert(1)'),
    ends: 'blocked-address (scheme)',
  },
  {
    name: 'redirect with credentials',
    answer: located('http://user:secret@a.example/'),
    ends: 'blocked-address (credentials)',
  },
  {
    name: 'redirect up the path',
    answer: located('../../up?a=b#c'),
    ends: 'redirected (redirect)',
  },
  {
    name: 'redirect without a scheme',
    answer: located('//a.example/x'),
    ends: 'redirected (redirect)',
  },
  {
    name: 'redirect that only adds a fragment',
    answer: located('#top'),
    ends: 'failed (redirect-loop)',
  },
  { name: 'redirect to nothing', answer: located(''), ends: MALFORMED },
  {
    name: 'redirect to an international name in bytes of UTF-8',
    answer: raw(
      head('302 Found', [
        `Location: http://${Buffer.from('例子.测试/路').toString('latin1')}`,
        'Content-Length: 0',
      ]),
      'keep',
    ),
    ends: 'redirected (redirect)',
  },
  {
    name: 'use a proxy',
    answer: located('http://proxy.example/', '305 Use Proxy'),
    ends: MALFORMED,
  },
  {
    name: 'redirect in bytes of GBK',
    answer: raw(head('302 Found', ['Location: /\u00d6\u00d0', 'Content-Length: 0']), 'keep'),
    ends: 'redirected (redirect)',
  },
  {
    name: 'multiple choices',
    answer: respond('300 Multiple Choices', html(), HTML),
    ends: MALFORMED,
  },
];

const CONTENT: readonly HostileCase[] = [
  {
    name: 'invalid UTF-8',
    answer: typed(
      'text/html',
      Buffer.concat([Buffer.from(HTML), Buffer.from([0xc3, 0x28, 0xff, 0xfe, 0xed, 0xa0, 0x80])]),
    ),
    ends: FETCHED,
  },
  {
    name: 'invalid charset name',
    answer: typed('text/html; charset=\u00ff\u00fe,,;=', HTML),
    ends: FETCHED,
  },
  {
    name: 'PDF called HTML',
    answer: typed('text/html', `%PDF-1.7\n${'x'.repeat(5000)}`),
    ends: NO_DOCUMENT,
  },
  {
    name: 'ZIP called text',
    answer: typed('text/plain', `PK\u0003\u0004${'\0'.repeat(5000)}`),
    ends: NO_DOCUMENT,
  },
  {
    name: 'image',
    answer: endless(head('200 OK', ['Content-Type: image/png']), 'x'.repeat(9999)),
    ends: NO_DOCUMENT,
  },
  {
    name: 'endless video',
    answer: endless(head('200 OK', ['Content-Type: video/mp4']), 'x'.repeat(9999)),
    ends: NO_DOCUMENT,
  },
  {
    name: 'endless binary without a type',
    answer: endless(head('200 OK', []), '\0\u0001\u0002\u0003'.repeat(999)),
    ends: NO_DOCUMENT,
  },
  { name: 'page without a type', answer: respond('200 OK', [], HTML), ends: FETCHED },
  { name: 'type that is no type', answer: typed('html', HTML), ends: FETCHED },
  {
    name: 'type without its semicolon',
    answer: typed('text/html charset=gbk', HTML),
    ends: FETCHED,
  },
  { name: 'any type at all', answer: typed('*/*', HTML), ends: FETCHED },
  {
    name: 'two types, of which one is none',
    answer: respond('200 OK', ['Content-Type: text/html', 'Content-Type: utf-8'], HTML),
    ends: FETCHED,
  },
  {
    name: 'two types in one',
    answer: typed('text/html, text/html; charset=gbk', HTML),
    ends: FETCHED,
  },
  {
    name: 'HTML called a stream of bytes',
    answer: typed('application/octet-stream', HTML),
    ends: NO_DOCUMENT,
  },
  { name: 'empty page', answer: typed('text/html', ''), ends: FETCHED },
  {
    name: 'sitemap called an image',
    answer: typed('image/png', '<urlset/>'),
    ends: NO_DOCUMENT,
    item: { kind: 'sitemap' },
  },
];

const RETRY_LATER: readonly HostileCase[] = [
  { name: 'forbidden', answer: respond('403 Forbidden', html(), HTML), ends: 'failed (http-4xx)' },
  {
    name: 'unavailable for legal reasons',
    answer: respond('451 No', []),
    ends: 'failed (http-4xx)',
  },
  { name: 'withdrawn', answer: respond('410 Gone', []), ends: 'gone (http-410)' },
  {
    name: 'Retry-After that is long past',
    answer: respond('503 Busy', ['Retry-After: Sun Nov  6 08:49:37 1994']),
    ends: 'failed (http-5xx)',
  },
  { name: 'request timeout', answer: respond('408 Timeout', []), ends: 'failed (http-4xx)' },
  {
    name: 'Retry-After that is no time',
    answer: respond('503 Busy', ['Retry-After: soon']),
    ends: 'failed (http-5xx)',
  },
];

export const HOSTILE_CASES: readonly HostileCase[] = [
  ...BOMBS,
  ...ENDLESS,
  ...SLOW,
  ...BROKEN,
  ...MALFORMED_HEADERS,
  ...REDIRECTS,
  ...CONTENT,
  ...RETRY_LATER,
];
