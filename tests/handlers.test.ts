import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const SHARED = new Set(['env.ts', 'ports.ts', 'records.ts', 'measures.ts', 'function-url.ts']);
const MAX_LINES = 40;

describe('a handler', () => {
  it.each(readdirSync('lambdas').filter((file) => !SHARED.has(file)))('is thin: %s', (file) => {
    const lines = readFileSync(`lambdas/${file}`, 'utf8').trimEnd().split('\n');

    expect(lines.length).toBeLessThanOrEqual(MAX_LINES);
  });
});
