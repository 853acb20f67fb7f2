import type { Mark, Span } from '../block.ts';
import type { PageElement } from './page-element.ts';

const EDGE_START = /^[\s\u3000]+/;
const EDGE = /[\s\u3000]/;
/** No formatting: one array for all, so that equal runs can be told by identity. */
export const NO_MARKS: readonly Mark[] = [];

/** Scripts written without spaces: a line break in the source between two of these is none. */
function isWide(code: number): boolean {
  return (code >= 0x2e80 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xffee);
}

/** A span being read. Its text is in pieces: asking a long string for its end while it grows copies it each time. */
interface OpenSpan {
  readonly pieces: string[];
  readonly marks: readonly Mark[];
  readonly href: string | null;
  readonly image: { readonly src: string; readonly alt: string } | null;
}

/** The text of one block while it is being read: white space folded, formatting kept. */
export class TextRun {
  private spans: OpenSpan[] = [];
  private last = '';
  private sole: PageElement | null = null;
  private mixed = false;
  /** Characters so far. */
  length = 0;

  get isEmpty(): boolean {
    return this.spans.length === 0;
  }

  /** Element all text is directly in; null if there are several. */
  get parent(): PageElement | null {
    return this.mixed ? null : this.sole;
  }

  addText(raw: string, parent: PageElement, marks: readonly Mark[], href: string | null): void {
    let text = folded(raw);
    if (
      text.charCodeAt(0) === BLANK &&
      (this.last === '' || this.last === ' ' || this.last === '\n')
    ) {
      text = text.slice(1);
    }
    if (text === '') return;
    if (text !== ' ') this.noteParent(parent);
    this.push(text, marks, href);
  }

  /** Text of <pre>: white space means what it says. */
  addVerbatim(text: string, parent: PageElement): void {
    if (text === '') return;
    this.noteParent(parent);
    this.push(text, NO_MARKS, null);
  }

  addImage(src: string, alt: string, parent: PageElement, href: string | null): void {
    this.noteParent(parent);
    this.spans.push({ pieces: [], marks: NO_MARKS, href, image: { src, alt } });
  }

  addBreak(): void {
    if (this.last === '') return;
    this.trimEnd();
    this.push('\n', NO_MARKS, null);
  }

  /** A space, unless there is one. */
  addGap(): void {
    if (this.last !== '' && this.last !== ' ' && this.last !== '\n') this.push(' ', NO_MARKS, null);
  }

  /** Whether the last three characters end in what `pattern` (anchored at the end) describes. */
  endsWith(pattern: RegExp): boolean {
    return pattern.test(this.spans.at(-1)?.pieces.slice(-3).join('').slice(-3) ?? '');
  }

  endsWithBreak(): boolean {
    return this.last === '\n';
  }

  /** What was read, trimmed; the run is empty afterwards. */
  take(): Span[] {
    const spans = closedSpans(this.spans);
    this.spans = [];
    this.last = '';
    this.length = 0;
    this.sole = null;
    this.mixed = false;
    return spans;
  }

  private noteParent(parent: PageElement): void {
    if (this.sole === null) this.sole = parent;
    else if (this.sole !== parent) this.mixed = true;
  }

  private push(text: string, marks: readonly Mark[], href: string | null): void {
    this.last = text.slice(-1);
    this.length += text.length;
    const previous = this.spans.at(-1);
    if (previous?.image === null && previous.marks === marks && previous.href === href) {
      previous.pieces.push(text);
    } else {
      this.spans.push({ pieces: [text], marks, href, image: null });
    }
  }

  private trimEnd(): void {
    const previous = this.spans.at(-1);
    if (this.last !== ' ' || !previous || previous.image) return;
    const text = previous.pieces.pop()?.slice(0, -1) ?? '';
    if (text !== '') previous.pieces.push(text);
    else if (previous.pieces.length === 0) this.spans.pop();
  }
}

/** The spans without blank ones at either end and blanks at the ends of what is left. */
function closedSpans(open: readonly OpenSpan[]): Span[] {
  const texts = open.map(({ pieces }) =>
    pieces.length === 1 ? (pieces[0] ?? '') : pieces.join(''),
  );
  const isBlank = (index: number): boolean =>
    open[index]?.image === null && (texts[index] ?? '').trim() === '';
  let from = 0;
  let to = open.length;
  while (from < to && isBlank(from)) from += 1;
  while (to > from && isBlank(to - 1)) to -= 1;
  const spans: Span[] = [];
  for (let index = from; index < to; index += 1) {
    const span = open[index];
    let text = texts[index] ?? '';
    if (!span) continue;
    if (index === from && !span.image) text = text.replace(EDGE_START, '');
    if (index === to - 1 && !span.image) text = trimEndLinear(text);
    spans.push(closed(span, text));
  }
  return spans;
}

function closed({ marks, href, image }: OpenSpan, text: string): Span {
  if (image) return href === null ? { text, marks, image } : { text, marks, image, href };
  return href === null ? { text, marks } : { text, marks, href };
}

const BLANK = 0x20;

const isWhite = (code: number): boolean =>
  code === BLANK || code === 0xa0 || (code >= 9 && code <= 13 && code !== 11);

/** Each run of white space as one blank, or as nothing where a line of a script without spaces was broken. */
function folded(raw: string): string {
  let text = '';
  let done = 0;
  for (let at = 0; at < raw.length; at += 1) {
    if (!isWhite(raw.charCodeAt(at))) continue;
    const start = at;
    while (at + 1 < raw.length && isWhite(raw.charCodeAt(at + 1))) at += 1;
    if (start === at && raw.charCodeAt(at) === BLANK) continue;
    text += raw.slice(done, start) + blankFor(raw, start, at + 1);
    done = at + 1;
  }
  return done === 0 ? raw : text + raw.slice(done);
}

function blankFor(raw: string, from: number, to: number): string {
  if (from === 0 || to === raw.length || !isWide(raw.charCodeAt(from - 1))) return ' ';
  return isWide(raw.charCodeAt(to)) && raw.slice(from, to).includes('\n') ? '' : ' ';
}

/** Without a regular expression that would rescan inner white space. */
function trimEndLinear(text: string): string {
  let end = text.length;
  while (end > 0 && EDGE.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
