import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import type { Played, Share } from './play-seeds.ts';

/** SIMULATION_FIRST_SEED and SIMULATION_SEEDS play a range of seeds, however long it takes. */
const ASKED = process.env['SIMULATION_SEEDS'];
const FIRST = Number(process.env['SIMULATION_FIRST_SEED'] ?? 1);
const SEEDS = Number(ASKED ?? 5_000);
/** A slow machine plays fewer of the default range and says so. */
const LIMIT_MS = ASKED === undefined ? 60_000 : Number.POSITIVE_INFINITY;
const SHARES = availableParallelism();

async function played(share: Share): Promise<Played> {
  const worker = new Worker(new URL('./play-seeds.ts', import.meta.url), { workerData: share });
  const [message] = await once(worker, 'message');
  await worker.terminate();
  return message as Played;
}

describe('the manifest under faults', () => {
  it('keeps every invariant at every seed', async () => {
    const started = performance.now();
    const shares = await Promise.all(
      Array.from({ length: SHARES }, (_, at) =>
        played({ first: FIRST + at, end: FIRST + SEEDS, stride: SHARES, limitMs: LIMIT_MS }),
      ),
    );
    const sum = (of: 'seeds' | 'steps' | 'commits'): number =>
      shares.reduce((total, share) => total + share[of], 0);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(
      `${sum('seeds')} of ${SEEDS} seeds from ${FIRST}: ${sum('steps')} requests, ${sum('commits')} commits, ${seconds} s`,
    );

    expect(shares.flatMap(({ failure }) => failure ?? [])).toEqual([]);
  });
});
