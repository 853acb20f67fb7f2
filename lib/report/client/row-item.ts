import { h } from './dom.ts';
import type { ReportData } from './embedded.ts';

type Row = ReportData['rows'][number];

const NUMBER = new Intl.NumberFormat('en');

/** A line of the list; its link is the way to the view. */
export function rowItem(row: Row, href: string): HTMLLIElement {
  const { title, url, host, state, reason, isDocument } = row;
  const name = title || url;
  return h(
    'li',
    { class: 'row', 'data-id': row.id },
    h(
      'a',
      { class: 'row-link', href, lang: title ? (row.language ?? 'zh') : null },
      h('span', { class: 'row-title' }, name),
    ),
    h(
      'span',
      { class: 'row-end' },
      h('span', { class: `chip state-${state}` }, state, ' ', h('span', {}, reason)),
    ),
    h(
      'span',
      { class: 'row-facts' },
      h('span', { class: 'host' }, title ? pathOf(url, host) : host),
      ...figures(row),
      ...(row.incomplete ?? []).map((mark) => h('span', { class: 'mark' }, mark)),
      ...(row.repairs ?? []).map((repair) => h('span', { class: 'mark repair' }, repair)),
      row.isDuplicate && h('span', { class: 'mark' }, 'duplicate'),
      row.isShort && h('span', { class: 'mark' }, 'short'),
      !isDocument && row.detail ? h('span', { class: 'detail' }, row.detail) : null,
    ),
  );
}

function figures(row: Row): HTMLElement[] {
  const texts = [
    row.publishedAt?.slice(0, 10),
    row.isDocument && row.chars !== undefined ? `${NUMBER.format(row.chars)} characters` : '',
    row.removedShare !== undefined ? `${Math.round(row.removedShare * 100)} % removed` : '',
    row.confidence !== undefined && row.isDocument ? `confidence ${row.confidence.toFixed(2)}` : '',
    row.ms !== undefined ? `${row.ms} ms` : '',
    row.status !== undefined && row.status !== 200 ? `HTTP ${row.status}` : '',
  ];
  return texts.filter((text): text is string => !!text).map((text) => h('span', {}, text));
}

function pathOf(url: string, host: string): string {
  const at = url.indexOf(host);
  return at < 0 ? url : url.slice(at);
}
