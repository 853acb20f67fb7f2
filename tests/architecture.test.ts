import { existsSync, readdirSync } from 'node:fs';
import { cruise } from 'dependency-cruiser';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { describe, expect, it } from 'vitest';
// @ts-expect-error: a configuration file in JavaScript has no declared types
import config from '../.dependency-cruiser.mjs';

describe('who may import whom', () => {
  it('holds for every module', { timeout: 60_000 }, async () => {
    const folders = ['bin', 'lib', 'lambdas', 'samples'].filter(
      (folder) => existsSync(folder) && readdirSync(folder).length > 0,
    );

    const { output } = await cruise(
      folders,
      { ...config.options, ruleSet: { forbidden: config.forbidden }, validate: true },
      undefined,
      { tsConfig: extractTsConfig('tsconfig.json') },
    );

    if (typeof output === 'string') throw new Error(output);
    const violations = output.summary.violations.map(
      ({ rule, from, to }) => `${rule.name}: ${from} → ${to}`,
    );
    expect(violations).toEqual([]);
    // Green for nothing is what happens when the cruiser cannot read TypeScript.
    expect(output.summary.totalCruised).toBeGreaterThan(40);
  });
});
