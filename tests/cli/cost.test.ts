import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { winnow } from '../support/winnow.ts';

describe('winnow cost', () => {
  it('prints the bill by line, waiting for 1, 10 and 50 hosts', async () => {
    const { code, stdout } = await winnow(['cost', '--pages', '1e6']);

    expect(code).toBe(0);
    expect(stdout).toContain('1,000,000 pages of 100 KB');
    expect(stdout).toMatch(/hosts fetched side by side +1 +10 +50\n/);
    expect(stdout).toMatch(/waiting +6\.67 +0\.67 +0\.13\n/);
    expect(readFileSync('docs/costs.md', 'utf8')).toContain(stdout); // run it again, copy it there
    expect(stdout).toMatch(/list prices of us-east-1 as of \d{4}-\d\d-\d\d/);
  });

  it.each([
    [['--pages', '0'], '--pages must be a number above 0: 0'],
    [['--pages', 'many'], '--pages must be a number above 0: many'],
    [['--pages', '10', '--published', '2'], '--published must be a number from 0 to 1: 2'],
    [['--pages', '10', '--hosts', '1,x'], '--hosts must be a number above 0: x'],
    [[], "required option '--pages <n>' not specified"],
  ])('refuses %j in one line', async (args, line) => {
    const { code, stderr } = await winnow(['cost', ...args]);

    expect(code).toBe(2);
    expect(stderr).toBe(`winnow: ${line}\n`);
  });
});
