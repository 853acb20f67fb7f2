import type { GroupFigures } from '#lib/model/run-figures.ts';
import type { RunChanges } from '../run-changes.ts';
import { dateTime, duration, number, percent } from './format.ts';
import { type Html, html } from './html.ts';

/** What the run did to the documents, and its figures beside those of the run before. */
export function changesSection(changes: RunChanges, now: GroupFigures): Html {
  const { added, changed, unchanged, lost, gone, before } = changes;
  return html`<section class="changes" aria-labelledby="changes">
<h2 id="changes">Since the last run</h2>
<ul class="tiles">
${tile(added, 'new', 'state:published reason:new')}
${tile(changed, 'changed', 'state:published reason:changed')}
${tile(unchanged, 'unchanged', 'state:unchanged is:document')}
${tile(gone, 'gone', 'state:gone')}
${tile(lost, 'no longer a document', 'is:lost')}
</ul>
${before ? comparison(before.total, now, before.startedAt) : html`<p class="lead">This is the first complete run of the source: there is nothing yet to compare it with.</p>`}
</section>`;
}

function tile(count: number, name: string, filter: string): Html {
  const inner = html`<b>${number(count)}</b> <span>${name}</span>`;
  if (count === 0) return html`<li class="empty">${inner}</li>`;
  return html`<li><button type="button" data-filter="${filter}">${inner}</button></li>`;
}

function comparison(before: GroupFigures, now: GroupFigures, at: string): Html {
  const rows: readonly (readonly [string, string, string])[] = [
    ['Addresses', number(before.urls), number(now.urls)],
    ['Documents', number(before.documents), number(now.documents)],
    ['Yield', yieldText(before), yieldText(now)],
    ['Median length', number(before.chars?.p50 ?? 0), number(now.chars?.p50 ?? 0)],
    ['Share removed', percent(before.removedShare?.p50), percent(now.removedShare?.p50)],
    ['Failures', number(before.errors), number(now.errors)],
    ['Median answer', duration(before.ms?.p50 ?? 0), duration(now.ms?.p50 ?? 0)],
  ];
  return html`<div class="scroller" tabindex="0" role="region" aria-label="Figures of this run and the one before">
<table class="comparison">
<thead><tr><th scope="col"></th><th scope="col">${dateTime(at)}</th><th scope="col">This run</th></tr></thead>
<tbody>${rows.map(([name, a, b]) => html`<tr><th scope="row">${name}</th><td>${a}</td><td class="${a === b ? '' : 'moved'}">${b}</td></tr>`)}</tbody>
</table></div>`;
}

function yieldText({ documents, pages }: GroupFigures): string {
  return pages === 0 ? '–' : percent(documents / pages);
}
