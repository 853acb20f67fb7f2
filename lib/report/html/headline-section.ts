import type { RunRecord } from '#lib/model/run.ts';
import type { GroupFigures } from '#lib/model/run-figures.ts';
import { bytes, dateTime, dollars, duration, number, plural } from './format.ts';
import { type Html, html } from './html.ts';

/** What came of the run, in one sentence, and the figures everybody asks for first. */
export function headlineSection(record: RunRecord, total: GroupFigures): Html {
  const { startedAt, completedAt, source } = record;
  const took = completedAt === null ? null : Date.parse(completedAt) - Date.parse(startedAt);
  return html`<section class="headline" aria-labelledby="headline">
<p class="kicker">Run of <strong>${source.name}</strong>, <time datetime="${startedAt}">${dateTime(startedAt)}</time></p>
<h1 id="headline">${plural(total.documents, 'document')} from ${plural(total.urls, 'address', 'addresses')}</h1>
<p class="deck">${deck(total)}</p>
<dl class="facts">
${fact('Took', took === null ? 'not finished' : duration(took))}
${fact('Read', bytes(total.bytes))}
${fact('Median document', total.chars ? `${number(total.chars.p50)} characters` : '–')}
${fact('Median answer', total.ms ? duration(total.ms.p50) : '–')}
${total.dollars === null ? null : fact('On AWS about', dollars(total.dollars))}
${fact('Run', html`<code>${record.runId}</code>`)}
</dl>
</section>`;
}

function fact(name: string, value: string | Html): Html {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

function deck({ added, changed, unchanged, errors, duplicates, marked }: GroupFigures): string {
  const parts = [
    added > 0 ? `${number(added)} new` : '',
    changed > 0 ? `${number(changed)} changed` : '',
    unchanged > 0 ? `${number(unchanged)} unchanged` : '',
  ].filter(Boolean);
  const kept = parts.length > 0 ? `${parts.join(', ')}.` : 'No document.';
  const rest = [
    marked > 0 ? `${number(marked)} not whole` : '',
    duplicates > 0 ? plural(duplicates, 'duplicate') : '',
    errors > 0 ? plural(errors, 'failure') : '',
  ].filter(Boolean);
  return rest.length > 0 ? `${kept} ${sentence(rest)}` : kept;
}

function sentence(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  const text = parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${last}` : last;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
