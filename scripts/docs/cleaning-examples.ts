import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { traceArticle } from '../../lib/clean/trace/trace-article.ts';
import type { Piece } from '../../lib/model/page-trace.ts';
import {
  REMOVAL_REASONS,
  REPAIRS,
  type RemovalReason,
  type Repair,
} from '../../lib/model/removal.ts';
import { table } from './source-fields.ts';

const PAGES = 'tests/golden/pages';
const LEAST = 4;
const MOST = 46;
const WHITE = /\s+/g;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

const REASON_WORDS: Readonly<Record<RemovalReason, string>> = {
  script: 'script, style, template: never text of the document',
  hidden: 'not shown: by attribute, inline style or the page’s own style sheet',
  navigation: 'site menus, tables of links',
  breadcrumb: 'the path to the page',
  header: 'the site’s masthead',
  footer: 'imprint, licences, ICP number',
  sidebar: 'what stands beside the document',
  advertisement: 'advertising, by its label or place',
  related: 'other documents: related lists, previous and next, news',
  pager: 'links to the other pages of the article',
  comments: 'what readers wrote',
  share: 'share buttons and what is written on them',
  subscribe: 'newsletters, follow us, QR codes',
  login: 'prompts to log in or register',
  'download-prompt': 'download buttons, file data of a viewer',
  paywall: 'the offer of the rest for money',
  promotion: 'the site speaks of itself inside the document',
  disclaimer: 'copyright statements and terms of the platform',
  form: 'buttons and labels of inputs',
  media: 'players, galleries, captions that are not the document’s',
  metadata: 'became a field: title, date, author, source, category',
  duplicate: 'said twice on the page',
  jammer: 'strings planted against copying',
  'page-number': 'printed page numbers, segment numbers of a viewer',
  template: 'learned: this host repeats it on its pages',
  'site-rule': 'a selector of the source definition',
  boilerplate: 'judged not to belong to the document, nothing more specific known',
};

const REPAIR_WORDS: Readonly<Record<Repair, string>> = {
  'pinyin-annotations': 'pinyin that a mirror put after, or into, traditional characters',
  'gbk-byte-shift':
    'a lost byte shifted the pairs of GBK: characters are found again by their context',
  'simplified-script':
    'text a mirror had converted is Simplified again; genuine traditional text stays',
  'zero-width': 'characters nobody sees, strewn in against copying',
  'page-breaks': 'what a viewer’s pages parted is joined, their numbers go',
  mojibake: 'text that was read in the wrong charset once',
  escapes: 'escapes left in the text',
  'doubled-runs': 'text that a tool doubled',
  'image-characters': 'a picture of a character becomes the character',
};

/** Golden cases whose examples are the clearest; the others are looked through after them. */
const FIRST = [
  'repair--mojibake',
  'repair--escapes',
  'repair--doubled-runs',
  'repair--image-characters',
  'removed--page-numbers',
  'genre--wenjuan-1',
  'genre--wenjuan-2',
  'genre--lanxi-2',
  'genre--zhiye-1',
  'ad-lines-inside',
  'genre--haowenyz-1',
  'genre--haowenyz-2',
  'genre--shuzhai-1',
  'genre--mobai-1',
  'forum--discuz-x',
];

interface Example {
  readonly text: string;
  readonly slug: string;
}

/** The first piece of each reason and repair that tells something; of repairs those with something on both sides first. */
function examples(): {
  reasons: Map<RemovalReason, Example>;
  repairs: Map<Repair, Example>;
} {
  const reasons = new Map<RemovalReason, Example>();
  const repairs = new Map<Repair, Example>();
  const oneSided = new Map<Repair, Example>();
  for (const slug of new Set([...FIRST, ...readdirSync(PAGES).sort()])) {
    for (const { text, now, reason, repairs: by = [] } of piecesOf(slug)) {
      const was = visible(text);
      if (reason) {
        const isTelling = was.length >= LEAST && was.length <= MOST;
        if (isTelling && !reasons.has(reason)) reasons.set(reason, { text: was, slug });
        continue;
      }
      const [repair] = by;
      const is = visible(now ?? '');
      if (!repair || by.length !== 1) continue;
      const found = is === '' ? oneSided : repairs;
      const example = {
        text: `${was === '' ? '(a picture)' : short(was)} → ${is === '' ? '(nothing)' : short(is)}`,
        slug,
      };
      if (!found.has(repair)) found.set(repair, example);
    }
  }
  return { reasons, repairs: new Map([...oneSided, ...repairs]) };
}

function short(text: string): string {
  return text.length > MOST / 2 ? `${text.slice(0, MOST / 2)}…` : text;
}

function piecesOf(slug: string): readonly Piece[] {
  const file = (name: string): string => join(PAGES, slug, name);
  const { contentType, url } = JSON.parse(readFileSync(file('page.json'), 'utf8'));
  const source = existsSync(file('source.txt')) ? 'source.txt' : 'source.html';
  const { pages } = traceArticle([{ bytes: readFileSync(file(source)), contentType, url }]);
  return pages.flatMap(({ before }) => before.flatMap(({ pieces }) => pieces));
}

function visible(text: string): string {
  return text
    .replace(INVISIBLE, (sign) => {
      const code = sign.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
      return `‹U+${code}›`;
    })
    .replace(WHITE, ' ')
    .trim();
}

const cell = (example: Example | undefined): string[] =>
  example
    ? [
        `\`${example.text.replaceAll('`', "'")}\``,
        `[${example.slug}](../${PAGES}/${example.slug}/expected.json)`,
      ]
    : ['', ''];

/** Every reason of removal, and every repair, with an example from the golden cases. */
export function cleaningTables(): Readonly<Record<'reasons' | 'repairs', string>> {
  const found = examples();
  return {
    reasons: table(
      ['reason', 'what goes', 'example', 'golden case'],
      REMOVAL_REASONS.map((reason) => [
        `\`${reason}\``,
        REASON_WORDS[reason],
        ...cell(found.reasons.get(reason)),
      ]),
    ),
    repairs: table(
      ['repair', 'what it mends', 'old → new', 'golden case'],
      REPAIRS.map((repair) => [
        `\`${repair}\``,
        REPAIR_WORDS[repair],
        ...cell(found.repairs.get(repair)),
      ]),
    ),
  };
}
