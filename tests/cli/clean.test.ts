import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { document } from '#lib/model/document.ts';
import { winnow } from '../support/winnow.ts';

const PAGE = `<html><head><title>秋天的田野 - 好文站</title></head><body>
<div class="nav"><a href="/">首页</a> <a href="/zw/">作文</a> <a href="/fw/">范文</a></div>
<h1>秋天的田野</h1>
<div class="content">
<p>秋天到了，田野里一片金黄。农民伯伯开着收割机，把成熟的稻子收进粮仓，脸上露出了丰收的喜悦。</p>
<p>我和爷爷走在田埂上，听着虫鸣，闻着稻香。爷爷说，他小的时候，收稻子全靠一把镰刀，从天亮割到天黑。</p>
<p>现在日子好了，机器代替了人力，可是爷爷还是喜欢到田里走一走，看一看，摸一摸沉甸甸的稻穗。</p>
</div>
<div class="related"><h3>相关文章</h3><ul><li><a href="/1.html">春天的田野</a></li><li><a href="/2.html">夏天的田野</a></li></ul></div>
</body></html>`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'winnow-cli-'));
  await writeFile(join(folder, 'page.html'), PAGE);
  await writeFile(join(folder, 'page2.html.gz'), gzipSync(PAGE));
  await writeFile(join(folder, 'empty.html'), '');
  await writeFile(join(folder, 'large.html'), Buffer.alloc(50 * 1024 * 1024, 'x'));
  await writeFile(join(folder, 'binary.html'), Buffer.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31]));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const file = (name: string): string => join(folder, name);

describe('winnow clean', () => {
  it('prints the document as JSON', async () => {
    const { code, stdout, stderr } = await winnow(['clean', file('page.html')]);

    const result = document.parse(JSON.parse(stdout));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(result.title).toBe('秋天的田野');
    expect(result.text).toContain('一片金黄');
    expect(result.text).not.toContain('春天的田野');
  });

  it('reads standard input, and gives text or Markdown', async () => {
    const text = await winnow(['clean', '-', '--format', 'text'], { input: PAGE });
    const markdown = await winnow(['clean', '-', '--format', 'markdown'], { input: PAGE });

    expect(text.stdout).toContain('爷爷说');
    expect(markdown.stdout).toContain('爷爷说');
    expect(text.stdout).not.toContain('首页');
  });

  it('explains on stderr, and adds removals to JSON', async () => {
    const { stdout, stderr } = await winnow(['clean', file('page.html'), '--explain']);

    expect(stderr).toMatch(/removed .*春天的田野/);
    expect(JSON.parse(stdout).removals).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ text: expect.stringContaining('春天的田野') }),
      ]),
    );
  });

  it('says that an empty page holds no document, and that is no failure', async () => {
    const { code, stdout } = await winnow(['clean', file('empty.html')]);

    expect(code).toBe(0);
    expect(JSON.parse(stdout).incomplete).toContain('no-document');
  });

  it.each([
    ['a missing file', ['clean', 'nowhere.html'], 2, 'no such file: nowhere.html'],
    ['a directory', ['clean', 'lib'], 2, 'lib is a directory'],
    ['an unknown option', ['clean', 'x', '--colour'], 2, "unknown option '--colour'"],
    ['an unknown format', ['clean', 'README.md', '--format', 'pdf'], 2, 'unknown format pdf'],
    ['no input', ['clean'], 2, 'clean needs a FILE'],
    ['a URL without a contact', ['clean', 'https://example.org/'], 2, '--contact'],
    ['half a batch', ['clean', '--batch', 'in.jsonl'], 2, '--batch IN.jsonl --out OUT.jsonl'],
  ])('answers %s with one clear line', async (_, args, expectedCode, line) => {
    const { code, stdout, stderr } = await winnow(args, { env: { WINNOW_CONTACT: '' } });

    expect(code).toBe(expectedCode);
    expect(stdout).toBe('');
    expect(stderr).toContain(line);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    ['a file too large for a page', 'large.html', 'too large'],
    ['binary data', 'binary.html', 'is not a document: application/pdf'],
  ])('refuses %s with one line and exit code 1', async (_, name, line) => {
    const { code, stderr } = await winnow(['clean', file(name)]);

    expect(code).toBe(1);
    expect(stderr).toContain(line);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('takes an invalid charset name for none', async () => {
    const { code, stdout } = await winnow([
      'clean',
      file('page.html'),
      '--content-type',
      'text/html; charset=no-such-charset',
    ]);

    expect(code).toBe(0);
    expect(JSON.parse(stdout).title).toBe('秋天的田野');
  });
});

describe('winnow clean --batch', () => {
  it('writes one line a page in the same order, and goes on after a page that fails', async () => {
    const lines = [
      { id: 'a', path: 'page.html', url: 'https://example.org/a.html' },
      { id: 'b', path: 'missing.html' },
      { id: 'c', path: file('page2.html.gz'), contentType: 'text/html; charset=utf-8' },
      { id: 'd', path: 'binary.html' },
    ].map((line) => JSON.stringify(line));
    await writeFile(file('in.jsonl'), `${lines.join('\n')}\nnot json\n`);

    const { code, stderr } = await winnow([
      'clean',
      '--batch',
      file('in.jsonl'),
      '--out',
      file('out.jsonl'),
    ]);
    const out = (await readFile(file('out.jsonl'), 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));

    expect(code).toBe(1);
    expect(out.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', null]);
    expect(out.map((line) => 'error' in line)).toEqual([false, true, false, true, true]);
    expect(out[0].document).toMatchObject({
      title: '秋天的田野',
      url: 'https://example.org/a.html',
    });
    expect(out[2].document.text).toBe(out[0].document.text);
    expect(out.every(({ ms }) => typeof ms === 'number')).toBe(true);
    expect(stderr.trim().split('\n')).toHaveLength(3);
  });

  it('names an output that cannot be written', async () => {
    await writeFile(file('one.jsonl'), '');

    const { code, stderr } = await winnow([
      'clean',
      '--batch',
      file('one.jsonl'),
      '--out',
      '/no/such/out.jsonl',
    ]);

    expect(code).toBe(2);
    expect(stderr).toContain('cannot write /no/such/out.jsonl');
  });
});
