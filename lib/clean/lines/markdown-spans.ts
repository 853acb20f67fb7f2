import type { Mark, Span } from '../block.ts';
import { markdownTokens, type Token } from './markdown-tokens.ts';

/** What the links of a text are read with. */
export interface LinkContext {
  /** Addresses by the names that links give them. */
  readonly references: ReadonlyMap<string, string>;
  /** An absolute address; null for what leads nowhere, javascript: and the like. */
  readonly resolve: (href: string) => string | null;
}

const MARKS: Readonly<Record<string, Mark>> = {
  '**': 'strong',
  __: 'strong',
  '*': 'emphasis',
  _: 'emphasis',
  '~~': 'strike',
};
const BLANK = /\s/u;
const WORD = /[\p{L}\p{N}]/u;
/** What no emphasis begins with inside a sentence: 张**、李** are names. */
const INSIDE = /[，。、；：！？”’）》」』】,.;:!?)\]}]/u;
const PLAIN_TEXT = /[\\`*_~[\]<\n]/u;

/** The spans of a line of Markdown: without its marks, with what they say. */
export function markdownSpans(text: string, context: LinkContext): Span[] {
  if (!PLAIN_TEXT.test(text)) return text === '' ? [] : [{ text, marks: [] }];
  const tokens = markdownTokens(text, context.references);
  return joined(tokens, emphasisIn(tokens), context);
}

/** Marks that begin (true) or end (false) at a token. */
type Emphasis = ReadonlyMap<Token, { readonly mark: Mark; readonly on: boolean }>;

/** Pairs of delimiters; those without another one are text. */
function emphasisIn(tokens: readonly Token[]): Emphasis {
  const found = new Map<Token, { mark: Mark; on: boolean }>();
  const open = new Map<string, number>();
  for (const [index, token] of tokens.entries()) {
    const mark = token.kind === 'delimiter' ? MARKS[token.text] : undefined;
    if (mark === undefined) continue;
    const at = open.get(token.text);
    const opener = at === undefined ? undefined : tokens[at];
    if (at !== undefined && opener && index > at + 1 && closes(token, opener, tokens[at + 1])) {
      found.set(opener, { mark, on: true });
      found.set(token, { mark, on: false });
      open.delete(token.text);
    } else if (opens(token)) open.set(token.text, index);
  }
  return found;
}

function opens({ text, before, after }: Token): boolean {
  if (BLANK.test(after)) return false;
  if (!WORD.test(before)) return true;
  return !text.startsWith('_') && !INSIDE.test(after);
}

/** An extractor may leave a blank before the closing mark; what it marked inside a word is one word: 李*明、王*华 is not. */
function closes({ text, before, after }: Token, opener: Token, inner: Token | undefined): boolean {
  if (text.startsWith('_')) return !BLANK.test(before) && !WORD.test(after);
  if (text !== '*') return !BLANK.test(before) || !BLANK.test(after);
  if (BLANK.test(before)) return false;
  if (!WORD.test(opener.before) || !WORD.test(after)) return true;
  return inner?.kind === 'text' && HAN_WORD.test(inner.text);
}

const HAN_WORD = /^\p{sc=Han}{2,20}$/u;

/** Neighbours with the same marks and link are one span. */
function joined(tokens: readonly Token[], emphasis: Emphasis, context: LinkContext): Span[] {
  const spans: Span[] = [];
  let marks = NO_MARKS;
  let link: Pick<Span, 'href'> = NO_LINK;
  for (const token of tokens) {
    const turn = emphasis.get(token);
    if (turn) marks = turned(marks, turn);
    else if (token.kind === 'link') link = linkTo(context.resolve(token.href));
    else if (token.kind === 'end') link = NO_LINK;
    else if (token.kind === 'image') {
      spans.push(...imageSpan(token, context).map((span) => ({ ...span, marks, ...link })));
    } else {
      const own: readonly Mark[] = token.kind === 'code' ? [...marks, 'code'] : marks;
      add(spans, { text: token.text, marks: own, ...link });
    }
  }
  return spans;
}

/** An image that leads nowhere cannot be shown. */
function imageSpan({ text, href }: Token, context: LinkContext): Span[] {
  const src = context.resolve(href);
  return src === null ? [] : [{ text: '', marks: [], image: { src, alt: text } }];
}

const NO_LINK: Pick<Span, 'href'> = {};

function linkTo(href: string | null): Pick<Span, 'href'> {
  return href === null ? NO_LINK : { href };
}

function turned(
  marks: readonly Mark[],
  { mark, on }: { readonly mark: Mark; readonly on: boolean },
): readonly Mark[] {
  if (on) return [...marks, mark];
  return marks.length === 1 ? NO_MARKS : marks.filter((other) => other !== mark);
}

function add(spans: Span[], span: Span): void {
  const last = spans.at(-1);
  if (last && !last.image && last.marks === span.marks && last.href === span.href) {
    spans[spans.length - 1] = { ...last, text: last.text + span.text };
  } else if (span.text !== '') spans.push(span);
}

const NO_MARKS: readonly Mark[] = [];
