import type { HttpAnswer } from '#lib/io/http-client.ts';
import type { FetchItem, PreviousFetch } from '#lib/model/messages.ts';
import { articleItem, isCleaned } from './article-item.ts';
import {
  endingOf,
  faultEnding,
  overBudget,
  postponedEnding,
  statusEnding,
  unvisited,
} from './endings.ts';
import { carriedRegister, notModifiedRegister } from './fetch-register.ts';
import { fromFirstPage } from './from-first-page.ts';
import { type HostVisit, readable } from './host-visit.ts';
import { type Ending, ended, type ItemResult, keptPart } from './item-result.ts';
import { payloadItem } from './payload-item.ts';
import { redirectedItem } from './redirected-item.ts';
import { robotsDirectives } from './robots/robots-directives.ts';
import { takeUrl } from './take-url.ts';

/** Fetches one item, with the further pages of its article, to its end in this stage. */
export async function fetchItem(item: FetchItem, visit: HostVisit): Promise<ItemResult> {
  const { deps, endings } = visit;
  if (!deps.budget.takePage()) return ended(item, overBudget(deps.budget.usedUp()));
  const validators = await usableValidators(item, visit);
  const taken = await takeUrl(
    { url: item.url, canonicalUrl: item.canonicalUrl, kind: item.kind, validators },
    { guest: visit.guest, policy: visit.policy, maxBytes: deps.source.maxBytes },
  );
  switch (taken.kind) {
    case 'handed-on':
      deps.budget.returnPage();
      return { kind: 'handed-on', item };
    case 'postponed':
      deps.budget.returnPage();
      return ended(item, postponedEnding(item, taken, endings));
    case 'disallowed': {
      deps.budget.returnPage();
      const { detail } = taken;
      const facts = { state: 'robots-disallowed', reason: 'robots-rule', detail } as const;
      return ended(item, unvisited(item, facts, endings));
    }
    case 'fault':
      return ended(item, faultEnding(item, taken.fault, endings));
    case 'status': {
      const { notBefore } = visit.guest.state();
      return ended(item, statusEnding(item, taken.answer, notBefore, endings));
    }
    case 'redirect-loop':
      return ended(item, redirectLoop(item, taken.answer, visit));
    case 'redirect':
      return redirectedItem(item, taken.answer, taken.target, endings);
    case 'not-modified':
      return keptItem(item, taken.previous, taken.answer, visit);
    case 'payload':
      visit.hold(taken.answer.payload.length);
      return (await fromFirstPage(item, taken, visit)) ?? (await payloadItem(item, taken, visit));
  }
}

/**
 * What to ask with. A 304 is of use only if the old payload need not be read again (it was cleaned
 * by the present code, and is no list of links) or can be. It does not name the pages that an article
 * lacked: those are asked for again as the page itself names them.
 */
async function usableValidators(item: FetchItem, visit: HostVisit): Promise<PreviousFetch | null> {
  const { previous } = item;
  if (previous === null || previous.partsMissing) return null;
  if ((previous.etag ?? previous.lastModified) === null) return null;
  if (isCleaned(item, visit) && previous.parts.length === 0) return previous;
  return await readable(previous, visit);
}

function redirectLoop(item: FetchItem, answer: HttpAnswer, visit: HostVisit): Ending {
  const detail = `redirects to itself: ${answer.url}`;
  const register = carriedRegister(item.previous, answer);
  return endingOf(
    item,
    { state: 'failed', reason: 'redirect-loop', detail, register },
    visit.endings,
  );
}

/** The server says the page is as it was. */
async function keptItem(
  item: FetchItem,
  previous: PreviousFetch,
  answer: HttpAnswer,
  visit: HostVisit,
): Promise<ItemResult> {
  const register = notModifiedRegister(previous, answer, robotsDirectives(answer.headers, visit));
  const { raw } = previous;
  return await articleItem(item, visit, {
    register,
    first: raw && keptPart(item, previous, { raw, robots: register.robots }),
    article: { item, pages: previous.parts, digest: previous.payloadDigest, url: item.url },
    unchanged: 'not-modified',
  });
}
