import type { PageView } from '../page-view.ts';
import { commandLine, h } from './dom.ts';
import { FIELD_WORDS, INCOMPLETE_WORDS, NO_DOCUMENT_WORDS } from './words.ts';

const HTTP_URL = /^https?:\/\//i;
const NUMBER = new Intl.NumberFormat('en');

/** What is known of the page: title, completeness, metadata with origins, charset, commands. */
export function viewHead(view: PageView): HTMLElement {
  const { title, url, language, outcome, fetchedAt, chars, confidence } = view;
  const facts = [
    outcome,
    fetchedAt === null ? null : `fetched ${fetchedAt.slice(0, 16).replace('T', ' ')} UTC`,
    `${NUMBER.format(chars)} characters`,
    `confidence ${confidence.toFixed(2)}`,
  ];
  return h(
    'header',
    { class: 'view-head' },
    h(
      'div',
      {},
      h('h1', { id: 'view-title', lang: language ?? 'zh', tabindex: '-1' }, title || '(untitled)'),
      url === null ? null : h('p', { class: 'url' }, siteLink(url)),
      h('p', { class: 'facts-line' }, facts.filter(Boolean).join(' · ')),
      completeness(view),
      h(
        'details',
        { class: 'commands' },
        h('summary', {}, 'Something is wrong here?'),
        h(
          'p',
          {},
          'Write the page and its present result down as a test, then correct what it should be:',
        ),
        ...view.commands.flatMap(({ label, command }) => [
          h('p', { class: 'label' }, label),
          commandLine(command),
        ]),
      ),
    ),
    h(
      'details',
      { class: 'metadata', open: !matchMedia('(max-width: 64rem)').matches },
      h('summary', {}, 'Where every field came from'),
      fieldTable(view),
    ),
  );
}

function siteLink(url: string): Node {
  if (!HTTP_URL.test(url)) return document.createTextNode(url);
  return h('a', { href: url, rel: 'noreferrer noopener', target: '_blank' }, url);
}

function completeness({ incomplete, noDocument, flags }: PageView): HTMLElement {
  const marks = incomplete
    .filter((mark) => mark !== 'no-document' || noDocument === null)
    .map((mark) => INCOMPLETE_WORDS[mark] ?? mark);
  const reasons =
    noDocument === null ? marks : [NO_DOCUMENT_WORDS[noDocument] ?? noDocument, ...marks];
  const name =
    noDocument === null ? (marks.length === 0 ? 'Complete' : 'Not whole') : 'No document';
  const kind = noDocument === null && marks.length === 0 ? 'whole' : 'partial';
  return h(
    'p',
    { class: `completeness ${kind}` },
    h('b', {}, name),
    reasons.length > 0 ? `: ${reasons.join('; ')}` : '',
    flags.length > 0 ? h('span', { class: 'flags' }, `Flags: ${flags.join(', ')}`) : null,
  );
}

function fieldTable({ fields, charset, language }: PageView): HTMLElement {
  const rows = fields.map(({ name, value, origin }) =>
    row(FIELD_WORDS[name] ?? name, value, origin ?? 'follows from the text', language),
  );
  const declared = charset.declared === null ? 'nothing declared' : `declared ${charset.declared}`;
  return h(
    'table',
    { class: 'fields' },
    h(
      'thead',
      {},
      h('tr', {}, ...['Field', 'Value', 'From'].map((name) => h('th', { scope: 'col' }, name))),
    ),
    h(
      'tbody',
      {},
      ...rows,
      row('Charset', charset.name, `${charset.from}, ${declared}: ${charset.why}`, null),
    ),
  );
}

function row(name: string, value: string, origin: string, language: string | null): HTMLElement {
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, name),
    h('td', { lang: language }, value),
    h('td', { class: 'origin' }, origin),
  );
}
