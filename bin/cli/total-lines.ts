import type { RunRecord, Skipped } from '#lib/model/run.ts';
import { counted } from './counted.ts';

const MEANINGS: Readonly<Record<keyof Skipped, string>> = {
  notDue: 'not due',
  outOfScope: 'out of scope',
  overBudget: 'over the budget',
  traps: 'into crawler traps',
  takenDown: 'taken down',
};
const BYTES_IN_MB = 1_000_000;

type Told = Pick<RunRecord, 'skipped' | 'traps' | 'spent' | 'stoppedBy' | 'lost'>;

/**
 * What a run spent, what stopped it, and which links it did not follow, with some of the URLs that
 * looked like traps. Lines for a person, each with its end; none for what was not.
 * @param examples of each kind of trap
 */
export function totalLines(
  { skipped, traps = {}, spent, stoppedBy, lost }: Told,
  examples: number,
): string {
  const links = (Object.keys(MEANINGS) as (keyof Skipped)[])
    .filter((why) => skipped[why] > 0)
    .map((why) => `${MEANINGS[why]} ${skipped[why]}`);
  const met = Object.entries(traps).flatMap(([kind, { links: count, examples: urls }]) => [
    `trap ${kind}: ${counted(count, 'link')}`,
    ...urls.slice(0, examples).map((url) => `  ${url}`),
  ]);
  const lines = [
    ...(spent && spent.pages > 0 ? [spentLine(spent)] : []),
    ...(stoppedBy ? [`stopped by its budget: ${stoppedBy}`] : []),
    ...(lost ? [`given up: ${lost}`] : []),
    ...(links.length > 0 ? [`links not followed: ${links.join(', ')}`] : []),
    ...met,
  ];
  return lines.map((line) => `  ${line}\n`).join('');
}

function spentLine({ pages, bytes, dollars }: NonNullable<RunRecord['spent']>): string {
  const size = `${(bytes / BYTES_IN_MB).toFixed(1)} MB`;
  return `asked for ${pages} pages, got ${size}; on AWS about $${dollars.toPrecision(2)}`;
}
