import type { Charts, Histogram } from '../charts.ts';
import { duration, number, percent } from './format.ts';
import { type Html, html } from './html.ts';

/** Places for the plots, each with what it says in words; the page's script draws them. */
export function chartsSection({ histograms, trends }: Charts): Html {
  const runs = trends[0]?.at.length ?? 0;
  return html`<section class="charts" aria-labelledby="charts">
<h2 id="charts">Distributions</h2>
<div class="plots">${histograms.map((one, index) => figure(`histogram-${index}`, one.unit === 'characters' ? `${one.name}, characters` : one.name, medianText(one)))}</div>
<h2>Over the last ${runs === 1 ? 'run' : `${number(runs)} runs`}</h2>
<div class="plots">${trends.map((one, index) => figure(`trend-${index}`, one.name, legend(one.series.map(({ name }) => name))))}</div>
</section>`;
}

function figure(id: string, name: string, caption: string | Html): Html {
  return html`<figure><figcaption><b>${name}</b> ${caption}</figcaption><div class="plot" id="${id}" role="img" aria-label="${name}"></div></figure>`;
}

function medianText({ unit, median, medianBefore }: Histogram): string {
  const text = (value: number): string => {
    if (unit === 'share') return percent(value);
    return unit === 'ms' ? duration(value) : number(value);
  };
  if (median === null) return 'nothing to show';
  const before = medianBefore === null ? '' : `, before ${text(medianBefore)}`;
  return `median ${text(median)}${before}`;
}

function legend(names: readonly string[]): Html {
  if (names.length < 2) return html`${names[0] ?? ''}`;
  return html`${names.map((name, index) => html`<span class="key key-${index}">${name}</span> `)}`;
}
