import { linkTarget } from './markdown-address.ts';
import { angleBrackets, CodeSpans } from './markdown-verbatim.ts';

export type TokenKind = 'text' | 'code' | 'image' | 'delimiter' | 'bracket' | 'link' | 'end';

/** A piece of a line of Markdown. */
export interface Token {
  kind: TokenKind;
  /** What it says; of an image its description, of a mark the mark itself. */
  readonly text: string;
  /** Address of an image or of the link that begins here. */
  readonly href: string;
  /** Of marks of emphasis: the characters around them. */
  readonly before: string;
  readonly after: string;
}

const PUNCTUATION = /[!-/:-@[-`{-~]/u;
const SPECIAL = /[\\`*_~[\]!<\n]/gu;
/** No mark of emphasis is longer; ____ is the blank of a form. */
const MOST_STARS = 4;

/** The pieces of `text`, with links and images told from brackets; `references` are the addresses by their names. */
export function markdownTokens(text: string, references: ReadonlyMap<string, string>): Token[] {
  return new Tokenizer(text, references).read();
}

class Tokenizer {
  private readonly tokens: Token[] = [];
  /** Places of brackets in `tokens` that may open a link or an image. */
  private readonly open: number[] = [];
  /** Brackets below this height of `open` stand around a link: they open none, but for images. */
  private around = 0;
  private readonly text: string;
  private readonly references: ReadonlyMap<string, string>;
  private readonly codes: CodeSpans;

  constructor(text: string, references: ReadonlyMap<string, string>) {
    this.text = text;
    this.references = references;
    this.codes = new CodeSpans(text);
  }

  read(): Token[] {
    const { text } = this;
    let at = 0;
    while (at < text.length) {
      SPECIAL.lastIndex = at;
      const next = SPECIAL.exec(text)?.index ?? text.length;
      if (next > at) this.add('text', text.slice(at, next));
      at = next < text.length ? this.special(next) : next;
    }
    return this.tokens;
  }

  /** Reads what begins at `at`; answers the offset behind it. */
  private special(at: number): number {
    const char = this.text.charAt(at);
    switch (char) {
      case '\\':
        return this.escape(at);
      case '`':
        return this.code(at);
      case '<':
        return this.tag(at);
      case '[':
        return this.bracket(at, '[');
      case ']':
        return this.close(at);
      case '!':
        if (this.text.charAt(at + 1) === '[') return this.bracket(at, '![');
        break;
      case '*':
      case '_':
      case '~':
        return this.delimiters(at, char);
    }
    return this.plain(at, char);
  }

  private add(kind: TokenKind, text: string, href = '', before = '', after = ''): void {
    this.tokens.push({ kind, text, href, before, after });
  }

  private plain(at: number, text: string): number {
    this.add('text', text);
    return at + text.length;
  }

  private escape(at: number): number {
    const next = this.text.charAt(at + 1);
    if (next === '' || !PUNCTUATION.test(next)) return this.plain(at, '\\');
    this.add('text', next);
    return at + 2;
  }

  private code(at: number): number {
    const run = runAt(this.text, at, '`');
    const end = this.codes.closing(run.length, at);
    if (end < 0) return this.plain(at, run);
    const inner = this.text.slice(at + run.length, end);
    this.add('code', inner.trim() === '' ? inner : inner.trim());
    return end + run.length;
  }

  private tag(at: number): number {
    const tag = angleBrackets(this.text, at);
    if (!tag) return this.plain(at, '<');
    const { address, to } = tag;
    if (address === '') this.add('text', '\n');
    else {
      this.add('link', '', address.includes('://') ? address : `mailto:${address}`);
      this.add('text', address);
      this.add('end', '');
    }
    return to;
  }

  private bracket(at: number, mark: string): number {
    this.open.push(this.tokens.length);
    this.add('bracket', mark);
    return at + mark.length;
  }

  private close(at: number): number {
    const place = this.open.pop() ?? -1;
    const opener = this.tokens[place];
    const isAround = this.open.length < this.around;
    this.around = Math.min(this.around, this.open.length);
    if (!opener) return this.plain(at, ']');
    const isImage = opener.text === '![';
    const target = isAround && !isImage ? null : this.target(at, place);
    if (!target) return this.plain(at, ']');
    if (isImage) {
      const alt = this.tokens.splice(place).slice(1);
      this.add(
        'image',
        alt.map(({ kind, text }) => (kind === 'text' ? text : '')).join(''),
        target.href,
      );
    } else {
      this.tokens[place] = { ...opener, kind: 'link', text: '', href: target.href };
      this.add('end', '');
      this.around = this.open.length;
    }
    return target.to;
  }

  /** Where the link whose text ends at `at` leads: (address), [name], or its own text is the name. */
  private target(at: number, place: number): { href: string; to: number } | null {
    const next = this.text.charAt(at + 1);
    if (next === '(') {
      const target = linkTarget(this.text, at + 1);
      if (target) return target;
    }
    if (this.references.size === 0) return null;
    const label =
      next === '[' ? this.text.slice(at + 2, at + 2 + LONGEST_NAME).split(']', 1)[0] : '';
    const isNamed =
      label !== '' && label !== undefined && this.text.charAt(at + 2 + label.length) === ']';
    const name = isNamed ? label : this.textFrom(place + 1);
    const href = this.references.get(name.toLowerCase());
    if (href === undefined) return null;
    const empty = next === '[' && this.text.charAt(at + 2) === ']' ? 2 : 0;
    return { href, to: at + 1 + (isNamed ? label.length + 2 : empty) };
  }

  /** What the tokens from `place` on say, if it is short enough for a name. */
  private textFrom(place: number): string {
    if (this.tokens.length - place > MOST_PIECES) return '';
    return this.tokens
      .slice(place)
      .map(({ text }) => text)
      .join('');
  }

  private delimiters(at: number, char: string): number {
    const run = runAt(this.text, at, char);
    const isStars = char === '*' && run.length <= MOST_STARS;
    if (!isStars && run.length > 2) return this.plain(at, run);
    if (char === '~' && run.length === 1) return this.plain(at, run);
    const before = [...this.text.slice(Math.max(0, at - 2), at)].at(-1) ?? ' ';
    const after = String.fromCodePoint(this.text.codePointAt(at + run.length) ?? 32);
    for (let from = 0; from < run.length; from += 2) {
      this.add('delimiter', run.slice(from, from + 2), '', before, after);
    }
    return at + run.length;
  }
}

const LONGEST_NAME = 100;
const MOST_PIECES = 20;

function runAt(text: string, at: number, char: string): string {
  let to = at;
  while (text.charAt(to) === char) to += 1;
  return text.slice(at, to);
}
