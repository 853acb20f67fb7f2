import type { FunnelStep, Leaving } from '../funnel.ts';
import { number } from './format.ts';
import { type Html, html } from './html.ts';

const TITLES: Readonly<Record<string, string>> = {
  discovered: 'Discovered',
  asked: 'Asked',
  answered: 'Answered',
  'read as a page': 'Read as a page',
  documents: 'Documents',
};

/** The way from discovered to document, with every state and reason that led off it. */
export function funnelSection(steps: readonly FunnelStep[]): Html {
  const all = Math.max(1, steps[0]?.count ?? 0);
  return html`<section class="funnel" aria-labelledby="funnel">
<h2 id="funnel">The way to a document</h2>
<p class="lead">Every address ends in exactly one state. Choose one to see its addresses.</p>
<ol>${steps.map((step) => stepItem(step, all))}</ol>
</section>`;
}

function stepItem({ name, count, leaving }: FunnelStep, all: number): Html {
  const share = ((100 * count) / all).toFixed(2);
  return html`<li>
<p class="step"><span class="name">${TITLES[name] ?? name}</span> <strong>${number(count)}</strong></p>
<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="10"/><rect class="fill" width="${share}" height="10"/></svg>
${leaving.length > 0 ? html`<ul class="leaving">${leaving.map(leavingItem)}</ul>` : null}
</li>`;
}

function leavingItem({ state, reason, count }: Leaving): Html {
  return html`<li><button type="button" class="chip state-${state}" data-filter="state:${state} reason:${reason}">${state} <span>${reason}</span> <b>${number(count)}</b></button></li>`;
}
