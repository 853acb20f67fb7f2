import { execFileSync, spawnSync } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryObjectStore } from '#lib/io/memory-object-store.ts';
import type { Exchange } from '#lib/io/warc.ts';
import { warcEraser } from '#lib/io/warc-eraser.ts';
import { readWarcFile } from '#lib/io/warc-file.ts';
import { warcWriter } from '#lib/io/warc-writer.ts';
import { sha256 } from '#lib/model/digest.ts';
import { collect } from '../support/collect.ts';

const hasReader = spawnSync('python3', ['-c', 'import warcio']).status === 0;
const why = hasReader ? '' : ' (skipped: pip install warcio)';

const at = '2026-01-02T03:04:05.678Z';
const clock = { now: () => Date.parse(at), sleep: async () => {} };
const ulid = () => '01JGJ3V7XX0000000000000000';
const script = (name: string): string => join(import.meta.dirname, name);

const exchange = (overrides: Partial<Exchange>): Exchange => ({
  url: 'https://a.example/page?x=1',
  fetchedAt: at,
  requestHeaders: [['User-Agent', 'winnow']],
  status: 200,
  statusText: 'OK',
  responseHeaders: [['Content-Type', 'text/html']],
  payload: new TextEncoder().encode('<p>正文</p>'),
  truncated: null,
  ...overrides,
});

describe.skipIf(!hasReader)(`WARC files and another reader${why}`, () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'winnow-warc-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('are read by it, digests checked, at the offsets of the references', async () => {
    const store = memoryObjectStore();
    const payload = crypto.getRandomValues(new Uint8Array(20_000));
    const exchanges = [
      exchange({}),
      exchange({
        url: 'https://a.example/binary',
        payload,
        truncated: 'length',
        responseHeaders: [
          ['Content-Encoding', 'br'],
          ['Transfer-Encoding', 'chunked'],
          ['X-Tricky', 'a,,,b\r\nWARC-Type: response'],
          ['WARC-Date', 'x'],
          ['WARC-Date', 'y'],
        ],
      }),
      exchange({
        url: 'https://a.example/empty',
        status: 404,
        statusText: '',
        payload: new Uint8Array(),
      }),
    ];
    const references = await warcWriter(store, clock, ulid).write(exchanges);
    const path = join(folder, 'own.warc.gz');
    await writeFile(path, (await store.get(references[0]?.key ?? ''))?.body ?? '');

    const lines = execFileSync('python3', [script('read-warc.py'), path], { encoding: 'utf8' });

    const records = lines
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(records.map(({ type }) => type)).toEqual([
      'warcinfo',
      ...exchanges.flatMap(() => ['request', 'response']),
    ]);
    expect(records.filter(({ type }) => type === 'response')).toEqual(
      exchanges.map(({ url, status, payload: body, truncated }, index) => ({
        type: 'response',
        version: 'WARC/1.1',
        url,
        date: at,
        truncated,
        status: String(status),
        sha256: sha256(body),
        offset: references[index]?.offset,
        length: references[index]?.length,
      })),
    );
    execFileSync('python3', ['-m', 'warcio.cli', 'check', path]);

    const [, erased] = references;
    await warcEraser(store, clock).erase(erased?.key ?? '', (url) => url === exchanges[1]?.url);
    await writeFile(path, (await store.get(erased?.key ?? ''))?.body ?? '');
    const left = execFileSync('python3', [script('read-warc.py'), path], { encoding: 'utf8' });
    const kept = left
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(kept.map(({ offset, length }) => [offset, length])).toEqual(
      records.map(({ offset, length }) => [offset, length]),
    );
    expect(kept.slice(3, 5)).toMatchObject([
      { type: 'metadata', url: null },
      { type: 'metadata', url: null },
    ]);
    execFileSync('python3', ['-m', 'warcio.cli', 'check', path]);
  });

  it.each(['records.warc.gz', 'plain.warc', 'whole.warc.gz'])(
    'that it writes are read: %s',
    async (name) => {
      execFileSync('python3', [script('make-foreign-warc.py'), folder]);

      const exchanges = await collect(
        readWarcFile(createReadStream(join(folder, name)), { maxBytes: 100_000 }),
      );

      const page = '<p>正文 page</p>';
      expect(
        exchanges.map(({ url, payload, truncated, status }) => [
          new URL(url).pathname,
          status,
          truncated ?? new TextDecoder().decode(payload),
        ]),
      ).toEqual([
        ['/plain', 200, page],
        ['/gzip', 200, page],
        ['/chunked', 200, page],
        ['/undone', 200, page],
        ['/big', 200, 'length'],
        ['/last', 200, page],
      ]);
      expect(exchanges[0]?.fetchedAt).toBe('2024-05-06T07:08:09.000Z');
      expect(exchanges[5]?.responseHeaders).toEqual([
        ['Set-Cookie', 'a=1'],
        ['Set-Cookie', 'b=2'],
      ]);
    },
  );
});
