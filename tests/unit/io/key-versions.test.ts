import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimVersion, currentVersion, markDeleted, VERSIONS_KEPT } from '#lib/io/key-versions.ts';

describe('versions of a key', () => {
  let parent: string;
  let count = 0;
  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'winnow-versions-'));
  });
  afterAll(() => rm(parent, { recursive: true, force: true }));

  /** A folder with these versions, and a finished file to become one. */
  const setUp = async (versions: readonly number[]): Promise<{ folder: string; file: string }> => {
    count += 1;
    const folder = join(parent, `key-${count}`);
    const file = join(parent, `file-${count}`);
    await mkdir(folder);
    await writeFile(file, 'mine');
    for (const number of versions) await writeFile(join(folder, String(number)), 'theirs');
    return { folder, file };
  };

  it('have the highest number as the current one, by number and not by name', async () => {
    const { folder } = await setUp([2, 9, 10]);
    await writeFile(join(folder, 'notes'), '');

    expect(await currentVersion(folder)).toEqual({ number: 10, deleted: false });
    expect(await currentVersion(join(folder, 'missing'))).toBeNull();
  });

  it('go to the writer who is first', async () => {
    const { folder, file } = await setUp([1]);

    expect(await claimVersion(folder, 2, file)).toBe(true);
    expect(await claimVersion(folder, 2, file)).toBe(false);
    expect(await readFile(join(folder, '2'), 'utf8')).toBe('mine');
  });

  it('do not go to a writer who stalled until his number was pruned', async () => {
    const later = Array.from({ length: VERSIONS_KEPT }, (_, index) => index + 8);
    const { folder, file } = await setUp(later);

    expect(await claimVersion(folder, 7, file)).toBe(false);
    expect(await readdir(folder)).not.toContain('7');
    expect(await currentVersion(folder)).toEqual({ number: 7 + VERSIONS_KEPT, deleted: false });
  });

  it('stay with a writer who was overtaken after he won', async () => {
    const { folder, file } = await setUp([7, 9, 10]);

    expect(await claimVersion(folder, 8, file)).toBe(true);
  });

  it('are pruned when they are far behind, markers of deletion too', async () => {
    const { folder, file } = await setUp([1, 2]);
    await markDeleted(folder, 3);
    await writeFile(join(folder, String(VERSIONS_KEPT + 2)), 'theirs');

    expect(await claimVersion(folder, VERSIONS_KEPT + 3, file)).toBe(true);
    expect((await readdir(folder)).map(Number).sort((a, b) => a - b)).toEqual([
      VERSIONS_KEPT + 2,
      VERSIONS_KEPT + 3,
    ]);
  });

  it('say that the key is deleted by one that is a folder', async () => {
    const { folder } = await setUp([1]);

    expect(await markDeleted(folder, 2)).toBe(true);
    expect(await markDeleted(folder, 2)).toBe(false);
    expect(await currentVersion(folder)).toEqual({ number: 2, deleted: true });
  });
});
