import type { GroupFigures } from '#lib/model/run-figures.ts';
import { number, percent } from '../html/format.ts';
import { CHANCE_Z, ENOUGH, ENOUGH_NEW, SHORT_SHARE } from '../thresholds.ts';
import type { Baseline, Warning } from './warning.ts';

/** New documents are suddenly short: the site shows less, or cleaning takes too much. */
export function shortWarnings(host: string, { now, earlier }: Baseline<GroupFigures>): Warning[] {
  const reference = earlier.find(({ chars }) => (chars?.count ?? 0) >= ENOUGH)?.chars;
  const count = now.newChars?.count ?? 0;
  if (!reference || count < ENOUGH_NEW) return [];
  const share = now.shortest / count;
  // one in ten is expected: the binomial's standard error says how far chance goes
  const error = Math.sqrt((0.1 * 0.9) / count);
  if (share < SHORT_SHARE || (share - 0.1) / error < CHANCE_Z) return [];
  return [
    {
      level: 'serious',
      kind: 'short',
      host,
      title: `${host}: ${number(now.shortest)} of ${number(count)} new documents are shorter than nine in ten were before.`,
      detail: `Median ${number(now.newChars?.p50 ?? 0)} characters, ${number(reference.p50)} before; ${percent(share)} are below ${number(reference.p10)}.`,
      action:
        'Open a short one: if the page itself is short, the site has put up a wall or a preview; if its text is struck through, write it down as a case.',
      command: null,
      filter: `host:${host} is:short`,
    },
  ];
}
