import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openObjectStore } from '#lib/io/open-object-store.ts';
import { UsageError } from '#lib/model/errors.ts';

describe('openObjectStore', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'winnow-open-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('makes the directory it is to write to', async () => {
    const root = join(folder, 'new/store');

    const store = await openObjectStore(root);
    await store.create('a', new Uint8Array(1));

    expect(await readdir(root)).toEqual(['.tmp', 'a']);
  });

  it('does not make a directory it is to read', async () => {
    const root = join(folder, 'missing');

    await expect(openObjectStore(root, { readOnly: true })).rejects.toThrow(
      new UsageError(`there is no directory ${root}`),
    );
  });

  it('refuses a file, to read and to write', async () => {
    const path = join(folder, 'file');
    await writeFile(path, '');

    const line = new UsageError(`not a directory: ${path}`);
    await expect(openObjectStore(path)).rejects.toThrow(line);
    await expect(openObjectStore(path, { readOnly: true })).rejects.toThrow(line);
    await expect(openObjectStore(join(path, 'below'))).rejects.toThrow(UsageError);
  });

  it('says in one line that a place cannot be written to', async () => {
    await expect(openObjectStore('/proc/winnow')).rejects.toThrow(UsageError);
    await expect(openObjectStore('/proc/winnow')).rejects.toThrow(/^cannot write to [^\n]+$/);
  });

  it.each(['s3:bucket', 's3://', 's3:///key'])('refuses %s', async (location) => {
    await expect(openObjectStore(location)).rejects.toThrow(UsageError);
  });

  it('says what to set when there are no credentials', async () => {
    for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_PROFILE']) {
      vi.stubEnv(name, undefined);
    }
    vi.stubEnv('AWS_REGION', 'us-east-1');
    vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/nonexistent');
    vi.stubEnv('AWS_CONFIG_FILE', '/nonexistent');
    vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');

    await expect(openObjectStore('s3://bucket/prefix')).rejects.toThrow(/^no AWS credentials: set/);
    vi.unstubAllEnvs();
  });
});
