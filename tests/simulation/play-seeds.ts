/** A worker thread: plays its share of the seeds until one fails or the time is up. */
import { parentPort, workerData } from 'node:worker_threads';
import { simulate } from './simulate.ts';

export interface Share {
  readonly first: number;
  readonly end: number;
  readonly stride: number;
  readonly limitMs: number;
}

export interface Played {
  readonly seeds: number;
  readonly steps: number;
  readonly commits: number;
  /** The first seed of the share that fails, and what does not hold. */
  readonly failure: { readonly seed: number; readonly violation: string } | null;
}

async function play({ first, end, stride, limitMs }: Share): Promise<Played> {
  const started = performance.now();
  const played = { seeds: 0, steps: 0, commits: 0 };
  for (let seed = first; seed < end && performance.now() - started < limitMs; seed += stride) {
    const { violation, steps, commits } = await simulate(seed);
    played.seeds += 1;
    played.steps += steps;
    played.commits += commits;
    if (violation !== null) return { ...played, failure: { seed, violation } };
  }
  return { ...played, failure: null };
}

parentPort?.postMessage(await play(workerData as Share));
