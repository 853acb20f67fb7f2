import type { HttpAnswer } from '#lib/io/http-client.ts';
import { canonicalUrl } from '#lib/model/canonical-url.ts';
import type { FetchItem, Link } from '#lib/model/messages.ts';
import type { Reason, State } from '#lib/model/states.ts';
import { type EndingDeps, endingOf } from './endings.ts';
import { carriedRegister } from './fetch-register.ts';
import { type EndedItem, ended } from './item-result.ts';

/** Redirects from a discovered URL to the page; each is an item of its own, in its own lane. */
const MAX_HOPS = 5;

/** A redirect to another page ends the item; its target is a link, unless it may not be followed. */
export function redirectedItem(
  item: FetchItem,
  answer: HttpAnswer,
  target: string,
  deps: EndingDeps,
): EndedItem {
  const register = { ...carriedRegister(item.previous, answer), redirectedTo: target };
  const end = (state: State, reason: Reason, links: readonly Link[] = []): EndedItem =>
    ended(item, endingOf(item, { state, reason, detail: `to ${target}`, register }, deps), links);

  const { username, password } = new URL(target);
  if (canonicalUrl(target) === null) return end('blocked-address', 'scheme');
  if (username !== '' || password !== '') return end('blocked-address', 'credentials');
  if (item.hop >= MAX_HOPS) return end('failed', 'redirect-depth');
  const link: Link = {
    url: target,
    kind: item.kind,
    reason: 'redirect',
    depth: item.depth,
    hop: item.hop + 1,
    via: item.canonicalUrl,
    lastModified: null,
  };
  return end('redirected', 'redirect', [link]);
}
