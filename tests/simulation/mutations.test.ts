import { afterAll, describe, expect, it } from 'vitest';
import { MUTATIONS } from './mutations.ts';
import { PROTOCOL } from './protocol.ts';
import { simulate } from './simulate.ts';

const SEEDS = 500;

describe('the simulation finds a bug when', () => {
  const caught: string[] = [];
  afterAll(() => console.log(caught.join('\n')));

  it.each(Object.keys(MUTATIONS))('%s', async (name) => {
    const protocol = { ...PROTOCOL, ...MUTATIONS[name] };
    let violation: string | null = null;
    let seed = 0;
    while (violation === null && seed < SEEDS) {
      seed += 1;
      ({ violation } = await simulate(seed, protocol));
    }
    caught.push(`seed ${seed}: ${name}: ${violation?.slice(0, 90).replaceAll('\n', ' ')}`);

    expect(violation).not.toBeNull();
  });
});
