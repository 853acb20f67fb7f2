import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveSamples } from '#samples/serve-samples.ts';
import { type Ran, winnow } from '../support/winnow.ts';

const PAGE = `<html><head><title>植树记 - 好文站</title></head><body><div class="nav"><a href="/">首页</a> <a href="/zw/">作文</a></div>
<h1>植树记</h1><div class="content"><p>今天下午全班同学到河边植树。老师先讲了怎样挖坑、怎样扶正树苗、怎样培土浇水，然后分成六个小组动手。</p>
<p>我们小组有五个人，小明力气大，负责挖坑；我和小红扶着树苗，小刚往坑里填土，小丽提着水桶跑到河边打水。</p></div>
<div class="related"><h3>相关文章</h3><a href="/1.html">春天的田野</a></div></body></html>`;

let folder: string;
let out: string;
let page: string;
let ran: Ran;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'winnow-report-cli-'));
  out = join(folder, 'store');
  page = join(folder, 'page.html');
  await writeFile(page, PAGE);
  ran = await winnow(['run', page, '--out', out]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const json = ({ stdout }: Ran) => JSON.parse(stdout);

describe('winnow report', () => {
  it('is written by the run itself, which says where', async () => {
    const [, path = ''] = /^report (\S+)$/m.exec(ran.stdout) ?? [];

    expect(await readFile(path, 'utf8')).toContain('1 document from 1 address');
  });

  it('makes the page of the latest run, or of a source, in the store or a file', async () => {
    const stored = await winnow(['report', '--out', out]);
    const file = join(folder, 'report.html');
    const [run = ''] = /[0-9A-Z]{26}/.exec(stored.stdout) ?? [];
    const written = await winnow(['report', run.slice(0, 12), '--out', out, '--to', file]);

    expect(stored.stdout).toBe(`${join(out, 'reports', run, 'index.html')}\n`);
    expect(written).toMatchObject({ code: 0, stdout: `${file}\n` });
    expect(await readFile(file, 'utf8')).toContain('植树记');
  });

  it('gives figures and warnings as JSON', async () => {
    const { figures, warnings } = json(await winnow(['report', '--out', out, '--json']));

    expect(figures.total).toMatchObject({ urls: 1, documents: 1, added: 1 });
    expect(warnings).toEqual([]);
  });

  it('serves report and views on this machine alone, until it is told to end', async () => {
    const child = spawn(process.execPath, [
      'bin/winnow.ts',
      'report',
      '--serve',
      '--port',
      '0',
      '--out',
      out,
    ]);
    const url = await new Promise<string>((resolve) => {
      child.stdout.on('data', (text: Buffer) => {
        const [found] = /http:\/\/127\.0\.0\.1:\d+\//.exec(String(text)) ?? [];
        if (found) resolve(found);
      });
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));

    const report = await fetch(url);
    const text = await report.text();
    const [id = ''] = /[0-9a-f]{24}/.exec(/"id":"([0-9a-f]{24})"/.exec(text)?.[1] ?? '') ?? [];
    const view = await fetch(`${url}view/${id}`);
    const statuses = [
      (await fetch(`${url}view/${'0'.repeat(24)}`)).status,
      (await fetch(`${url}../../etc/passwd`)).status,
      (await fetch(url, { method: 'POST' })).status,
      await statusFor(url, 'evil.example:80'),
    ];
    child.kill('SIGINT');

    expect(report.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(text).toContain('1 document from 1 address');
    expect(view.status).toBe(200);
    expect(statuses).toEqual([404, 404, 405, 421]);
    expect(await ended).toBe(0);
  });

  it.each([
    ['an unknown run', ['report', 'NORUN'], 'no such run or source: NORUN'],
    ['views that are no number', ['report', '--views', 'many'], '--views must be a whole number'],
    [
      'a file that cannot be written',
      ['report', '--to', '/no/such/r.html'],
      'cannot write /no/such/r.html',
    ],
  ])('answers %s with one line', async (_, args, line) => {
    const { code, stderr } = await winnow([...args, '--out', out]);

    expect(code).toBe(2);
    expect(stderr).toContain(line);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

function statusFor(url: string, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { host } }, ({ statusCode = 0 }) => resolve(statusCode))
      .once('error', reject)
      .end();
  });
}

describe('winnow view', () => {
  it('shows a stored page by the beginning of its id, and a file', async () => {
    const id = (await winnow(['ls', '--out', out])).stdout.slice(0, 10);
    const stored = json(await winnow(['view', id, '--out', out, '--json']));
    const file = join(folder, 'view.html');
    const shown = await winnow(['view', page, '--url', 'https://example.org/a.html', '--to', file]);

    expect(stored.title).toBe('植树记');
    expect(stored.commands[0].command).toBe(`winnow cases add ${stored.id} --out ${out}`);
    expect(shown).toMatchObject({ code: 0, stdout: `${file}\n` });
    expect(await readFile(file, 'utf8')).toContain('Content-Security-Policy');
  });

  it('answers what is neither file nor document with one line', async () => {
    const { code, stderr } = await winnow(['view', 'nothing', '--out', out]);

    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `winnow: neither a file nor a document of ${out}: nothing\n`,
    });
  });
});

