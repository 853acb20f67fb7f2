import { linkDefinition } from './markdown-address.ts';
import { atxHeading, codeFence, isRule } from './markdown-line.ts';
import { isDelimiterRow } from './markdown-table.ts';

/** What it takes. A sign that plain texts have too counts one, and once; what only Markdown writes counts two. */
const ENOUGH = 3;
const STRONG = 2;
const WEAK = 1;
/** Paragraphs of Markdown are parted by blank lines: what this cleaner writes as text has none. */
const LEAST_BLANK = 2;
const MOST_LINES_A_BLANK = 12;
/** So many signs that one line may have by chance. */
const FEW = 2;

const LINK = /(?<!!)\[[^[\]]{1,100}\]\((?:[a-z]{2,20}:|[/.#?]|[!-~]{0,200}[./?#=])[^\s()]{0,300}/iu;
const LINKED_IMAGE = /!\[[^[\]]{0,200}\]\([^\s()]{1,300}/u;
const BOLD = /\*\*[^\s*][^*]{0,200}\*\*|__[^\s_][^_]{0,200}__(?!\w)/u;
const BULLET = /^[-*+][ \t]+\S/u;
const ESCAPED = /[\p{L}\p{N}\s]\\[_*[\]#+-]|^\d{1,3}\\\./u;

type Sign =
  | 'link'
  | 'image'
  | 'heading'
  | 'title'
  | 'top'
  | 'table'
  | 'fence'
  | 'definition'
  | 'underline'
  | 'bold'
  | 'bullet'
  | 'quote'
  | 'rule'
  | 'break'
  | 'escape';

/**
 * Is the text Markdown, as extractors write it? It must say so in several ways: a hashtag, masked names (×**局), dashes
 * before items, a bar in a line are found in any text.
 */
export function isMarkdown(lines: readonly string[]): boolean {
  const counts = new Map<Sign, number>();
  const note: Note = (sign) => {
    counts.set(sign, (counts.get(sign) ?? 0) + 1);
  };
  let blank = 0;
  let said = 0;
  let before = '';
  for (const raw of lines) {
    const line = raw.trim();
    if (line === '') blank += 1;
    else {
      said += 1;
      noteBeginning(line, before, note);
      if (said === 1 && line.startsWith('# ')) note('top');
      noteInside(line, note);
      if (raw.endsWith('  ')) note('break');
    }
    before = line;
  }
  if (blank < LEAST_BLANK || said > blank * MOST_LINES_A_BLANK) return false;
  return worthOf(counts) >= ENOUGH;
}

type Note = (sign: Sign) => void;

/** What a line begins with; `before` is the line above it. */
function noteBeginning(line: string, before: string, note: Note): void {
  const first = line.charAt(0);
  if (first === '#' && before === '') noteHeading(line, note);
  for (const [sign, beginnings, says] of BEGINNINGS) {
    if (beginnings.includes(first) && says(line, before)) note(sign);
  }
}

type Beginning = readonly [Sign, string, (line: string, before: string) => boolean];
const BEGINNINGS: readonly Beginning[] = [
  ['rule', '*-_', isRule],
  ['bullet', '*-+', (line) => !isRule(line) && BULLET.test(line)],
  ['fence', '`~', (line) => codeFence(line) !== null],
  ['quote', '>', (line) => line.startsWith('> ')],
  ['definition', '[', (line) => linkDefinition(line) !== null],
  ['underline', '=', (line, before) => before !== '' && UNDERLINE.test(line)],
];

function noteHeading(line: string, note: Note): void {
  const heading = atxHeading(line);
  if (!heading || heading.text === '') return;
  note(heading.level > 1 ? 'heading' : 'title');
}

const UNDERLINE = /^={3,}$/u;

function noteInside(line: string, note: Note): void {
  if (line.includes('](')) {
    if (LINK.test(line)) note('link');
    if (LINKED_IMAGE.test(line)) note('image');
  }
  if (line.includes('|') && isDelimiterRow(line)) note('table');
  if ((line.includes('**') || line.includes('__')) && BOLD.test(line)) note('bold');
  if (line.includes('\\') && ESCAPED.test(line)) note('escape');
}

/** Lines that begin with one # are comments of a script where there are several; a hashtag may be one. */
function worthOf(counts: ReadonlyMap<Sign, number>): number {
  const of = (sign: Sign): number => counts.get(sign) ?? 0;
  const strong = [
    of('link') > 0 || of('definition') >= FEW,
    of('image') > 0,
    of('heading') > 0 || (of('top') > 0 && of('title') === 1),
    of('table') > 0,
    of('fence') >= FEW,
    of('underline') > 0,
  ].filter(Boolean).length;
  if (strong === 0) return 0;
  const weak = [
    of('heading') >= FEW,
    of('title') === 1,
    of('bold') > 0,
    of('bullet') >= FEW,
    of('quote') > 0,
    of('rule') > 0,
    of('break') >= FEW,
    of('escape') > 0,
  ].filter(Boolean).length;
  return strong * STRONG + weak * WEAK;
}
