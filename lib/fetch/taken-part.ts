import { documentId } from '#lib/model/document-id.ts';
import type { FetchItem, PreviousFetch } from '#lib/model/messages.ts';
import type { FetchRegister } from '#lib/model/row.ts';
import { endingOf } from './endings.ts';
import { carriedRegister, notModifiedRegister, payloadRegister } from './fetch-register.ts';
import type { HostVisit } from './host-visit.ts';
import { type Ending, keptPart, newPart, type TakenPart } from './item-result.ts';
import { robotsDirectives } from './robots/robots-directives.ts';
import type { Taken } from './take-url.ts';

/** A page of an article that could be had. */
export interface PartTaken {
  readonly part: TakenPart;
  readonly ending: Ending;
  /** Null if none came. */
  readonly payload: Uint8Array | null;
  readonly isNew: boolean;
}

export interface PartAddress {
  readonly url: string;
  readonly canonicalUrl: string;
  readonly known: PreviousFetch | null;
  /** The same if its payload can be read. */
  readonly previous: PreviousFetch | null;
}

/** The page of the article an answer brought, and how it ends; null if it brought none. */
export function takenPart(
  item: FetchItem,
  page: PartAddress,
  taken: Taken,
  visit: HostVisit,
): PartTaken | null {
  const { url, canonicalUrl, known, previous } = page;
  const address: FetchItem = {
    ...item,
    url,
    canonicalUrl,
    previous: known,
    id: documentId(canonicalUrl),
  };
  const partOf = {
    state: 'part-of',
    reason: 'page-of-article',
    detail: item.canonicalUrl,
  } as const;
  const register = previous && keptRegister(previous, taken, visit);
  if (previous?.raw && register) {
    return {
      part: keptPart(page, previous, { raw: previous.raw, robots: register.robots }),
      ending: endingOf(address, { ...partOf, register }, visit.endings),
      payload: null,
      isNew: false,
    };
  }
  if (taken.kind !== 'payload') return null;
  const { answer, digest } = taken;
  const robots = robotsDirectives(answer.headers, visit);
  const told = payloadRegister(known, answer, { digest, robots });
  const ending = endingOf(address, { ...partOf, register: told }, visit.endings);
  const { payload } = answer;
  if (previous?.raw && previous.payloadDigest === digest) {
    const part = keptPart(page, previous, { raw: previous.raw, robots });
    return { part, ending, payload, isNew: false };
  }
  const part = newPart(canonicalUrl, answer, { digest, robots });
  const { exchange } = part.raw;
  return {
    part,
    ending: { ...ending, exchange },
    payload,
    isNew: known?.payloadDigest !== digest,
  };
}

/**
 * The register of a page that is kept as an earlier run stored it: because the server says that it
 * is the same, or cannot say anything just now, which must not tear the article. Null if it is not.
 */
function keptRegister(
  previous: PreviousFetch,
  taken: Taken,
  visit: HostVisit,
): FetchRegister | null {
  switch (taken.kind) {
    case 'not-modified': {
      const robots = robotsDirectives(taken.answer.headers, visit);
      return notModifiedRegister(previous, taken.answer, robots);
    }
    case 'fault':
      return taken.fault.passing ? carriedRegister(previous, taken.fault) : null;
    case 'status': {
      const { status } = taken.answer;
      return status === 429 || status >= 500 ? carriedRegister(previous, taken.answer) : null;
    }
    default:
      return null;
  }
}
