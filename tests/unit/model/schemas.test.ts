import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import * as z from 'zod';

const MODULES = ['lambdas/env.ts', ...globSync('lib/model/**/*.ts')];

it.each(MODULES)('%s builds no schema of an object before it is used', async (file) => {
  const exported = Object.entries(await import(resolve(file)));

  const built = exported.filter(([, value]) => value instanceof z.ZodObject);
  expect(built.map(([name]) => name)).toEqual([]);
});
