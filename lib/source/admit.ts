import { canonicalUrl } from '#lib/model/canonical-url.ts';
import type { Link } from '#lib/model/messages.ts';
import type { Row } from '#lib/model/row.ts';
import type { TrapKind } from '#lib/model/run.ts';
import { detectTrap } from './detect-trap.ts';
import { addressOf, addressOfInvalid, type RowMaker } from './discovered-rows.ts';
import type { Scope } from './in-scope.ts';
import type { SkipCounter } from './skip-counter.ts';

/** Redirects from a discovered URL to its page. RFC 9309 asks for five at robots.txt; pages get as many. */
const MAX_HOPS = 5;
const MAX_DETAIL = 300;

/** A link that may enter the run. */
export interface Candidate {
  readonly link: Link;
  readonly canonical: string;
}

export interface Admitted {
  /** Each URL once. */
  readonly candidates: readonly Candidate[];
  /** Of links that a person or a redirect named and that can never be fetched. */
  readonly rows: Row[];
}

interface AdmitDeps {
  readonly deps: { readonly seen: ReadonlySet<string>; readonly now: Date };
  readonly maker: RowMaker;
  readonly scope: Scope;
  /** Links that may not enter are counted here, each URL once. */
  readonly skips: SkipCounter;
}

type Verdict = 'candidate' | 'out-of-scope' | 'ended' | { readonly trap: TrapKind };

/** Sorts out links by their address alone. A URL named twice enters if either way of finding it allows. */
export function admit(links: readonly Link[], { deps, maker, scope, skips }: AdmitDeps): Admitted {
  const verdicts = new Map<string, Verdict>();
  const candidates: Candidate[] = [];
  const rows: Row[] = [];
  for (const link of links) {
    const canonical = canonicalUrl(link.url);
    const key = canonical ?? addressOfInvalid(link).canonicalUrl;
    const before = verdicts.get(key);
    if (deps.seen.has(key) || before === 'candidate' || before === 'ended') continue;
    const verdict = verdictOn(link, canonical, scope, deps.now);
    verdicts.set(key, verdict);
    if (verdict === 'ended') rows.push(...endOf(link, canonical, maker));
    else if (verdict === 'candidate' && canonical !== null) candidates.push({ link, canonical });
  }
  for (const [url, verdict] of verdicts) {
    if (verdict === 'out-of-scope') skips.skip('outOfScope');
    else if (typeof verdict === 'object') skips.trap(verdict.trap, url);
  }
  return { candidates, rows };
}

function verdictOn(link: Link, canonical: string | null, scope: Scope, now: Date): Verdict {
  const isNamed = link.reason === 'seed';
  if (canonical === null) return isNamed ? 'ended' : 'out-of-scope';
  if (link.hop > MAX_HOPS) return 'ended';
  const trap = isNamed ? null : detectTrap(canonical, now);
  if (trap) return { trap };
  return scope.includes(canonical, link) ? 'candidate' : 'out-of-scope';
}

/** The rows of a link that can never be fetched. */
function endOf(link: Link, canonical: string | null, maker: RowMaker): Row[] {
  if (canonical !== null) {
    const detail = `more than ${MAX_HOPS} redirects`;
    const end = ['failed', 'redirect-depth', detail] as const;
    return maker.endedRows(addressOf(link, canonical), link.reason, end);
  }
  const shown = link.url.slice(0, MAX_DETAIL);
  return maker.endedRows(
    addressOfInvalid(link),
    link.reason,
    URL.canParse(link.url)
      ? ['blocked-address', 'scheme', `not http or https: ${shown}`]
      : ['failed', 'invalid-url', `not a URL: ${shown}`],
  );
}
