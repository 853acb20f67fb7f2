import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryObjectStore } from '#lib/io/memory-object-store.ts';
import type { Exchange } from '#lib/io/warc.ts';
import { warcWriter } from '#lib/io/warc-writer.ts';
import { collect } from '../support/collect.ts';
import { winnow } from '../support/winnow.ts';

const SENTENCE = '今天下午全班同学到河边植树。老师先讲了怎样挖坑、怎样扶正树苗、怎样培土浇水。';
const pageOf = (title: string): string =>
  `<html><head><title>${title}</title></head><body><h1>${title}</h1><p>${SENTENCE.repeat(3)}</p><p>${SENTENCE.repeat(4)}</p></body></html>`;

const exchange = (url: string, overrides: Partial<Exchange> = {}): Exchange => ({
  url,
  fetchedAt: '2026-01-02T03:04:05.000Z',
  requestHeaders: [],
  status: 200,
  statusText: 'OK',
  responseHeaders: [['Content-Type', 'text/html; charset=utf-8']],
  payload: new TextEncoder().encode(pageOf('植树记')),
  truncated: null,
  ...overrides,
});
const later = (day: number): string => `2026-02-0${day}T00:00:00.000Z`;

const EXCHANGES = [
  exchange('https://a.example/twice.html'),
  exchange('https://a.example/photo.png', { responseHeaders: [['Content-Type', 'image/png']] }),
  exchange('https://a.example/moved.html', {
    status: 301,
    responseHeaders: [['Location', '/twice.html']],
  }),
  exchange('https://a.example/missing.html', { status: 410 }),
  exchange('https://a.example/cut.html', { truncated: 'disconnect' }),
  exchange('https://a.example/private.html', {
    responseHeaders: [
      ['Content-Type', 'text/html'],
      ['X-Robots-Tag', 'noindex'],
    ],
  }),
  exchange('https://a.example/twice.html?utm_source=x', {
    fetchedAt: later(1),
    payload: new TextEncoder().encode(pageOf('植树又记')),
  }),
  exchange('https://a.example/twice.html', { fetchedAt: later(2), status: 503 }),
];

async function warcOf(exchanges: readonly Exchange[]): Promise<Uint8Array> {
  const store = memoryObjectStore();
  const clock = { now: () => Date.parse(later(3)), sleep: async () => {} };
  await warcWriter(store, clock, () => '01JGJ3V7XX0000000000000000').write(exchanges);
  const [file] = await collect(store.list('raw/'));
  return (await store.get(file?.key ?? ''))?.body ?? new Uint8Array();
}

let folder: string;
let out: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'winnow-export-'));
  out = join(folder, 'store');
  await writeFile(join(folder, 'own.warc.gz'), await warcOf(EXCHANGES));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Listed {
  readonly canonicalUrl: string;
  readonly last: { readonly state: string; readonly reason: string };
  readonly content: { readonly title: string; readonly fetchedAt: string } | null;
}

async function listed(store: string): Promise<Listed[]> {
  const { stdout } = await winnow(['ls', '--all', '--json', '--out', store]);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Listed);
}

