import { describe, expect, it } from 'vitest';
import { simulate } from './simulate.ts';

const FIRST = Number(process.env['SIMULATION_FIRST_SEED'] ?? 1);
const SEEDS = Number(process.env['SIMULATION_SEEDS'] ?? 5_000);
/** A slow machine plays fewer seeds and says so; a range that was asked for is played whole. */
const LIMIT_MS = process.env['SIMULATION_SEEDS'] === undefined ? 110_000 : Number.POSITIVE_INFINITY;

describe('the manifest under faults', () => {
  it('keeps every invariant at every seed', async () => {
    const started = performance.now();
    let seed = FIRST;
    let steps = 0;
    for (; seed < FIRST + SEEDS && performance.now() - started < LIMIT_MS; seed++) {
      const { violation, steps: taken } = await simulate(seed);
      steps += taken;
      expect(violation, `seed ${seed}`).toBeNull();
    }
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${seed - FIRST} seeds from ${FIRST}, ${steps} steps, ${seconds} s`);
  });
});
