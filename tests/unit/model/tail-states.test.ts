import { describe, expect, it } from 'vitest';
import { memoryObjectStore } from '#lib/io/memory-object-store.ts';
import { writeSegment } from '#lib/manifest/write-segment.ts';
import { mergeRow } from '#lib/model/merge-rows.ts';
import { openTail } from '#lib/model/tail-states.ts';
import { handStore } from '../../support/hand-store.ts';
import { aRow } from '../../support/manifest-rows.ts';

describe('openTail', () => {
  it('gives the same states whether it holds all rows at once or a few at a time', async () => {
    const { store, deps } = handStore();
    const tail = [];
    for (let segment = 0; segment < 8; segment++) {
      const rows = Array.from({ length: 20 }, (_, n) => {
        const url = `https://host${n % 5}.example.com/${(segment * 7 + n) % 50}.html`;
        return aRow({ ulid: deps.ulid(), url, canonicalUrl: url });
      });
      tail.push(await writeSegment(rows, deps));
    }

    const whole = await Array.fromAsync((await openTail(store, tail, mergeRow))());
    const open = await openTail(store, tail, mergeRow, 10);
    const ids = whole.map(({ id }) => id);

    expect(await Array.fromAsync(open())).toEqual(whole);
    expect(await Array.fromAsync(open())).toEqual(whole);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(ids.length).toBeGreaterThan(40);
  });

  it('says that a segment is missing', async () => {
    const tail = [{ key: 'manifest/segments/x', rows: 1 }];
    await expect(openTail(memoryObjectStore(), tail, mergeRow)).rejects.toThrow(
      'manifest/segments/x is missing',
    );
  });
});
