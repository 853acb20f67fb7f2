import type { HttpAnswer } from '#lib/io/http-client.ts';
import type { FetchItem, PreviousFetch } from '#lib/model/messages.ts';
import type { FetchRegister, PresenceRegister } from '#lib/model/row.ts';
import {
  endingOf,
  faultEnding,
  leftAlone,
  postponedEnding,
  statusEnding,
  unvisited,
} from './endings.ts';
import { type ArticleStart, fetchArticle, type TakenArticle } from './fetch-article.ts';
import { carriedRegister, notModifiedRegister, payloadRegister } from './fetch-register.ts';
import { furtherPages, type HostVisit, readable } from './host-visit.ts';
import {
  type EndedItem,
  type Ending,
  ended,
  type ItemResult,
  keptPart,
  newPart,
  type TakenPart,
} from './item-result.ts';
import { redirectedItem } from './redirected-item.ts';
import { robotsDirectives } from './robots/robots-directives.ts';
import { type Taken, takeUrl } from './take-url.ts';

const NO_ARTICLE: TakenArticle = {
  parts: [],
  partEndings: [],
  partsMissing: false,
  anyNew: false,
  handedOn: false,
};

/** Fetches one item, with the further pages of its article, to its end in this stage. */
export async function fetchItem(item: FetchItem, visit: HostVisit): Promise<ItemResult> {
  const { deps, endings } = visit;
  if (!deps.budget.takePage()) {
    return ended(item, leftAlone('deferred', 'budget', 'the run’s budget is used up'));
  }
  const validators = await usableValidators(item, visit);
  const taken = await takeUrl(
    { url: item.url, canonicalUrl: item.canonicalUrl, kind: item.kind, validators },
    { guest: visit.guest, policy: visit.policy, maxBytes: deps.source.maxBytes },
  );
  switch (taken.kind) {
    case 'handed-on':
      return { kind: 'handed-on', item };
    case 'postponed':
      return ended(item, postponedEnding(item, taken, endings));
    case 'disallowed': {
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
      return payloadItem(item, taken, visit);
  }
}

/**
 * What to ask with. A 304 is of use only if the old payload need not be read again (it was cleaned
 * by the present code, and is no list of links) or can be.
 */
async function usableValidators(item: FetchItem, visit: HostVisit): Promise<PreviousFetch | null> {
  const { previous } = item;
  if (previous === null || (previous.etag ?? previous.lastModified) === null) return null;
  if (isCleaned(item, visit) && previous.parts.length === 0) return previous;
  return await readable(previous, visit);
}

/** Whether what the present cleaning code makes of the previous payload is known already. */
function isCleaned({ kind, previous }: FetchItem, { deps }: HostVisit): boolean {
  return kind === 'page' && previous?.cleaner === deps.cleanerVersion;
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
  return await goOn(item, visit, {
    register,
    first: raw && keptPart(item, previous, { raw, robots: register.robots }),
    article: { item, pages: previous.parts, digest: previous.payloadDigest, url: item.url },
    unchanged: 'not-modified',
  });
}

async function payloadItem(
  item: FetchItem,
  { answer, digest }: Extract<Taken, { kind: 'payload' }>,
  visit: HostVisit,
): Promise<ItemResult> {
  const { previous } = item;
  visit.hold(answer.payload.length);
  const robots = robotsDirectives(answer.headers, visit);
  const first = newPart(item.canonicalUrl, answer, { digest, robots });
  const isSame = previous !== null && previous.payloadDigest === digest;
  const register = payloadRegister(previous, answer, { digest, robots });
  const pages = item.kind === 'page' ? furtherPages(visit, answer.payload, first) : [];
  return await goOn(item, visit, {
    register,
    first,
    article: { item, pages, digest, url: answer.url },
    unchanged: isSame ? 'same-payload' : null,
  });
}

interface FirstPage {
  readonly register: FetchRegister;
  /** Null if the payload is neither here nor stored. */
  readonly first: TakenPart | null;
  readonly article: ArticleStart;
  /** Why the first page needs no cleaning, if its further pages do not either. */
  readonly unchanged: 'not-modified' | 'same-payload' | null;
}

/** From the first page to the whole article, and to its ending. */
async function goOn(item: FetchItem, visit: HostVisit, page: FirstPage): Promise<ItemResult> {
  const { register, first, unchanged } = page;
  const article =
    item.kind === 'page' && page.article.pages.length > 0
      ? await fetchArticle(page.article, visit)
      : NO_ARTICLE;
  if (article.handedOn) return { kind: 'handed-on', item };
  const { partEndings, partsMissing } = article;
  const isUnchanged = unchanged !== null && !article.anyNew && !partsMissing;
  if (first === null || (isUnchanged && isCleaned(item, visit))) {
    const facts = {
      state: 'unchanged',
      reason: unchanged ?? 'not-modified',
      detail: null,
    } as const;
    const ending = endingOf(
      item,
      { ...facts, register, presence: lifted(item, register) },
      visit.endings,
    );
    return { ...ended(item, ending), partEndings };
  }
  const ending = endingOf(
    item,
    {
      state: 'fetched',
      reason: 'http-200',
      detail: unchanged,
      register,
      presence: lifted(item, register),
    },
    visit.endings,
  );
  const exchange = 'exchange' in first.raw ? first.raw.exchange : null;
  return {
    kind: 'ended',
    item,
    ending: { ...ending, exchange },
    parts: [first, ...article.parts],
    partsMissing,
    partEndings,
    links: [],
  } satisfies EndedItem;
}

/** A page that was missing is back. */
function lifted({ previous }: FetchItem, register: FetchRegister): PresenceRegister | null {
  return previous?.missingSince ? { value: 'present', at: register.fetchedAt } : null;
}
