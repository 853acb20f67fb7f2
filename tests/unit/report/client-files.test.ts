import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { REMOVAL_REASONS } from '#lib/model/removal.ts';
import { REASON_HUES } from '#lib/report/client/reason-hues.ts';
import { clientFiles } from '../../../scripts/report-client.ts';

describe('the script and style of the report', () => {
  it('are those of lib/report/client (else: npm run report-client)', async () => {
    const kept = readFileSync('lib/report/generated/client-files.ts', 'utf8');

    expect(kept === (await clientFiles())).toBe(true);
  });

  it('give every reason of removal a colour of its own', () => {
    const hues = REMOVAL_REASONS.map((reason) => REASON_HUES[reason]);

    expect(new Set(hues).size).toBe(REMOVAL_REASONS.length);
  });
});
