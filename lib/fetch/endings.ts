import type { HttpAnswer, HttpFault } from '#lib/io/http-client.ts';
import type { DueFacts } from '#lib/model/due-facts.ts';
import type { FetchItem } from '#lib/model/messages.ts';
import type { FetchRegister, PresenceRegister } from '#lib/model/row.ts';
import type { SourceDefinition } from '#lib/model/source.ts';
import type { Reason, State } from '#lib/model/states.ts';
import { carriedRegister, type ToldExchange } from './fetch-register.ts';
import { contentTypeOf } from './header-values.ts';
import type { Ending } from './item-result.ts';
import type { Postponed } from './politeness.ts';

/** What endings are made with. */
export interface EndingDeps {
  readonly now: () => number;
  readonly nextDue: (facts: DueFacts) => string | null;
  readonly recrawl: SourceDefinition['recrawl'];
}

interface EndingFacts {
  readonly state: State;
  readonly reason: Reason;
  readonly detail: string | null;
  readonly register: FetchRegister;
  readonly presence?: PresenceRegister | null;
  /** When it is due instead of what the recrawl rule says. */
  readonly dueAt?: string;
}

/** An ending with a register, due again when the recrawl rule says so. */
export function endingOf(item: FetchItem, facts: EndingFacts, deps: EndingDeps): Ending {
  const { state, reason, detail, register, presence = null } = facts;
  const { previous } = item;
  const isNew = register.payloadDigest !== previous?.payloadDigest;
  const nextDueAt =
    facts.dueAt ??
    deps.nextDue({
      state,
      now: deps.now(),
      changed: state === 'fetched' || state === 'unchanged' ? isNew : null,
      previous,
      recrawl: deps.recrawl,
    });
  return { state, reason, detail, fetch: { ...register, nextDueAt }, presence, exchange: null };
}

/** An ending before any request was made: the register keeps what it knew. */
export function unvisited(
  item: FetchItem,
  facts: Omit<EndingFacts, 'register'>,
  deps: EndingDeps,
): Ending {
  const told: ToldExchange = { startedAt: deps.now(), status: null, ms: 0, headers: [] };
  return endingOf(item, { ...facts, register: carriedRegister(item.previous, told) }, deps);
}

/** An ending that says nothing about the page, so its register is left alone. */
export function leftAlone(state: State, reason: Reason, detail: string | null): Ending {
  return { state, reason, detail, fetch: null, presence: null, exchange: null };
}

/** The run's budget is used up, nothing is asked for any more; the detail is the limit. */
export function overBudget(limit: string | null): Ending {
  return leftAlone('deferred', 'budget', limit);
}

export function postponedEnding(item: FetchItem, visit: Postponed, deps: EndingDeps): Ending {
  const dueAt = new Date(visit.until).toISOString();
  const detail = `not before ${dueAt}`;
  return unvisited(item, { state: 'deferred', reason: visit.reason, detail, dueAt }, deps);
}

export function faultEnding(item: FetchItem, fault: HttpFault, deps: EndingDeps): Ending {
  const { state, reason, detail } = fault;
  const register = carriedRegister(item.previous, fault);
  const contentType = contentTypeOf(fault.headers) ?? register.contentType;
  return endingOf(item, { state, reason, detail, register: { ...register, contentType } }, deps);
}

/**
 * An answer that is neither a payload nor a redirect.
 * @param notBefore when the host may be visited again, ISO 8601
 */
export function statusEnding(
  item: FetchItem,
  answer: HttpAnswer,
  notBefore: string | null,
  deps: EndingDeps,
): Ending {
  const { status } = answer;
  const detail = `status ${status}`;
  const register = carriedRegister(item.previous, answer);
  const failed = (reason: Reason): Ending =>
    endingOf(item, { state: 'failed', reason, detail, register }, deps);

  if (status === 404 || status === 410) return goneEnding(item, status, register, deps);
  if (status === 429) {
    const dueAt = notBefore === null ? {} : { dueAt: notBefore };
    return endingOf(
      item,
      { state: 'deferred', reason: 'retry-after', detail, register, ...dueAt },
      deps,
    );
  }
  if (status >= 500) return failed('http-5xx');
  if (status >= 400) return failed('http-4xx');
  return failed('malformed-response');
}

/** A document is withdrawn at once on 410, on 404 only when that has lasted. */
function goneEnding(
  item: FetchItem,
  status: 404 | 410,
  register: FetchRegister,
  deps: EndingDeps,
): Ending {
  const missingSince = item.previous?.missingSince ?? register.fetchedAt;
  const hours = (deps.now() - Date.parse(missingSince)) / 3_600_000;
  const isGone = status === 410 || hours >= deps.recrawl.goneGraceHours;
  const at = register.fetchedAt;
  return endingOf(
    item,
    {
      state: 'gone',
      reason: status === 410 ? 'http-410' : 'http-404',
      detail: isGone ? null : `missing since ${missingSince}`,
      register: { ...register, missingSince },
      presence: isGone ? { value: 'gone', at } : null,
    },
    deps,
  );
}
