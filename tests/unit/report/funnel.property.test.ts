import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hostOf } from '#lib/model/document-id.ts';
import { REASONS, type Reason, type State } from '#lib/model/states.ts';
import { funnel } from '#lib/report/funnel.ts';
import { groupFigures } from '#lib/report/group-figures.ts';
import type { Outcome } from '#lib/report/outcomes.ts';
import { aContent } from '../../support/manifest-rows.ts';

const ends = Object.entries(REASONS).flatMap(([state, reasons]) =>
  reasons.map((reason) => ({ state: state as State, reason: reason as Reason })),
);

const outcome = fc.constantFrom(...ends).chain(({ state, reason }) =>
  fc.constantFrom('page' as const, 'listing' as const).map((kind): Outcome => {
    const url = `https://www.example.com/${state}/${reason}`;
    const isRead = kind === 'page' && (state === 'published' || state === 'unchanged');
    return {
      id: 'a',
      url,
      canonicalUrl: url,
      host: hostOf(url),
      kind,
      state,
      reason,
      detail: null,
      fetch: null,
      content: isRead ? aContent({ key: 'documents/a' }) : null,
      isDuplicate: false,
    };
  }),
);

it('lets each URL leave at exactly one step, whatever the run was', () => {
  fc.assert(
    fc.property(fc.array(outcome, { maxLength: 60 }), (outcomes) => {
      const options = { shortBelow: 0, intervalMs: 1000, dollars: null };
      const figures = groupFigures(outcomes, options);
      const steps = funnel(figures);

      const leaving = steps
        .flatMap((step) => step.leaving)
        .reduce((sum, { count }) => sum + count, 0);
      expect(leaving + figures.documents).toBe(outcomes.length);
      expect(steps.at(-1)).toMatchObject({ name: 'documents', count: figures.documents });
      steps.forEach(({ count, leaving: left }, index) => {
        const next = steps[index + 1];
        if (next) expect(next.count).toBe(count - left.reduce((sum, one) => sum + one.count, 0));
      });
    }),
  );
});
