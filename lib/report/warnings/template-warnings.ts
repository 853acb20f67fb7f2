import type { GroupFigures, Quantiles } from '#lib/model/run-figures.ts';
import { number, percent } from '../html/format.ts';
import {
  CHANGED_SHARE,
  CONFIDENCE_DROP,
  ENOUGH,
  ENOUGH_NEW,
  FIELD_DROP,
  REMOVED_SHIFT,
  SAME_TITLES,
} from '../thresholds.ts';
import { isBelow, pooled, type Share, shareOf } from './shares.ts';
import type { Baseline, Warning } from './warning.ts';

/** The pages of a host are built differently than before: what was found there may no longer be. */
export function templateWarnings(
  host: string,
  { now, earlier }: Baseline<GroupFigures>,
): Warning[] {
  const signs = [
    ...missingFields(now, earlier),
    ...movedMedians(now, earlier),
    ...massChange(now, earlier),
    ...sameTitles(now),
  ];
  if (signs.length === 0) return [];
  return [
    {
      level: 'serious',
      kind: 'template',
      host,
      title: `${host} looks different: its pages seem to be built in a new way.`,
      detail: `${signs.join('; ')}.`,
      action:
        'Compare a document of this run with its page. If a field or a passage is missing, write the page down as a case, or give the source a selector in rules.',
      command: null,
      filter: `host:${host} state:published`,
    },
  ];
}

type Field = keyof GroupFigures['fields'];
const FIELDS: readonly (readonly [Field, string])[] = [
  ['title', 'a title'],
  ['author', 'an author'],
  ['publishedAt', 'a date'],
];

function missingFields(now: GroupFigures, earlier: readonly GroupFigures[]): string[] {
  return FIELDS.flatMap(([field, name]) => {
    const share = fieldShare(now, field);
    const before = pooled(earlier.map((one) => fieldShare(one, field)));
    if (share.of < ENOUGH_NEW || before.of < ENOUGH || !isBelow(share, before)) return [];
    if (shareOf(before) - shareOf(share) < FIELD_DROP) return [];
    return `${percent(shareOf(share))} of the new documents have ${name}, ${percent(shareOf(before))} before`;
  });
}

function fieldShare({ fields, added, changed }: GroupFigures, field: Field): Share {
  return { hits: fields[field], of: added + changed };
}

function movedMedians(now: GroupFigures, earlier: readonly GroupFigures[]): string[] {
  const removed = medians(now, earlier, ({ removedShare }) => removedShare);
  const confidence = medians(now, earlier, (one) => one.confidence);
  const signs: string[] = [];
  if (removed && Math.abs(removed.now - removed.before) >= REMOVED_SHIFT) {
    signs.push(
      `half of the pages lose ${percent(removed.now)} of their text or more, ${percent(removed.before)} before`,
    );
  }
  if (confidence && confidence.before - confidence.now >= CONFIDENCE_DROP) {
    signs.push(
      `confidence fell from ${confidence.before.toFixed(2)} to ${confidence.now.toFixed(2)}`,
    );
  }
  return signs;
}

function medians(
  now: GroupFigures,
  earlier: readonly GroupFigures[],
  measure: (figures: GroupFigures) => Quantiles | null,
): { now: number; before: number } | null {
  const own = measure(now);
  const before = earlier.map(measure).find((one) => (one?.count ?? 0) >= ENOUGH);
  return own && own.count >= ENOUGH && before ? { now: own.p50, before: before.p50 } : null;
}

function massChange(now: GroupFigures, earlier: readonly GroupFigures[]): string[] {
  const known = now.changed + now.unchanged;
  if (known < ENOUGH || now.changed < known * CHANGED_SHARE) return [];
  const before = pooled(
    earlier.map((one) => ({ hits: one.changed, of: one.changed + one.unchanged })),
  );
  if (before.of >= ENOUGH && shareOf(before) >= CHANGED_SHARE / 2) return [];
  return [`${number(now.changed)} of ${number(known)} known documents changed at once`];
}

function sameTitles({ added, changed, titles }: GroupFigures): string[] {
  const count = added + changed;
  if (count < ENOUGH_NEW || titles > count * SAME_TITLES) return [];
  return [`${number(count)} new documents have only ${number(titles)} different titles`];
}
