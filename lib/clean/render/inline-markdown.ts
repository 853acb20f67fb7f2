import type { Mark, Span } from '../block.ts';
import { foldWhite } from '../white-space.ts';
import { escapeInline } from './escape-markdown.ts';
import { longestMatch } from './longest-match.ts';
import { printable } from './printable.ts';
import { safeUrl } from './safe-url.ts';

export type Breaks = 'keep' | 'fold';

interface Run {
  text: string;
  readonly marks: readonly Mark[];
  readonly image: string;
}

/** Blanks of a line that are not one blank already. */
const BLANKS = / [^\S\n]+|[^\S\n ][^\S\n]*/gu;
const BRACKET = /[[\]]/;
const BACKTICKS = /`+/g;
/** What a run of emphasis may begin and end with: then its delimiters flank it whatever stands outside. */
const FLANKED = /[^\s\p{P}\p{S}]/u;

/**
 * Spans as Markdown inline text, line breaks kept as '\n' or folded to blanks. Marks are trimmed to begin and end at a
 * letter or digit, which makes delimiters work inside words and beside Han punctuation; where two marked runs touch,
 * only the first keeps its marks. Superscript and subscript have no Markdown and stay plain.
 */
export function inlineMarkdown(spans: readonly Span[], breaks: Breaks): string {
  const [only] = spans;
  const isOne = only && spans.length === 1 && isPlain(only);
  return tidy(isOne ? plainMarkdown(only.text, breaks) : groupsMarkdown(spans, breaks));
}

function plainMarkdown(raw: string, breaks: Breaks): string {
  const text = printable(raw);
  return escapeInline(breaks === 'fold' ? foldWhite(text) : text);
}

function groupsMarkdown(spans: readonly Span[], breaks: Breaks): string {
  const out: string[] = [];
  for (const { href, runs } of linkGroups(spans, breaks)) {
    const target = href === '' ? null : safeUrl(href, 'link');
    const inner = runsMarkdown(runs, target === null ? (out.at(-1)?.at(-1) ?? '') : '');
    if (inner === '') continue;
    if (target === null || inner.trim() === '') {
      out.push(inner);
      continue;
    }
    const lead = inner.length - inner.trimStart().length;
    const tail = inner.trimEnd().length;
    // A text that ends in "!" would turn the link after it into an image.
    const last = out.at(-1);
    if (last?.endsWith('!')) out[out.length - 1] = `${last.slice(0, -1)}\\!`;
    out.push(`${inner.slice(0, lead)}[${inner.slice(lead, tail)}](${target})${inner.slice(tail)}`);
  }
  return out.join('');
}

/** Most paragraphs are one span that needs nothing but escapes. */
function isPlain({ href, image, marks }: Span): boolean {
  return !href && image === undefined && marks.length === 0;
}

/** Blanks folded and none beside a line break or at either end. */
function tidy(text: string): string {
  if (!text.includes('\n')) return text.replace(BLANKS, ' ').trim();
  return text
    .split('\n')
    .map((line) => line.replace(BLANKS, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** Neighbouring spans with the same link, and in them neighbouring runs with the same marks. */
function linkGroups(spans: readonly Span[], breaks: Breaks): { href: string; runs: Run[] }[] {
  const groups: { href: string; runs: Run[] }[] = [];
  for (const span of spans) {
    const href = span.href ?? '';
    let group = groups.at(-1);
    if (!group || group.href !== href) {
      group = { href, runs: [] };
      groups.push(group);
    }
    const text = printable(span.text);
    addRun(group.runs, {
      // A link's text holds no line break: its brackets must stand in one paragraph line.
      text: breaks === 'fold' || href !== '' ? foldWhite(text) : text,
      marks: visibleMarks(span, href),
      image: imageMarkdown(span),
    });
  }
  return groups;
}

function addRun(runs: Run[], run: Run): void {
  const last = runs.at(-1);
  if (last && last.image === '' && run.image === '' && sameMarks(last.marks, run.marks)) {
    last.text += run.text;
  } else {
    runs.push(run);
  }
}

const RENDERED: readonly Mark[] = ['strong', 'emphasis', 'strike', 'code'];

/** Brackets in code in a link could be read as a link reference definition, so that code is plain. */
function visibleMarks(span: Span, href: string): Mark[] {
  const plain = href !== '' && BRACKET.test(span.text);
  return RENDERED.filter((mark) => span.marks.includes(mark) && !(plain && mark === 'code'));
}

function sameMarks(a: readonly Mark[], b: readonly Mark[]): boolean {
  return a.length === b.length && a.every((mark, index) => mark === b[index]);
}

function imageMarkdown(span: Span): string {
  if (!span.image) return '';
  const src = safeUrl(span.image.src, 'image');
  if (src === null) return '';
  const alt = escapeInline(foldWhite(printable(span.image.alt)).trim());
  return `![${alt}](${src})`;
}

/** `before` is the character the runs follow. Reading the last one of a growing string would copy it each time. */
function runsMarkdown(runs: readonly Run[], before: string): string {
  let out = '';
  let written = before;
  for (const run of runs) {
    const touches = written === '*' || written === '~' || written === '`';
    const piece = run.image + markedText(run.text, touches ? [] : run.marks);
    written = piece.at(-1) ?? written;
    out += piece;
  }
  return out;
}

function markedText(text: string, marks: readonly Mark[]): string {
  if (text === '' || marks.length === 0) return escapeInline(text);
  // Delimiters do not reach over a line break: every line is marked by itself.
  return text
    .split('\n')
    .map((line) => (marks.includes('code') ? codeLine(line) : emphasisLine(line, marks)))
    .join('\n');
}

function emphasisLine(line: string, marks: readonly Mark[]): string {
  const from = line.search(FLANKED);
  if (from < 0) return escapeInline(line);
  let to = line.length;
  while (to > from && !FLANKED.test(lastChar(line, to))) to -= lastChar(line, to).length;
  const mark = delimiter(marks);
  const inner = escapeInline(line.slice(from, to));
  return `${escapeInline(line.slice(0, from))}${mark}${inner}${mark}${escapeInline(line.slice(to))}`;
}

/** Struck text is struck only: two kinds of delimiters side by side do not flank a word both. */
function delimiter(marks: readonly Mark[]): string {
  if (marks.includes('strike')) return '~~';
  return (marks.includes('strong') ? '**' : '') + (marks.includes('emphasis') ? '*' : '');
}

/** The character that ends at `to`, two code units if it is a surrogate pair. */
function lastChar(text: string, to: number): string {
  const code = text.charCodeAt(to - 1);
  return code >= 0xdc00 && code <= 0xdfff ? text.slice(to - 2, to) : text.slice(to - 1, to);
}

/** A code span: delimiters longer than any run of backticks inside, blanks at its ends outside. */
function codeLine(line: string): string {
  const text = line.trim();
  if (text === '') return line;
  const lead = line.slice(0, line.indexOf(text));
  const tail = line.slice(line.indexOf(text) + text.length);
  const longest = longestMatch(text, BACKTICKS);
  const fence = '`'.repeat(longest + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${lead}${fence}${pad}${text}${pad}${fence}${tail}`;
}

/** Inline text for a table cell: one line, every bar escaped. A bar inside a code span has no sure escape, so that span is plain. */
export function cellMarkdown(spans: readonly Span[]): string {
  const cell = spans.map((span) =>
    span.text.includes('|')
      ? { ...span, marks: span.marks.filter((mark) => mark !== 'code') }
      : span,
  );
  return inlineMarkdown(cell, 'fold');
}
