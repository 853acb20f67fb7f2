import type { PreviousFetch } from '#lib/model/messages.ts';
import type { HostVisit } from './host-visit.ts';
import { type Taken, takeUrl } from './take-url.ts';

/** No request was made. */
const NOT_ASKED: ReadonlySet<Taken['kind']> = new Set(['handed-on', 'postponed', 'disallowed']);

/** Asks for a page of an article, if the budget has one left; null if not. */
export async function askPage(
  page: { readonly url: string; readonly canonicalUrl: string },
  validators: PreviousFetch | null,
  { guest, policy, deps, hold }: HostVisit,
): Promise<Taken | null> {
  if (!deps.budget.takePage()) return null;
  const taken = await takeUrl(
    { ...page, kind: 'page', validators },
    { guest, policy, maxBytes: deps.source.maxBytes },
  );
  if (NOT_ASKED.has(taken.kind)) deps.budget.returnPage();
  if (taken.kind === 'payload') hold(taken.answer.payload.length);
  return taken;
}
