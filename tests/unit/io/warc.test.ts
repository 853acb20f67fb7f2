import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryObjectStore } from '#lib/io/memory-object-store.ts';
import type { Exchange } from '#lib/io/warc.ts';
import { readWarcFile } from '#lib/io/warc-file.ts';
import { warcReader } from '#lib/io/warc-reader.ts';
import { warcWriter } from '#lib/io/warc-writer.ts';
import { PermanentError } from '#lib/model/errors.ts';
import { collect } from '../../support/collect.ts';

const at = '2026-01-02T03:04:05.678Z';
const clock = { now: () => Date.parse(at), sleep: async () => {} };
const ulid = () => '01JGJ3V7XX0000000000000000';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const exchange = (overrides: Partial<Exchange> = {}): Exchange => ({
  url: 'https://a.example/page?x=1',
  fetchedAt: at,
  requestHeaders: [['User-Agent', 'winnow']],
  status: 200,
  statusText: 'OK',
  responseHeaders: [['Content-Type', 'text/html']],
  payload: bytes('<p>正文</p>'),
  truncated: null,
  ...overrides,
});

async function* stream(...chunks: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

describe('WARC writer and reader', () => {
  it('give back what was written, by one range request each', async () => {
    const store = memoryObjectStore();
    const exchanges = [
      exchange(),
      exchange({ url: 'http://a.example/2', truncated: 'disconnect', payload: new Uint8Array() }),
      exchange({ status: 404, statusText: 'Not Found' }),
    ];

    const references = await warcWriter(store, clock, ulid).write(exchanges);

    const reader = warcReader(store);
    const read = await Promise.all(references.map((reference) => reader.read(reference)));
    expect(read.map((one) => one && { ...one, payload: [...one.payload] })).toEqual(
      exchanges.map((one) => ({
        ...one,
        requestHeaders: [],
        responseHeaders: [
          ['Content-Type', 'text/html'],
          ['Content-Length', String(one.payload.byteLength)],
        ],
        payload: [...one.payload],
      })),
    );
    expect(references[0]?.key).toBe('raw/2026/01/02/01JGJ3V7XX0000000000000000.warc.gz');
  });

  it('write nothing for no exchanges', async () => {
    const store = memoryObjectStore();

    expect(await warcWriter(store, clock, ulid).write([])).toEqual([]);
    expect(await collect(store.list(''))).toEqual([]);
  });

  it('answer null if the file was deleted', async () => {
    const store = memoryObjectStore();
    const [reference] = await warcWriter(store, clock, ulid).write([exchange()]);
    if (!reference) throw new Error('no reference');
    await store.delete(reference.key);

    expect(await warcReader(store).read(reference)).toBeNull();
  });

  it('keep the codings of the answer under other names, as the payload is stored decoded', async () => {
    const store = memoryObjectStore();
    const [reference] = await warcWriter(store, clock, ulid).write([
      exchange({
        payload: bytes('text'),
        responseHeaders: [
          ['content-encoding', 'br'],
          ['Transfer-Encoding', 'chunked'],
          ['Content-Length', '999'],
        ],
      }),
    ]);
    const read = reference && (await warcReader(store).read(reference));

    expect(read?.responseHeaders).toEqual([
      ['X-Orig-content-encoding', 'br'],
      ['X-Orig-Transfer-Encoding', 'chunked'],
      ['X-Orig-Content-Length', '999'],
      ['Content-Length', '4'],
    ]);
  });

  it('never let a header or a status text break the record, and keep Latin-1 bytes', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.string(), fc.string({ unit: 'binary' }))),
        fc.string({ unit: 'binary' }),
        fc.uint8Array({ maxLength: 300 }),
        async (responseHeaders, statusText, payload) => {
          const store = memoryObjectStore();
          const [reference] = await warcWriter(store, clock, ulid).write([
            exchange({ responseHeaders, statusText, payload }),
          ]);
          const read = reference && (await warcReader(store).read(reference));

          expect(read && [...read.payload]).toEqual([...payload]);
          expect(read?.status).toBe(200);
        },
      ),
      { numRuns: 100 },
    ));

  it('keep the bytes of a header value', async () => {
    const store = memoryObjectStore();
    const value = Buffer.from('附件.doc').toString('latin1');
    const [reference] = await warcWriter(store, clock, ulid).write([
      exchange({ responseHeaders: [['Content-Disposition', value]] }),
    ]);
    const read = reference && (await warcReader(store).read(reference));

    expect(read?.responseHeaders[0]).toEqual(['Content-Disposition', value]);
  });

  it('write one gzip member a record: the reference alone is a gzip file', async () => {
    const store = memoryObjectStore();
    const [reference] = await warcWriter(store, clock, ulid).write([exchange()]);
    if (!reference) throw new Error('no reference');
    const member = await store.get(reference.key, reference);

    const text = gunzipSync(member?.body ?? '').toString();
    expect(text.startsWith('WARC/1.1\r\nWARC-Type: response\r\n')).toBe(true);
    expect(text.endsWith('<p>正文</p>\r\n\r\n')).toBe(true);
  });
});

describe('readWarcFile', () => {
  it.each([
    ['text', bytes('this is no WARC file\r\n\r\n')],
    ['a web page', bytes('<!DOCTYPE html>\n<html></html>\n')],
    ['gzipped text', gzipSync('hello hello hello')],
  ])('refuses %s', async (_, body) => {
    await expect(collect(readWarcFile(stream(body)))).rejects.toThrow(PermanentError);
  });

  it('finds nothing in an empty file', async () => {
    expect(await collect(readWarcFile(stream()))).toEqual([]);
  });

  it('reads a response whose lines end in line feeds alone', async () => {
    const block = 'HTTP/1.0 200\nContent-Type: text/html\n\nbody';
    const record = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: <http://a.example/>\r\nContent-Length: ${block.length}\r\n\r\n${block}\r\n\r\n`;

    const [read] = await collect(readWarcFile(stream(bytes(record))));

    expect(read && { ...read, payload: new TextDecoder().decode(read.payload) }).toEqual({
      url: 'http://a.example/',
      fetchedAt: '1970-01-01T00:00:00.000Z',
      requestHeaders: [],
      status: 200,
      statusText: '',
      responseHeaders: [['Content-Type', 'text/html']],
      payload: 'body',
      truncated: null,
      payloadDigest: null,
      revisit: null,
      isConverted: false,
    });
  });

  it('reads a file of many records in time that grows with its length', async () => {
    const store = memoryObjectStore();
    const many = Array.from({ length: 1500 }, () => exchange());
    const [reference] = await warcWriter(store, clock, ulid).write(many);
    const file = await store.get(reference?.key ?? '');
    const started = performance.now();

    expect(await collect(readWarcFile(stream(file?.body ?? new Uint8Array())))).toHaveLength(1500);
    expect(performance.now() - started).toBeLessThan(8000);
  }, 30_000);

  it('puts chunks together and gives what there is of a cut body', async () => {
    const read = async (body: string): Promise<string> => {
      const block = `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${body}`;
      const record = `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Length: ${block.length}\r\n\r\n${block}\r\n\r\n`;
      const [one] = await collect(readWarcFile(stream(bytes(record))));
      return new TextDecoder().decode(one?.payload);
    };

    expect(await read('3\r\nabc\r\n2;ext=1\r\nde\r\n0\r\n\r\n')).toBe('abcde');
    expect(await read('3\r\nabc\r\nff\r\nde')).toBe('abcde');
    expect(await read('plain text')).toBe('plain text');
    expect(await read('')).toBe('');
  });
});
