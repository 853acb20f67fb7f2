import type { GroupFigures } from '#lib/model/run-figures.ts';
import { number, percent, plural } from '../html/format.ts';
import { ENOUGH, YIELD_DROP } from '../thresholds.ts';
import { isBelow, pooled, type Share, shareOf } from './shares.ts';
import type { Baseline, Warning } from './warning.ts';

/** Fewer of the pages of a host give a document than in the runs before. */
export function yieldWarnings(
  host: string,
  { now, earlier }: Baseline<GroupFigures>,
  source: string,
): Warning[] {
  const share = yieldOf(now);
  const before = pooled(earlier.map(yieldOf));
  if (share.of < ENOUGH || before.of < ENOUGH || !isBelow(share, before)) return [];
  if (shareOf(before) - shareOf(share) < YIELD_DROP) return [];
  const [cause, n] = mainLoss(now, earlier);
  return [
    {
      level: 'serious',
      kind: 'yield',
      host,
      title: `${host}: only ${percent(shareOf(share))} of its pages gave a document, ${percent(shareOf(before))} before.`,
      detail: `${number(share.hits)} documents from ${plural(share.of, 'page')}. What grew most is ${cause} (${number(n)}).`,
      action: 'Open some of these pages below and look at what the site sends now.',
      command: `winnow run ${source} --max-pages 20`,
      filter: `host:${host} state:${cause.split('/')[0]}`,
    },
  ];
}

function yieldOf({ documents, pages }: GroupFigures): Share {
  return { hits: documents, of: pages };
}

const KEPT = new Set(['published', 'unchanged', 'redirected', 'part-of', 'robots-disallowed']);

/** The state and reason that grew most, as a share of the pages. */
function mainLoss(now: GroupFigures, earlier: readonly GroupFigures[]): [string, number] {
  const before = (reason: string): number =>
    shareOf(pooled(earlier.map((one) => ({ hits: one.reasons[reason] ?? 0, of: one.pages }))));
  const grown = Object.entries(now.reasons)
    .filter(([reason]) => !KEPT.has(reason.split('/')[0] ?? ''))
    .map(([reason, n]) => ({ reason, n, growth: n / Math.max(1, now.pages) - before(reason) }))
    .sort((a, b) => b.growth - a.growth);
  const [first] = grown;
  return first ? [first.reason, first.n] : ['nothing', 0];
}
