import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, test } from 'vitest';
import { stageBundle } from '#lib/infra/stage-bundle.ts';

const TRIES = 11;
const HANDLERS = ['discover', 'fetch', 'clean', 'commit', 'compact', 'reap', 'trigger'];
/** As much of the S3 client as the store uses, and nothing else. */
const S3_ALONE = `import { S3Client, GetObjectCommand, HeadObjectCommand, PutObjectCommand, DeleteObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
export const used = [new S3Client({}), GetObjectCommand, HeadObjectCommand, PutObjectCommand, DeleteObjectCommand, ListObjectsV2Command];`;
const QUEUE = 'https://sqs.us-east-1.amazonaws.com/000000000000/queue';
const ENVIRONMENT = {
  AWS_REGION: 'us-east-1',
  BUCKET: 'store',
  USER_AGENT: 'winnow',
  DISCOVER_QUEUE: QUEUE,
  FETCH_QUEUE: QUEUE,
  CLEAN_QUEUE: QUEUE,
  MAX_RECEIVES: '3',
  LOST_AFTER_MS: '1000',
  EVERY_MS: '1000',
};

/** Milliseconds of CPU and of the clock that a fresh process needs to import a file. */
function importTime(file: string): { cpuMs: number; ms: number } {
  const script = `const cpu = process.cpuUsage(); const start = performance.now();
await import(${JSON.stringify(file)});
const { user, system } = process.cpuUsage(cpu);
console.log(JSON.stringify({ cpuMs: (user + system) / 1000, ms: performance.now() - start }));
process.exit(0);`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, ...ENVIRONMENT },
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

describe('bundles of the functions', () => {
  test('size, and import time beside a bundle of the S3 client alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'winnow-bundles-'));
    const sizes = new Map<string, number>();
    for (const name of ['client-s3', ...HANDLERS]) {
      const { metafile } = await build({
        ...(name === 'client-s3'
          ? { stdin: { contents: S3_ALONE, resolveDir: process.cwd() } }
          : { entryPoints: [stageBundle.entry(name)], alias: stageBundle.alias }),
        outfile: join(folder, `${name}.mjs`),
        bundle: true,
        minify: true,
        platform: 'node',
        format: 'esm',
        target: stageBundle.target,
        charset: stageBundle.charset,
        mainFields: [...stageBundle.mainFields],
        external: [...stageBundle.externalModules],
        banner: { js: stageBundle.banner },
        metafile: true,
      });
      const [output] = Object.values(metafile.outputs);
      sizes.set(name, output?.bytes ?? 0);
    }
    const least = new Map<string, { cpuMs: number; ms: number }>();
    for (let at = 0; at < TRIES; at += 1) {
      for (const name of sizes.keys()) {
        const time = importTime(join(folder, `${name}.mjs`));
        const before = least.get(name) ?? time;
        least.set(name, {
          cpuMs: Math.min(before.cpuMs, time.cpuMs),
          ms: Math.min(before.ms, time.ms),
        });
      }
    }
    rmSync(folder, { recursive: true });
    const alone = least.get('client-s3') ?? { cpuMs: 1, ms: 1 };
    console.table(
      Object.fromEntries(
        [...least].map(([name, { cpuMs, ms }]) => [
          name,
          {
            MB: ((sizes.get(name) ?? 0) / 1e6).toFixed(2),
            'cpu ms': cpuMs.toFixed(0),
            'times client-s3': (cpuMs / alone.cpuMs).toFixed(2),
            'clock ms': ms.toFixed(0),
            'times client-s3, clock': (ms / alone.ms).toFixed(2),
          },
        ]),
      ),
    );
  }, 600_000);
});