describe('winnow cases add', () => {
  it('writes a case that the golden test passes as it is', async () => {
    const id = (await winnow(['ls', '--out', out])).stdout.slice(0, 10);
    const args = ['cases', 'add', id, '--out', out, '--slug', 'trees', '--to', folder, '--json'];

    const { files } = json(await winnow([...args, '--note', 'the nav is kept']));
    const again = await winnow(args);

    expect(files).toEqual(
      ['source.html', 'page.json', 'expected.json'].map((name) => join(folder, 'trees', name)),
    );
    expect(await readFile(files[0], 'utf8')).toBe(PAGE);
    expect(JSON.parse(await readFile(files[1], 'utf8')).note).toBe('the nav is kept');
    expect(JSON.parse(await readFile(files[2], 'utf8'))).toMatchObject({
      title: '植树记',
      incomplete: [],
    });
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('is there already');
  });
});

describe('winnow init', () => {
  it('looks at a site and writes a source that runs', async () => {
    const site = await serveSamples();
    const file = join(folder, 'samples.json');
    const args = [
      'init',
      `${site.url}/fanwen/`,
      '--name',
      'fanwen',
      '--to',
      file,
      '--interval-ms',
      '0',
    ];
    try {
      const found = await winnow([...args, '--allow-private', '--contact', 'a@example.org']);
      const source = JSON.parse(await readFile(file, 'utf8'));
      const again = await winnow([...args, '--allow-private', '--contact', 'a@example.org']);

      expect(found.code).toBe(0);
      expect(found.stdout).toMatch(/sitemap .*sitemap\.xml \(8 addresses\)/);
      expect(found.stdout).toMatch(/pagination .*list_2\.html/);
      expect(found.stdout).toMatch(/charset +gbk/);
      expect(found.stdout).toContain('Sample documents (5):');
      expect(source).toMatchObject({ name: 'fanwen', listings: [`${site.url}/fanwen/`] });
      expect(again.stderr).toContain('is there already');
    } finally {
      await site.close();
    }
  });

  it('says how to open a private address, and who has to be named', async () => {
    const contact = ['--contact', 'a@example.org'];
    const hidden = await winnow(['init', 'http://127.0.0.1:1/', '--dry-run', ...contact]);
    const nameless = await winnow(['init', 'https://example.org/'], {
      env: { WINNOW_CONTACT: '' },
    });

    expect(hidden.stderr).toContain('--allow-private opens it');
    expect(nameless.stderr).toContain('--contact');
    expect([hidden.code, nameless.code]).toEqual([1, 2]);
  });
});

describe('winnow doctor', () => {
  it('finds all well where it is, and says what is not', async () => {
    const well = await winnow(['doctor', '--out', out], {
      env: { WINNOW_CONTACT: 'a@example.org' },
    });
    const ill = await winnow(['doctor', '--out', '/proc/x', '--json'], {
      env: { WINNOW_CONTACT: 'nobody' },
    });
    const wrong = json(ill).checks.filter(
      ({ verdict }: { verdict: string }) => verdict === 'wrong',
    );

    expect(well.code).toBe(0);
    expect(well.stdout).toContain('conditional writes are refused as they must be');
    expect(well.stdout).not.toContain('wrong');
    expect(ill.code).toBe(1);
    expect(wrong.map(({ name }: { name: string }) => name)).toEqual(['contact', 'store']);
  });
});

describe('the command line', () => {
  it('completes commands, options, sources and states', async () => {
    const [commands, sources, states, script] = await Promise.all([
      winnow(['complete', '--', 're']),
      winnow(['complete', '--', 'run', '']),
      winnow(['complete', '--', 'ls', '--state', 'no-']),
      winnow(['complete', 'bash']),
    ]);

    expect(commands.stdout).toMatch(/^report\t.*\n/m);
    expect(sources.stdout).toContain('adhoc');
    expect(states.stdout).toContain('no-document');
    expect(script.stdout).toContain('winnow complete --');
  });

  it('has no colours but on a terminal, and none there if they are not wanted', async () => {
    const env = { FORCE_COLOR: '1', NO_COLOR: '' };
    const coloured = await winnow(['doctor', '--out', out], { env });
    const plain = await winnow(['doctor', '--out', out, '--no-color'], {
      env: { FORCE_COLOR: '' },
    });

    expect(coloured.stdout).toContain('\u001b[');
    expect(plain.stdout).not.toContain('\u001b[');
  });
});
