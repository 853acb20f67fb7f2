import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ran, winnow } from '../support/winnow.ts';

const TEXT =
  '今天下午全班同学到河边植树。老师先讲了怎样挖坑、怎样扶正树苗、怎样培土浇水。\n'.repeat(6);

let folder: string;
let out: string;
let ran: Ran;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'winnow-store-'));
  out = join(folder, 'store');
  const page = join(folder, 'page.txt');
  await writeFile(page, `植树记\n${TEXT}`);
  ran = await winnow(['run', page, '--out', out]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a store of one document', () => {
  it('is made from a file without asking for a contact', () => {
    expect(ran.code).toBe(0);
    expect(ran.stdout).toMatch(/published\s+1\s+new/);
    expect(ran.stdout).toContain('every one of 1 URLs ended in exactly one state');
  });

  it('is listed, and its document printed by the beginning of its id', async () => {
    const listed = await winnow(['ls', '--out', out]);
    const id = listed.stdout.slice(0, 8);
    const text = await winnow(['cat', id, '--out', out]);
    const raw = await winnow(['cat', id, '--format', 'raw', '--out', out]);

    expect(listed.stdout).toContain('植树记');
    expect(text.stdout).toContain('扶正树苗');
    expect(raw.stdout).toBe(`植树记\n${TEXT}`);
  });

  it('tells its runs, the history of a document and what was committed', async () => {
    const { stdout } = await winnow(['ls', '--json', '--out', out]);
    const { id } = JSON.parse(stdout) as { id: string };

    const status = await winnow(['status', '--out', out]);
    const history = await winnow(['history', id, '--out', out]);
    const feed = await winnow(['feed', '--out', out]);
    const { cursor } = JSON.parse(feed.stdout.trim().split('\n').at(-1) ?? '');
    const none = await winnow(['feed', String(cursor), '--out', out]);

    expect(status.stdout).toContain('complete');
    expect(history.stdout.match(/discovered|fetched|published/g)).toEqual([
      'discovered',
      'fetched',
      'published',
    ]);
    expect(feed.stdout.trim().split('\n').at(-1)).toMatch(/^\{"kind":"cursor"/);
    expect(none).toMatchObject({
      code: 0,
      stdout: '',
      stderr: `nothing new since commit ${cursor}\n`,
    });
  });

  it('says why a URL has no document', async () => {
    const url = 'http://site.example/a';
    const other = join(folder, 'other');
    await winnow(['run', join(folder, 'page.txt'), '--out', other]);
    const down = await winnow(['takedown', url, '--out', other]);
    const { stdout } = await winnow(['ls', '--state', 'taken-down', '--out', other]);

    expect(down.code).toBe(0);
    expect(stdout).toMatch(/^[0-9a-f]{24} {2}taken-down \(takedown\) +http:\/\/site.example\/a\n$/);
  });

  it('holds every invariant', async () => {
    const { code, stdout } = await winnow(['verify', '--out', out]);

    expect({ code, stdout }).toEqual({ code: 0, stdout: 'every invariant holds\n' });
  });

  it('has nothing new when the same file comes again', async () => {
    const again = await winnow(['run', join(folder, 'page.txt'), '--out', out]);
    const verified = await winnow(['verify', '--out', out]);

    expect(again.code).toBe(0);
    expect(again.stdout).toMatch(/unchanged\s+1/);
    expect(verified.stdout).toBe('every invariant holds\n');
  });

  it.each([
    ['an unknown document', ['cat', 'ffffffff'], 'no such document: ffffffff'],
    ['an unknown state', ['ls', '--state', 'lost'], 'no such state: lost'],
    ['an unknown run', ['status', 'NORUN'], 'no such run: NORUN'],
    ['a wrong cursor', ['feed', 'x'], 'not a cursor: x'],
  ])('answers %s with one line', async (_, args, line) => {
    const { code, stderr } = await winnow([...args, '--out', out]);

    expect(code).toBe(2);
    expect(stderr.trim()).toBe(`winnow: ${line}${stderr.trim().slice(8 + line.length)}`);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('winnow run', () => {
  it.each([
    ['an unknown source', ['run', 'nothing'], 'no such source: nothing'],
    ['a URL without a contact', ['run', 'https://example.org/'], '--contact'],
    [
      'another scheme',
      ['run', 'ftp://example.org/', '--contact', 'a@example.org'],
      'not a URL that can be fetched',
    ],
    ['a budget that is none', ['run', 'adhoc', '--max-pages', '0'], '--max-pages must be'],
    [
      'a place that cannot be written',
      ['run', 'adhoc', '--contact', 'a@example.org', '--out', '/proc/x'],
      '/proc/x',
    ],
  ])('answers %s with one line and exit code 2', async (_, args, line) => {
    const { code, stderr } = await winnow(args, { env: { WINNOW_CONTACT: '' } });

    expect(code).toBe(2);
    expect(stderr).toContain(line);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('names the field of a source definition that is wrong', async () => {
    const file = join(folder, 'wrong.json');
    await writeFile(file, JSON.stringify({ name: 'wrong', politeness: { intervalMs: -1 } }));

    const { code, stderr } = await winnow(['run', file]);

    expect(code).toBe(2);
    expect(stderr).toContain('politeness.intervalMs');
  });

  it('ends a URL of a host that does not exist as failed, listed, with exit code 1', async () => {
    const { code, stdout, stderr } = await winnow([
      'run',
      'http://nowhere.invalid/a.html',
      '--contact',
      'a@example.org',
      '--out',
      join(folder, 'nowhere'),
    ]);

    expect(code).toBe(1);
    expect(stdout).toMatch(/failed\s+1\s+dns/);
    expect(stderr).toContain('failed (dns) http://nowhere.invalid/a.html');
  });
});