describe('winnow replay', () => {
  it('takes a WARC file into a store: one state a URL, the last answer of a URL wins', async () => {
    const ran = await winnow(['replay', join(folder, 'own.warc.gz'), '--out', out]);

    const states = Object.fromEntries(
      (await listed(out)).map(({ canonicalUrl, last, content }) => [
        canonicalUrl.slice('https://a.example/'.length),
        [last.state, last.reason, content?.title ?? null],
      ]),
    );
    expect(ran).toMatchObject({
      code: 1,
      stderr: 'failed (truncated) https://a.example/cut.html: cut in the archive: disconnect\n',
    });
    expect(states).toEqual({
      'twice.html': ['published', 'new', '植树又记'],
      'photo.png': ['not-a-document', 'content-type', null],
      'moved.html': ['redirected', 'redirect', null],
      'missing.html': ['gone', 'http-410', null],
      'cut.html': ['failed', 'truncated', null],
      'private.html': ['noindex', 'x-robots-tag', '植树记'],
    });
  });

  it('keeps the time of the record, and every invariant of the store', async () => {
    const urls = await listed(out);
    const { stdout } = await winnow(['verify', '--out', out]);

    const twice = urls.find(({ canonicalUrl }) => canonicalUrl.endsWith('/twice.html'));
    expect(twice?.content?.fetchedAt).toBe(later(1));
    expect(stdout).toBe('every invariant holds\n');
  });

  it('changes nothing when the same file comes again', async () => {
    const again = await winnow(['replay', join(folder, 'own.warc.gz'), '--out', out]);

    expect(again.stdout).toMatch(/unchanged\s+2\s+same-payload/);
    expect(again.stdout).not.toContain('published');
  });

  it('brings back nothing that was taken down', async () => {
    const store = join(folder, 'down');
    const file = join(folder, 'own.warc.gz');
    await winnow(['replay', file, '--out', store]);
    await winnow(['takedown', 'https://a.example/twice.html', '--out', store]);

    const again = await winnow(['replay', file, '--out', store]);

    expect(again.stdout).toMatch(/taken-down\s+1/);
    expect((await winnow(['ls', '--out', store])).stdout).toBe('');
    expect((await winnow(['verify', '--out', store])).stdout).toBe('every invariant holds\n');
  });

  const hasWriter = spawnSync('python3', ['-c', 'import warcio']).status === 0;
  it.skipIf(!hasWriter)('reads what another maker wrote (needs pip install warcio)', async () => {
    const file = join(folder, 'other.warc.gz');
    const html = join(folder, 'page.html');
    await writeFile(html, pageOf('别家的存档'));
    const script = [
      'import sys',
      'from warcio.warcwriter import WARCWriter',
      'from warcio.statusandheaders import StatusAndHeaders',
      'with open(sys.argv[1], "wb") as out:',
      '  w = WARCWriter(out, gzip=True)',
      '  for name in ("a", "b"):',
      '    h = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")',
      '    w.write_record(w.create_warc_record("http://other.example/" + name, "response",',
      '      payload=open(sys.argv[2], "rb"), http_headers=h))',
    ];
    const made = spawnSync('python3', ['-c', script.join('\n'), file, html]);
    const store = join(folder, 'other');

    const ran = await winnow(['replay', file, '--out', store]);

    expect(made.stderr.toString()).toBe('');
    expect(ran.stdout).toMatch(/published\s+2/);
    expect((await listed(store)).map(({ content }) => content?.title)).toEqual([
      '别家的存档',
      '别家的存档',
    ]);
  });

  it.each([
    ['a file that is not there', 'none.warc.gz', 2, 'no such file: '],
    ['a file that is no WARC', 'not.warc', 1, 'not a WARC file'],
  ])('answers %s with one line', async (_, name, code, line) => {
    await writeFile(join(folder, 'not.warc'), 'nothing of the kind\r\n\r\n');

    const ran = await winnow(['replay', join(folder, name), '--out', join(folder, 'none')]);

    expect(ran.stderr).toContain(line);
    expect(ran.stderr.trim().split('\n')).toHaveLength(1);
    expect(ran.code).toBe(code);
  });
});

describe('winnow export', () => {
  it('writes Parquet that one line of DuckDB reads', async () => {
    const ran = await winnow(['export', '--out', out]);

    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await connection.run(
      `SET VARIABLE files = (SELECT ['${out}/' || file.key FOR file IN formats.parquet.files] FROM '${out}/exports/current.json')`,
    );
    const read = await connection.runAndReadAll(
      `SELECT title, host, chars > 100 AS long FROM read_parquet(getvariable('files'))`,
    );
    expect(ran.stdout).toContain('1 document as of commit');
    expect(read.getRowObjectsJS()).toEqual([{ title: '植树又记', host: 'a.example', long: true }]);
    connection.closeSync();
    instance.closeSync();
  });

  it('writes JSON Lines to another place', async () => {
    const to = join(folder, 'elsewhere');

    const ran = await winnow(['export', '--format', 'jsonl', '--out', out, '--to', to]);

    const files = await readdir(join(to, 'exports/jsonl'), { recursive: true });
    const file = files.find((name) => name.endsWith('.jsonl.gz')) ?? '';
    const lines = gunzipSync(await readFile(join(to, 'exports/jsonl', file))).toString();
    expect(ran.code).toBe(0);
    expect(JSON.parse(lines)).toMatchObject({ title: '植树又记', rawKey: expect.any(String) });
  });

  it.each([
    ['an unknown format', ['--format', 'csv'], 'unknown format csv'],
    ['a number that is none', ['--min-chars', 'many'], '--min-chars must be'],
    ['a time that is none', ['--since', 'yesterday'], '--since is not a day'],
    ['a store that is not there', ['--out', '/nowhere'], 'there is no directory /nowhere'],
  ])('answers %s with one line and exit code 2', async (_, args, line) => {
    const { code, stderr } = await winnow(['export', '--out', out, ...args]);

    expect(code).toBe(2);
    expect(stderr).toContain(line);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
