import type { Skipped, Skips } from '#lib/model/run.ts';

const MEANINGS: Readonly<Record<keyof Skipped, string>> = {
  notDue: 'not due',
  outOfScope: 'out of scope',
  overBudget: 'over the budget',
  traps: 'into crawler traps',
  takenDown: 'taken down',
};
const SHOWN_EXAMPLES = 2;

/** Links that were not followed and why, and each kind of trap with some of its URLs; '' for none. */
export function skipLines({ skipped, traps }: Skips): string {
  const counts = (Object.keys(MEANINGS) as (keyof Skipped)[])
    .filter((why) => skipped[why] > 0)
    .map((why) => `${MEANINGS[why]} ${skipped[why]}`);
  if (counts.length === 0) return '';
  const met = Object.entries(traps).flatMap(([kind, { links, examples }]) => [
    `  trap ${kind}: ${links} links, such as`,
    ...examples.slice(0, SHOWN_EXAMPLES).map((url) => `    ${url}`),
  ]);
  return [`  links not followed: ${counts.join(', ')}`, ...met].join('\n');
}
