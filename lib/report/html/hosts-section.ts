import type { GroupFigures, RunFigures } from '#lib/model/run-figures.ts';
import { dollars, duration, number, percent } from './format.ts';
import { type Html, html } from './html.ts';
import { sparkline } from './sparkline.ts';

const SHOWN = 100;
const HEADS = [
  ['Addresses', 'that entered the run'],
  ['Documents', 'published or unchanged'],
  ['Yield', 'documents of the pages that should have given one'],
  ['Median length', 'characters, without white space'],
  ['Removed', 'median share of the page’s text'],
  ['Repaired', 'documents with a repair'],
  ['Incomplete', 'documents that are not whole'],
  ['Duplicates', 'documents whose text another has'],
  ['Errors', 'addresses that failed'],
  ['Answer', 'median time'],
  ['Dollars', 'estimated for AWS at list prices'],
  ['Trend', 'documents over the last runs'],
] as const;

/** Source and hosts with what matters of each. `runs`: this run and those before it, latest first. */
export function hostsSection(source: string, runs: readonly RunFigures[]): Html {
  const [now] = runs;
  if (!now) return html``;
  const hosts = Object.entries(now.hosts).sort(([, a], [, b]) => b.urls - a.urls);
  const more = hosts.length - SHOWN;
  const trend = (pick: (run: RunFigures) => GroupFigures | undefined): Html =>
    sparkline(runs.toReversed().map((run) => pick(run)?.documents ?? 0));
  return html`<section class="hosts" aria-labelledby="hosts">
<h2 id="hosts">Source and hosts</h2>
<div class="scroller" tabindex="0" role="region" aria-labelledby="hosts">
<table>
<thead><tr><th scope="col">Host</th>${HEADS.map(([name, title]) => html`<th scope="col" title="${title}">${name}</th>`)}</tr></thead>
<tbody>
${hostRow(
  `all of ${source}`,
  now.total,
  trend((run) => run.total),
  null,
)}
${hosts.slice(0, SHOWN).map(([host, figures]) =>
  hostRow(
    host,
    figures,
    trend((run) => run.hosts[host]),
    `host:${host}`,
  ),
)}
</tbody>
</table></div>
${more > 0 ? html`<p>And ${number(more)} hosts with fewer addresses.</p>` : null}
</section>`;
}

function hostRow(name: string, figures: GroupFigures, trend: Html, filter: string | null): Html {
  const { documents, pages, repaired, marked, duplicates, errors } = figures;
  const head = filter
    ? html`<button type="button" class="link" data-filter="${filter}">${name}</button>`
    : name;
  return html`<tr class="${filter ? '' : 'sum'}"><th scope="row">${head}</th>
<td>${number(figures.urls)}</td><td>${number(documents)}</td>
<td>${pages === 0 ? '–' : percent(documents / pages)}</td>
<td>${figures.chars ? number(figures.chars.p50) : '–'}</td>
<td>${percent(figures.removedShare?.p50)}</td>
<td>${countCell(repaired)}</td><td>${countCell(marked)}</td>
<td>${countCell(duplicates)}</td><td class="${errors > 0 ? 'bad' : ''}">${countCell(errors)}</td>
<td>${figures.ms ? duration(figures.ms.p50) : '–'}</td><td>${dollars(figures.dollars)}</td><td>${trend}</td></tr>`;
}

function countCell(count: number): string | Html {
  return count === 0 ? html`<span class="zero">0</span>` : number(count);
}
