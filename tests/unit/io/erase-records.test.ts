import { randomBytes } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { eraseRecords } from '#lib/io/erase-records.ts';
import { gzipMembers } from '#lib/io/gzip-members.ts';
import { memoryObjectStore } from '#lib/io/memory-object-store.ts';
import type { Exchange } from '#lib/io/warc.ts';
import { warcEraser } from '#lib/io/warc-eraser.ts';
import { readWarcFile } from '#lib/io/warc-file.ts';
import { warcReader } from '#lib/io/warc-reader.ts';
import { warcWriter } from '#lib/io/warc-writer.ts';
import { PermanentError } from '#lib/model/errors.ts';
import { collect } from '../../support/collect.ts';

const at = '2026-01-02T03:04:05.678Z';
const clock = { now: () => Date.parse(at), sleep: async () => {} };
const ulid = () => '01JGJ3V7XX0000000000000000';
const secret = 'https://a.example/secret?name=x';

function exchange(url: string, payload: Uint8Array): Exchange {
  return {
    url,
    fetchedAt: at,
    requestHeaders: [],
    status: 200,
    statusText: 'OK',
    responseHeaders: [['Content-Type', 'text/html']],
    payload,
    truncated: null,
  };
}

async function fileOf(exchanges: readonly Exchange[]) {
  const store = memoryObjectStore();
  const references = await warcWriter(store, clock, ulid).write(exchanges);
  const key = references[0]?.key ?? '';
  return { store, references, key };
}

describe('a WARC file from which records are erased', () => {
  it('keeps its length and every other record at its place', async () => {
    const page = Buffer.from('<p>正文</p>');
    const { store, references, key } = await fileOf([
      exchange('https://a.example/1', page),
      exchange(secret, Buffer.from('<p>要删的正文</p>')),
      exchange('https://a.example/2', page),
      exchange(secret, Buffer.alloc(0)),
    ]);
    const before = (await store.get(key))?.body.byteLength;
    const eraser = warcEraser(store, clock);

    const records = await eraser.erase(key, (url) => url === secret);

    const after = await store.get(key);
    const reader = warcReader(store);
    const read = await Promise.all(references.map((reference) => reader.read(reference)));
    expect(records).toBe(4);
    expect(after?.body.byteLength).toBe(before);
    expect(read.map((one) => one?.url ?? null)).toEqual([
      'https://a.example/1',
      null,
      'https://a.example/2',
      null,
    ]);
    const text = gunzipSync(after?.body ?? '').toString();
    expect(text).not.toContain('secret');
    expect(text).not.toContain('要删的正文');
    async function* whole() {
      yield after?.body ?? new Uint8Array();
    }
    expect((await collect(readWarcFile(whole()))).map(({ url }) => url)).toEqual([
      'https://a.example/1',
      'https://a.example/2',
    ]);
    expect(await eraser.erase(key, (url) => url === secret)).toBe(0);
  });

  it.each([0, 1, 65_000, 65_300, 131_000, 200_000])(
    'is of the same length with a payload of %d bytes that do not compress',
    async (size) => {
      for (let more = 0; more < 12; more++) {
        const { store, key } = await fileOf([exchange(secret, randomBytes(size + more))]);
        const body = (await store.get(key))?.body ?? new Uint8Array();

        const { file, records } = eraseRecords(body, (url) => url === secret, new Date(at));

        expect({ records, length: file.byteLength }).toEqual({ records: 2, length: body.length });
        expect([...gzipMembers(file)].map(({ offset, length }) => [offset, length])).toEqual(
          [...gzipMembers(body)].map(({ offset, length }) => [offset, length]),
        );
      }
    },
  );

  it('fills every length exactly, also where one more stored block begins', () => {
    const record = (bytes: number): Buffer => {
      const head = `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: ${secret}\r\n\r\n`;
      return gzipSync(Buffer.concat([Buffer.from(head), Buffer.alloc(bytes)]), { level: 0 });
    };
    for (const base of [200, 65_430, 130_960])
      for (let more = 0; more < 60; more++) {
        const file = record(base + more);
        const erased = eraseRecords(file, () => true, new Date(at));

        expect(erased.file.byteLength).toBe(file.byteLength);
        expect(gunzipSync(erased.file).toString()).toMatch(/^WARC\/1\.1\r\nWARC-Type: metadata/);
      }
  });

  it('is refused if it is damaged, and left as it is', async () => {
    const { store, key } = await fileOf([exchange(secret, Buffer.from('x'))]);
    const body = Buffer.from((await store.get(key))?.body ?? '');
    body.fill(0, 300, 320);
    await store.put(key, body);

    await expect(warcEraser(store, clock).erase(key, () => true)).rejects.toThrow(PermanentError);
    expect(Buffer.from((await store.get(key))?.body ?? '').equals(body)).toBe(true);
  });
});
