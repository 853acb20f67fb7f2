import type { Warning } from '../warnings/warning.ts';
import { plural } from './format.ts';
import { type Html, html } from './html.ts';

const SHOWN = 30;

/** What a person should look at, before anything else. */
export function warningsSection(warnings: readonly Warning[], runsBefore: number): Html {
  if (warnings.length === 0) {
    const why =
      runsBefore === 0
        ? 'It is the first complete run of this source: from the next one on, runs are held against each other.'
        : `Held against ${plural(runsBefore, 'run')} before.`;
    return html`<section class="warnings none" aria-labelledby="warnings">
<h2 id="warnings">Nothing to look at</h2>
<p>No host blocks, and yield, templates and lengths are as expected. ${why}</p>
</section>`;
  }
  const more = warnings.length - SHOWN;
  return html`<section class="warnings" aria-labelledby="warnings">
<h2 id="warnings">${plural(warnings.length, 'thing')} to look at</h2>
<ol>${warnings.slice(0, SHOWN).map(warningItem)}</ol>
${more > 0 ? html`<p>And ${plural(more, 'more')}.</p>` : null}
</section>`;
}

function warningItem({ level, title, detail, action, command, filter }: Warning): Html {
  return html`<li class="warning ${level}">
<h3>${title}</h3>
<p>${detail}</p>
<p class="action">${action}</p>
${command === null ? null : html`<p class="command"><code>${command}</code></p>`}
${filter === '' ? null : html`<p><button type="button" class="link" data-filter="${filter}">Show these addresses</button></p>`}
</li>`;
}
