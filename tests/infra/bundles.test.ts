import { readdirSync } from 'node:fs';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { stageBundle } from '#lib/infra/stage-bundle.ts';

const MB = 1_000_000;
/** Megabytes a bundle may have; what is not named has the least of these. */
const BUDGETS: Readonly<Record<string, number>> = {
  fetch: 1.5,
  clean: 2,
  discover: 1.3,
  commit: 1.3,
};
const NOT_HANDLERS = new Set(['env', 'ports', 'records', 'measures']);

const names = readdirSync('lambdas')
  .map((file) => file.replace('.ts', ''))
  .filter((name) => !NOT_HANDLERS.has(name));

async function bundle(name: string) {
  const { outputFiles, metafile } = await build({
    entryPoints: [stageBundle.entry(name)],
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

describe('the bundle of', () => {
  it.each(names)('%s is small and has no part of CDK', async (name) => {
    const { text, bytes } = await bundle(name);

    expect(bytes).toBeGreaterThan(0);
    expect(bytes / MB).toBeLessThanOrEqual(BUDGETS[name] ?? 1.3);
    expect(text).not.toContain('aws-cdk-lib');
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
