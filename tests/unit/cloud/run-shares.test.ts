import { describe, expect, it } from 'vitest';
import { runShares } from '#lib/cloud/run-shares.ts';
import type { State } from '#lib/model/states.ts';
import { aRow } from '../../support/manifest-rows.ts';

const pages = (state: State, count: number) =>
  Array.from({ length: count }, () => ({
    ...aRow({ ulid: '01KAQ0000000000000000000A1' }),
    kind: 'page' as const,
    state,
  }));

describe('runShares', () => {
  it('tells failures of all pages, and pages without a document of those that were cleaned', () => {
    const rows = [...pages('published', 6), ...pages('no-document', 4), ...pages('failed', 10)];

    expect(runShares(rows)).toEqual({ failed: 50, withheld: 40 });
  });

  it('does not count listings as pages without a document', () => {
    const listings = pages('no-document', 50).map((row) => ({ ...row, kind: 'listing' as const }));

    expect(runShares([...pages('unchanged', 20), ...listings])).toEqual({ failed: 0, withheld: 0 });
  });

  it('says nothing of a run with few pages', () => {
    expect(runShares(pages('failed', 19))).toBeNull();
    expect(runShares(pages('failed', 20))).toEqual({ failed: 100, withheld: 0 });
  });
});
