import type { RunRecord } from '#lib/model/run.ts';
import type { GroupFigures } from '#lib/model/run-figures.ts';
import { number, plural } from '../html/format.ts';
import type { Warning } from './warning.ts';

/** Ends that are our own failure, not the site's. */
const OURS = ['clean-error', 'lost', 'poison', 'hops'];

/** What the run itself did not manage. */
export function runWarnings(record: RunRecord, total: GroupFigures): Warning[] {
  const { source, completedAt, skipped } = record;
  const open = (total.states['discovered'] ?? 0) + (total.states['fetched'] ?? 0);
  const ours = OURS.reduce((sum, reason) => sum + (total.reasons[`failed/${reason}`] ?? 0), 0);
  const run = { kind: 'run', host: null } as const;
  const warnings: Warning[] = [];
  if (completedAt === null) {
    warnings.push({
      ...run,
      level: 'serious',
      title: `The run is not finished: ${plural(open, 'address', 'addresses')} still open.`,
      detail: 'Every figure below is of what is done so far.',
      action: 'Start the same command again: it goes on where this run stopped.',
      command: `winnow run ${source.name}`,
      filter: 'state:discovered',
    });
  }
  if (total.urls === 0) {
    warnings.push({
      ...run,
      level: 'serious',
      title: 'Nothing was discovered.',
      detail: 'No seed, sitemap, feed or listing of the source gave an address that is in scope.',
      action: 'Check the addresses and the include patterns of the source definition.',
      command: `winnow run sources/${source.name}.json`,
      filter: '',
    });
  }
  if (ours > 0) {
    warnings.push({
      level: 'serious',
      kind: 'failures',
      host: null,
      title: `${plural(ours, 'page')} failed in our own code, not on the site.`,
      detail: 'They were fetched and are kept, but no document was made of them.',
      action: 'Write one down as a case: that is a bug to be fixed.',
      command: null,
      filter: 'state:failed',
    });
  }
  if (skipped.overBudget > 0) {
    warnings.push({
      ...run,
      level: 'notice',
      title: `The budget of ${plural(source.budget.pages, 'page')} was used up; ${plural(skipped.overBudget, 'address was', 'addresses were')} left out.`,
      detail: 'The next run takes what is due then.',
      action: 'Raise budget.pages of the source, or narrow include.',
      command: null,
      filter: '',
    });
  }
  if (skipped.traps > 0) {
    warnings.push({
      ...run,
      level: 'notice',
      title: `${plural(skipped.traps, 'link')} led into what looks endless: a calendar, a filter, a session in the address.`,
      detail: `They were not followed. ${number(skipped.outOfScope)} more were out of scope.`,
      action: 'If documents are missing, name their addresses in include.',
      command: null,
      filter: '',
    });
  }
  return warnings;
}
