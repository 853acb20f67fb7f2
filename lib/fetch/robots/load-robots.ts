import type { HttpAnswer, HttpRequest } from '#lib/io/http-client.ts';
import type { RobotsRecord } from '#lib/model/host-state.ts';
import { firstValue } from '../header-values.ts';
import type { HandedOn, Postponed, Visit } from '../politeness.ts';
import { isRedirect, redirectTarget } from '../redirect-target.ts';
import { ROBOTS_MAX_BYTES } from './parse-robots.ts';

/** RFC 9309, section 2.3.1.2: at least five redirects are followed. */
const MAX_REDIRECTS = 5;
/** RFC 9309, section 2.4. */
const CACHE_MS = 24 * 60 * 60 * 1000;
/** An unreachable robots.txt is asked for again sooner. */
const UNREACHABLE_MS = 60 * 60 * 1000;
/** RFC 9309, section 2.3.1.4: a copy may serve while the file is unreachable; not for ever. */
const STALE_MS = 30 * 24 * 60 * 60 * 1000;

export interface LoadRobotsDeps {
  readonly visit: (request: HttpRequest) => Promise<Visit>;
  readonly now: () => number;
}

/** The rules of an origin as far as they are known, or why they could not be asked for. */
export type LoadedRobots =
  | { readonly kind: 'record'; readonly record: RobotsRecord }
  | { readonly kind: 'refused'; readonly visit: Extract<Visit, { kind: 'fault' }> }
  | Postponed
  | HandedOn;

/**
 * The robots.txt of an origin: the copy if it is fresh, else fetched. By RFC 9309, section 2.3.1:
 * 2xx is read; 4xx means there are no rules; 5xx, 429 (the host has enough of us, so nothing is
 * open), timeouts and broken connections mean all is closed; too many redirects mean no rules.
 * While it is unreachable an old copy serves.
 */
export async function loadRobots(
  origin: string,
  known: RobotsRecord | undefined,
  deps: LoadRobotsDeps,
): Promise<LoadedRobots> {
  if (known && Date.parse(known.expiresAt) > deps.now()) return { kind: 'record', record: known };
  let url: string | null = `${origin}/robots.txt`;
  for (let redirects = 0; redirects <= MAX_REDIRECTS && url !== null; redirects++) {
    const visit = await deps.visit({ url, maxBytes: ROBOTS_MAX_BYTES, overflow: 'cut' });
    if (visit.kind !== 'answer') return unanswered(visit, redirects, known, deps.now());
    const { status } = visit;
    if (!isRedirect(status)) return answered(visit, known, deps.now());
    url = redirectTarget(firstValue(visit.headers, 'location'), url);
  }
  return found(404, '', deps.now());
}

function answered(
  { status, payload }: HttpAnswer,
  known: RobotsRecord | undefined,
  now: number,
): LoadedRobots {
  if (status >= 500 || status === 429) return unreachable(status, `status ${status}`, known, now);
  return found(status, status === 200 ? Buffer.from(payload).toString('latin1') : '', now);
}

function unanswered(
  visit: Exclude<Visit, HttpAnswer>,
  redirects: number,
  known: RobotsRecord | undefined,
  now: number,
): LoadedRobots {
  switch (visit.kind) {
    case 'aborted':
      return { kind: 'handed-on' };
    case 'fault': {
      // Our own refusal of this host, or no such host: nothing of it can be fetched, and why is plain.
      const isRefused = visit.state === 'blocked-address' && redirects === 0;
      if (isRefused || (visit.reason === 'dns' && redirects === 0))
        return { kind: 'refused', visit };
      return unreachable(null, `${visit.reason}: ${visit.detail}`, known, now);
    }
    default:
      return visit;
  }
}

function found(status: number, body: string, now: number): LoadedRobots {
  return { kind: 'record', record: recordOf({ status, body, detail: null }, now, CACHE_MS) };
}

function unreachable(
  status: number | null,
  detail: string,
  known: RobotsRecord | undefined,
  now: number,
): LoadedRobots {
  const isUsable = known && isReachable(known) && now - Date.parse(known.fetchedAt) < STALE_MS;
  const record = isUsable
    ? { ...known, expiresAt: new Date(now + UNREACHABLE_MS).toISOString() }
    : recordOf({ status, body: '', detail }, now, UNREACHABLE_MS);
  return { kind: 'record', record };
}

/** Whether the record says what the rules are; if not, nothing may be fetched. */
export function isReachable({ status }: RobotsRecord): boolean {
  return status !== null && status < 500 && status !== 429;
}

function recordOf(
  facts: Pick<RobotsRecord, 'status' | 'body' | 'detail'>,
  now: number,
  keepMs: number,
): RobotsRecord {
  return {
    ...facts,
    fetchedAt: new Date(now).toISOString(),
    expiresAt: new Date(now + keepMs).toISOString(),
  };
}
