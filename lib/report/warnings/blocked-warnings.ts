import type { GroupFigures } from '#lib/model/run-figures.ts';
import type { SourceDefinition } from '#lib/model/source.ts';
import { number, percent } from '../html/format.ts';
import { REFUSED_ANSWERS, REFUSED_SHARE } from '../thresholds.ts';
import type { Warning } from './warning.ts';

/** HTTP statuses by which servers turn crawlers away (RFC 9110, section 15.5; RFC 6585, section 4; RFC 7725). */
const REFUSALS: Readonly<Record<string, string>> = {
  401: '401 Unauthorized',
  403: '403 Forbidden',
  429: '429 Too Many Requests',
  451: '451 Unavailable For Legal Reasons',
  503: '503 Service Unavailable',
};

/** Ends that say the same without a status. */
const REFUSED: Readonly<Record<string, string>> = {
  'no-document/captcha': 'a captcha',
  'deferred/retry-after': 'Retry-After',
  'deferred/breaker': 'failure after failure, so that it was left alone',
  'robots-disallowed/robots-unreachable': 'no robots.txt',
};

/** A host turns us away. */
export function blockedWarnings(
  host: string,
  now: GroupFigures,
  source: SourceDefinition,
): Warning[] {
  const refusals = [
    ...Object.entries(REFUSALS).map(([status, name]) => ({ name, n: now.statuses[status] ?? 0 })),
    ...Object.entries(REFUSED).map(([reason, name]) => ({ name, n: now.reasons[reason] ?? 0 })),
  ].filter(({ n }) => n > 0);
  const sum = refusals.reduce((total, { n }) => total + n, 0);
  if (sum < REFUSED_ANSWERS || sum < now.urls * REFUSED_SHARE) return [];
  const [main] = refusals.toSorted((a, b) => b.n - a.n);
  const { intervalMs } = source.politeness;
  return [
    {
      level: 'serious',
      kind: 'blocked',
      host,
      title: `${host} turns us away: ${main?.name ?? 'a refusal'} for ${number(main?.n ?? 0)} of ${number(now.urls)} addresses.`,
      detail: `${percent(sum / now.urls)} of what was asked there was refused: ${refusals.map(({ name, n }) => `${name} ${number(n)}`).join(', ')}.`,
      action: `Ask more slowly: raise politeness.intervalMs of sources/${source.name}.json (now ${number(intervalMs)} ms), and see whether the site has a contact or an API. Do not try to get around it.`,
      command: null,
      filter: `host:${host} is:refused`,
    },
  ];
}
