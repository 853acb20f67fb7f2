import { defineConfig } from 'vitest/config';

/**
 * One project a kind of test, so that each can be run alone: `npx vitest run --project unit`.
 * Projects of a later group wait for the earlier ones: what measures time, kills processes or starts
 * an emulator does not share the machine with the rest.
 */
const project = (name: string, group: number, seconds: number) => ({
  extends: true as const,
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    benchmark: { include: [] },
    testTimeout: seconds * 1000,
    hookTimeout: seconds * 1000,
    sequence: { groupOrder: group },
  },
});

export default defineConfig({
  test: {
    projects: [
      {
        extends: true as const,
        test: {
          name: 'architecture',
          include: ['tests/*.test.ts'],
          benchmark: { include: [] },
          testTimeout: 60_000,
        },
      },
      project('unit', 0, 60),
      project('golden', 0, 60),
      project('contract', 0, 120),
      project('lambdas', 0, 60),
      project('infra', 1, 180),
      project('cli', 1, 120),
      project('browser', 2, 120),
      project('hostile', 3, 120),
      project('pipeline', 4, 180),
      project('simulation', 5, 3600),
      project('e2e', 6, 180),
      {
        extends: true as const,
        test: { name: 'bench', include: [], benchmark: { include: ['tests/bench/**/*.bench.ts'] } },
      },
    ],
  },
});
