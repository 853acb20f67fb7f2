import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { stageBundle } from '#lib/infra/stage-bundle.ts';

const MB = 1_000_000;
/** Megabytes a bundle may have; what is not named has the least of these. */
const BUDGETS: Readonly<Record<string, number>> = {
  fetch: 1.5,
  // 1.4 of them are the trigrams of Chinese that tell a lost byte: four of five such lines come back, with 0.2 three of five.
  // The rules of lines, names and Markdown are 0.4 of them and grow with what sites do.
  // The models of blocks and of lines are 0.6: they have learned from twice as many pages as those of 0.3 before.
  clean: 3.6,
  discover: 1.3,
  commit: 1.3,
};
const REPLACED =
  /^node_modules\/(?:dom-serializer|@aws-sdk\/(?:credential-provider-node|nested-clients))\//;
const NOT_HANDLERS = new Set(['env', 'ports', 'records', 'measures']);

afterEach(() => vi.unstubAllEnvs());

const names = readdirSync('lambdas')
  .map((file) => file.replace('.ts', ''))
  .filter((name) => !NOT_HANDLERS.has(name));

const bundle = (name: string) => bundleOf({ entryPoints: [stageBundle.entry(name)] });

async function bundleOf(input: Pick<BuildOptions, 'entryPoints' | 'stdin'>) {
  const { outputFiles, metafile } = await build({
    ...input,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: stageBundle.target,
    charset: stageBundle.charset,
    mainFields: [...stageBundle.mainFields],
    alias: stageBundle.alias,
    external: [...stageBundle.externalModules],
    banner: { js: stageBundle.banner },
    write: false,
    metafile: true,
  });
  const [file] = outputFiles;
  return { text: file?.text ?? '', bytes: file?.contents.length ?? 0, inputs: metafile.inputs };
}

/** What a script exports that is bundled as the functions are. */
async function bundled(contents: string) {
  const { text } = await bundleOf({ stdin: { contents, resolveDir: process.cwd() } });
  const file = join(mkdtempSync(join(tmpdir(), 'winnow-bundled-')), 'script.mjs');
  writeFileSync(file, text);
  onTestFinished(() => rmSync(dirname(file), { recursive: true }));
  return await import(file);
}

describe('the bundle of', () => {
  it.each(names)('%s is small and has no part of CDK, nor of what is replaced', async (name) => {
    const { text, bytes, inputs } = await bundle(name);

    expect(bytes).toBeGreaterThan(0);
    expect(bytes / MB).toBeLessThanOrEqual(BUDGETS[name] ?? 1.3);
    expect(text).not.toContain('aws-cdk-lib');
    expect(Object.keys(inputs).filter((path) => REPLACED.test(path))).toEqual([]);
  });

  it('clean has the one charset table it uses', async () => {
    const { inputs } = await bundle('clean');

    const tables = Object.keys(inputs).filter((path) => path.includes('/encodings/tables/'));
    expect(tables.map((path) => path.replace(/.*\//, '')).sort()).toEqual([
      'big5-added.json',
      'cp950.json',
      'gb18030-ranges.json',
    ]);
  });
});

describe('bundled as the functions are,', () => {
  it('the SDK signs with the credentials of the environment', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'ID');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'SECRET');
    vi.stubEnv('AWS_SESSION_TOKEN', 'TOKEN');
    const { client } = await bundled(
      `import { S3Client } from '@aws-sdk/client-s3'; export const client = new S3Client({ region: 'eu-central-1' });`,
    );

    expect(await client.config.credentials()).toMatchObject({
      accessKeyId: 'ID',
      secretAccessKey: 'SECRET',
      sessionToken: 'TOKEN',
    });
  });

  it('cleaning keeps to the selectors of a source', async () => {
    const { cleanPage } = await bundled(`export { cleanPage } from '#lib/clean/clean-page.ts';`);
    const html =
      '<main><p>First of all.</p><p>Wanted: this.</p><p class="ad">Buy.</p></main><p>Frame.</p>';

    const { document } = cleanPage({
      bytes: Buffer.from(html),
      contentType: 'text/html',
      url: 'https://site.example/a',
      rules: { content: 'main > :not(:first-child)', remove: ['.ad'] },
    });

    expect(document.text).toBe('Wanted: this.');
  });
});
