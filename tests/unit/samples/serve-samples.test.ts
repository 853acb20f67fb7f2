import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SampleServer, serveSamples } from '#samples/serve-samples.ts';

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Buffer;
}

/** One exchange without the conveniences of fetch: no decoding, no redirects, no default headers. */
function ask(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { headers, method }, (incoming) => {
      const pieces: Buffer[] = [];
      incoming.on('data', (piece: Buffer) => pieces.push(piece));
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          body: Buffer.concat(pieces),
        }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}

describe('serveSamples', () => {
  let server: SampleServer;

  beforeEach(async () => {
    server = await serveSamples();
  });

  afterEach(() => server.close());

  it('sends a page in the charset of the manifest with the charset its header claims', async () => {
    const { status, headers, body } = await ask(`${server.url}/fwxs/html/8841_2.html`);

    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=gb2312');
    expect(headers['content-length']).toBe(String(body.length));
    expect(new TextDecoder('gbk', { fatal: true }).decode(body)).toContain('范文先生网');
  });

  it('sends the wrong charset where real servers do', async () => {
    const { headers, body } = await ask(`${server.url}/fanwen/xinde/3307.html`);

    expect(headers['content-type']).toBe('text/html; charset=gb2312');
    expect(new TextDecoder('utf-8', { fatal: true }).decode(body)).toContain('跟岗学习');
  });

  it('puts its own address where files must name absolute ones', async () => {
    const { body } = await ask(`${server.url}/robots.txt`);

    expect(body.toString()).toContain(`Sitemap: ${server.url}/sitemap.xml`);
    expect(body.toString()).not.toContain('sample.invalid');
  });

  it('answers 404 with a page for an address it does not have', async () => {
    const { status, headers, body } = await ask(`${server.url}/nowhere`);

    expect(status).toBe(404);
    expect(headers['content-type']).toBe('text/html');
    expect(new TextDecoder('gbk').decode(body)).toContain('无法找到该页');
  });

  it('encodes the transfer with gzip only if the client accepts it', async () => {
    const url = `${server.url}/fanwen/jiaoliu/90125.html`;

    const plain = await ask(url);
    const encoded = await ask(url, { 'accept-encoding': 'gzip, br' });

    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(encoded.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(encoded.body)).toEqual(plain.body);
  });

  it('sends some pages in chunks without a length', async () => {
    const { headers, body } = await ask(`${server.url}/rulai/263313.html`);

    expect(headers['transfer-encoding']).toBe('chunked');
    expect(headers['content-length']).toBeUndefined();
    expect(body.toString()).toContain('试读结束');
  });

  it('answers 304 to If-Modified-Since of the date it gave', async () => {
    const url = `${server.url}/fanwen/xinde/3307.html`;
    const first = await ask(url);
    const modified = String(first.headers['last-modified']);

    const again = await ask(url, { 'if-modified-since': modified });
    const older = await ask(url, { 'if-modified-since': 'Mon, 01 Jan 2018 00:00:00 GMT' });

    expect(again.status).toBe(304);
    expect(again.body.length).toBe(0);
    expect(older.status).toBe(200);
  });

  it('answers HEAD with the headers of GET and no body', async () => {
    const url = `${server.url}/texts/`;
    const get = await ask(url);

    const head = await ask(url, {}, 'HEAD');

    expect(head.status).toBe(200);
    expect(head.headers['content-length']).toBe(String(get.body.length));
    expect(head.body.length).toBe(0);
  });

  it('refuses what is neither GET nor HEAD', async () => {
    const { status, headers } = await ask(server.url, {}, 'POST');

    expect(status).toBe(405);
    expect(headers['allow']).toBe('GET, HEAD');
  });

  it('records every request with its headers and the status it got', async () => {
    await ask(`${server.url}/nowhere?x=1`, { 'user-agent': 'test' });

    expect(server.requests).toEqual([
      {
        path: '/nowhere?x=1',
        method: 'GET',
        time: expect.any(Number),
        headers: expect.objectContaining({ 'user-agent': 'test' }),
        status: 404,
      },
    ]);
  });
});
