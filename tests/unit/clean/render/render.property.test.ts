import fc from 'fast-check';
import markdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import type { Block, Span } from '#lib/clean/block.ts';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';
import { renderMarkdown } from '#lib/clean/render/render-markdown.ts';
import { renderText } from '#lib/clean/render/render-text.ts';

/** html: true makes the parser report raw HTML as tokens instead of showing it as text. */
const parser = markdownIt({ html: true, linkify: false });
const RUNS = { numRuns: 400 };

const nasty = fc.oneof(
  fc.constantFrom(
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '&lt;b&gt;',
    '&amp;',
    '**',
    '__',
    '_a_',
    '*',
    '`',
    '```',
    '~~~',
    '~~',
    '# ',
    '- ',
    '+ ',
    '1. ',
    '2) ',
    '> ',
    '---',
    '===',
    '***',
    '|',
    '|---|',
    '![',
    '](',
    ']',
    '\\',
    '\n',
    '    ',
    '\t',
    '“重点”',
    '，',
    '。',
    '重点',
    'word',
    '!',
    '[^1]: ',
    '[a]: http://x.y',
    '<!--',
    '-->',
    '<?php',
    '<http://a.b>',
    'http://a.b/c_d_e',
    '$x_1$',
    '$',
    '$\\frac{a}{b}$',
    '\u202e',
    '\u0000',
    '\ud800',
    '🙂',
    '\u00a0',
    '\u200b',
    '：',
    'a_b',
    '1',
    '.',
    ' ',
    '&#35;',
    'é',
    '^2',
    ':',
    '=',
  ),
  fc.string({ maxLength: 6 }),
);
const words = fc.array(nasty, { maxLength: 6 }).map((parts) => parts.join(''));
const address = fc.constantFrom(
  'https://example.com/a(b)?q=<x>&y="1"',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,<script>',
  'mailto:a@example.com',
  'http://u:p@example.com/',
  'not an address',
  'https://example.com/[a]|b*c_d',
  'vbscript:x',
  ' javascript:x',
  'https://例え.jp/路径 空',
);
const span: fc.Arbitrary<Span> = fc
  .record({
    text: words,
    marks: fc.subarray([
      'strong',
      'emphasis',
      'code',
      'strike',
      'superscript',
      'subscript',
    ] as const),
    href: fc.option(address, { nil: undefined, freq: 4 }),
  })
  .map(({ text, marks, href }) => (href === undefined ? { text, marks } : { text, marks, href }));
const spans = fc.array(span, { minLength: 1, maxLength: 4 });
const block: fc.Arbitrary<Block> = fc
  .record({
    kind: fc.constantFrom(
      'heading',
      'paragraph',
      'list-item',
      'quote',
      'table-row',
      'code',
      'image',
      'rule',
    ),
    level: fc.integer({ min: 0, max: 7 }),
    ordinal: fc.option(fc.integer({ min: -1, max: 2_000_000_000 })),
    rows: fc.array(spans, { minLength: 1, maxLength: 3 }),
    language: fc.option(fc.constantFrom('js', 'c++', '"><script>', '` x')),
    quoted: fc.integer({ min: 0, max: 2 }),
    group: fc.integer({ min: 0, max: 2 }),
    header: fc.boolean(),
  })
  .map(({ rows, kind, ...rest }) => ({
    ...rest,
    kind: kind as Block['kind'],
    cells: kind === 'table-row' ? rows : rows.slice(0, 1),
    where: 'p',
    element: null,
  }));
const documentBlocks = fc.array(block, { maxLength: 5 });

/** All inline and block tokens, nested ones too. */
function tokensOf(markdown: string) {
  return parser.parse(markdown, {}).flatMap((token) => [token, ...(token.children ?? [])]);
}

/** What a reader sees: text, code and line breaks; image alternatives and list numbers are not text. */
function seen(markdown: string): string {
  return tokensOf(markdown)
    .filter((token) =>
      [
        'text',
        'code_inline',
        'fence',
        'code_block',
        'text_special',
        'html_inline',
        'html_block',
      ].includes(token.type),
    )
    .map((token) => token.content)
    .join('');
}

const folded = (text: string): string => text.replace(/\s+/gu, '');

describe('rendered Markdown', () => {
  it('has no raw HTML and no unsafe address, whatever the page says', () => {
    fc.assert(
      fc.property(documentBlocks, (blocks) => {
        const markdown = renderMarkdown(blocks);
        for (const token of tokensOf(markdown)) {
          expect(['html_inline', 'html_block']).not.toContain(token.type);
          const target = token.attrGet('href') ?? token.attrGet('src');
          if (target !== null) expect(target).toMatch(/^(?:https?:\/\/|mailto:)/);
        }
        expect(markdownIt({ html: false }).render(markdown)).not.toMatch(
          /<script|<[a-z][^>]*\son\w+=|="javascript:/i,
        );
      }),
      RUNS,
    );
  });

  it('shows exactly the plain text, white space aside', () => {
    fc.assert(
      fc.property(documentBlocks, (blocks) => {
        expect(folded(seen(renderMarkdown(blocks)))).toBe(folded(renderText(blocks)));
      }),
      RUNS,
    );
  });

  it('has no control or bidirectional override characters and no lone surrogates', () => {
    fc.assert(
      fc.property(documentBlocks, (blocks) => {
        for (const output of [renderMarkdown(blocks), renderText(blocks)]) {
          expect(output).not.toMatch(/(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
          expect(output.isWellFormed()).toBe(true);
        }
      }),
      RUNS,
    );
  });
});

describe('rendered text', () => {
  it('read again as text gives itself', () => {
    fc.assert(
      fc.property(documentBlocks, (blocks) => {
        const text = renderText(blocks);
        expect(renderText(textBlocks(text))).toBe(text);
      }),
      RUNS,
    );
  });
});
