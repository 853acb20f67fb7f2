import { defineConfig } from 'vitest/config';

/** One project a kind of test, so that each can be run alone: `npx vitest run --project unit`. */
const project = (name: string, include: string[], extra: object = {}) => ({
  extends: true as const,
  test: { name, include, benchmark: { include: [] }, ...extra },
});

export default defineConfig({
  test: {
    projects: [
      project('architecture', ['tests/*.test.ts']),
      project('unit', ['tests/unit/**/*.test.ts']),
      project('golden', ['tests/golden/**/*.test.ts']),
      project('contract', ['tests/contract/**/*.test.ts'], { testTimeout: 60_000 }),
      project('hostile', ['tests/hostile/**/*.test.ts'], {
        testTimeout: 60_000,
        hookTimeout: 60_000,
      }),
      project('simulation', ['tests/simulation/**/*.test.ts'], { testTimeout: 3_600_000 }),
      project('pipeline', ['tests/pipeline/**/*.test.ts'], {
        testTimeout: 120_000,
        hookTimeout: 60_000,
      }),
      project('e2e', ['tests/e2e/**/*.test.ts'], { testTimeout: 120_000 }),
      project('infra', ['tests/infra/**/*.test.ts'], {
        testTimeout: 120_000,
        hookTimeout: 120_000,
      }),
      project('lambdas', ['tests/lambdas/**/*.test.ts'], { testTimeout: 60_000 }),
      project('cli', ['tests/cli/**/*.test.ts'], { testTimeout: 120_000, hookTimeout: 60_000 }),
      {
        extends: true as const,
        test: { name: 'bench', include: [], benchmark: { include: ['tests/bench/**/*.bench.ts'] } },
      },
    ],
  },
});
