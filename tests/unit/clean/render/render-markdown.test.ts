import { describe, expect, it, test } from 'vitest';
import { renderMarkdown } from '#lib/clean/render/render-markdown.ts';
import { processorTime } from '../../../support/processor-time.ts';
import { aBlock, aSpan } from './a-block.ts';

const paragraph = (...spans: ReturnType<typeof aSpan>[]): string =>
  renderMarkdown([aBlock({ text: spans })]);

describe('renderMarkdown', () => {
  it('writes headings, paragraphs and rules', () => {
    const blocks = [
      aBlock({ kind: 'heading', level: 2, text: 'C# and F#' }),
      aBlock({ text: 'One.\nTwo.' }),
      aBlock({ kind: 'rule' }),
      aBlock({ kind: 'heading', level: 9, text: 'Deep' }),
    ];

    expect(renderMarkdown(blocks)).toBe('## C# and F\\#\n\nOne.\\\nTwo.\n\n---\n\n###### Deep');
  });

  it('nests lists by the width of their markers and keeps the numbers the browser shows', () => {
    const item = (level: number, ordinal: number | null, text: string) =>
      aBlock({ kind: 'list-item', group: 1, level, ordinal, text });

    expect(
      renderMarkdown([
        item(0, 9, 'nine'),
        item(0, 10, 'ten'),
        item(1, null, 'bullet'),
        item(2, 1, 'deep'),
        item(0, 11, 'eleven'),
      ]),
    ).toBe('9. nine\n10. ten\n    - bullet\n      1. deep\n11. eleven');
  });

  it('separates two lists that follow one another', () => {
    const blocks = [1, 2].map((group) =>
      aBlock({ kind: 'list-item', group, text: `list ${group}` }),
    );

    expect(renderMarkdown(blocks)).toBe('- list 1\n\n* list 2');
  });

  it('writes tables with a header row, an empty one if the page has none', () => {
    const row = (header: boolean, ...cells: string[]) =>
      aBlock({ kind: 'table-row', group: 1, header, cells });

    expect(renderMarkdown([row(true, 'A', 'B'), row(false, 'x|y', '1\n2')])).toBe(
      '| A | B |\n| --- | --- |\n| x\\|y | 1 2 |',
    );
    expect(renderMarkdown([row(false, 'x', 'y'), row(false, 'z')])).toBe(
      '|  |  |\n| --- | --- |\n| x | y |\n| z |  |',
    );
  });

  it('fences code with more backticks than it holds, and its language only if it is a word', () => {
    const code = aBlock({ kind: 'code', language: 'ts', text: '\nconst a = `x`;\n\n````\n' });

    expect(renderMarkdown([code])).toBe('`````ts\nconst a = `x`;\n\n````\n`````');
    expect(renderMarkdown([aBlock({ kind: 'code', language: 'a b', text: 'x' })])).toBe(
      '```\nx\n```',
    );
  });

  it('quotes each line to its depth', () => {
    const blocks = [
      aBlock({ kind: 'quote', quoted: 1, text: 'one\ntwo' }),
      aBlock({ kind: 'quote', quoted: 2, text: 'inner' }),
      aBlock({ text: 'outside' }),
    ];

    expect(renderMarkdown(blocks)).toBe('> one\\\n> two\n>\n> > inner\n\noutside');
  });

  it('writes images with their alternatives and drops those without a safe address', () => {
    const image = (src: string) => aSpan('', [], { image: { src, alt: 'A [big] one' } });

    expect(paragraph(image('https://example.com/a (1).png'))).toBe(
      '![A \\[big\\] one](https://example.com/a%20%281%29.png)',
    );
    expect(paragraph(image('data:image/png;base64,AAAA'))).toBe('');
  });

  test.each([
    ['https://example.com/a(b)', '[x](https://example.com/a%28b%29)'],
    ['mailto:a@example.com', '[x](mailto:a@example.com)'],
    ['javascript:alert(1)', 'x'],
    ['data:text/html,x', 'x'],
    ['//example.com', 'x'],
    ['https://user:pw@example.com/', 'x'],
  ])('links to %j as %j', (href, markdown) => {
    expect(paragraph(aSpan('x', [], { href }))).toBe(markdown);
  });

  it('puts marks inside a link of several runs, and escapes an exclamation mark before it', () => {
    const href = 'https://example.com/';

    expect(
      paragraph(aSpan('Go!'), aSpan('the ', [], { href }), aSpan('way', ['strong'], { href })),
    ).toBe('Go\\![the **way**](https://example.com/)');
  });

  test.each([
    [
      'white space stands outside marks',
      [aSpan('a'), aSpan(' b ', ['strong']), aSpan('c')],
      'a **b** c',
    ],
    [
      'Han punctuation stands outside marks',
      [aSpan('要“'), aSpan('“重点”。', ['strong']), aSpan('的')],
      '要““**重点**”。的',
    ],
    [
      'marks work inside words',
      [aSpan('un'), aSpan('believ', ['emphasis']), aSpan('able')],
      'un*believ*able',
    ],
    ['marks combine', [aSpan('x', ['strong', 'emphasis'])], '***x***'],
    ['struck text is struck only', [aSpan('x', ['strike', 'strong'])], '~~x~~'],
    [
      'of two touching runs the first keeps its marks',
      [aSpan('a', ['strong']), aSpan('b', ['emphasis'])],
      '**a**b',
    ],
    ['a mark does not reach over a line break', [aSpan('a\nb', ['strong'])], '**a**\\\n**b**'],
    ['code keeps its characters', [aSpan('a`b*', ['code'])], '``a`b*``'],
    ['superscript is plain', [aSpan('m'), aSpan('2', ['superscript'])], 'm2'],
    ['a mark on white space only is none', [aSpan('a'), aSpan(' ', ['strong']), aSpan('b')], 'a b'],
  ])('%s', (_, spans, markdown) => {
    expect(paragraph(...spans)).toBe(markdown);
  });

  test.each([
    ['# not a heading', '\\# not a heading'],
    ['1. not a list', '1\\. not a list'],
    ['1、推进', '1、推进'],
    ['- not a list', '\\- not a list'],
    ['+ not a list', '\\+ not a list'],
    ['> not a quote', '\\> not a quote'],
    ['---', '\\---'],
    ['===', '\\==='],
    [
      '*a* _b_ c_d `e` [f](g) <h> ~i~ $j$',
      '\\*a\\* \\_b\\_ c_d \\`e\\` \\[f\\](g) \\<h> \\~i\\~ \\$j\\$',
    ],
    ['AT&T &amp; &#65;', 'AT\\&T \\&amp; \\&#65;'],
    ['a \\ b', 'a \\\\ b'],
    ['http://example.com/a_b', 'http://example.com/a_b'],
    ['so $\\sqrt{x_1}$ grows', 'so $`\\sqrt{x_1}`$ grows'],
    ['from $5 to $10', 'from \\$5 to \\$10'],
  ])('escapes %j as %j', (text, markdown) => {
    expect(renderMarkdown([aBlock({ text })])).toBe(markdown);
  });

  it('is quick on adversarial text', () => {
    const pieces = ['*', '`', '[', '_ ', '1. ', '|', '<', '\n', '~', '&a', '\ud83d\ude42'];
    const time = processorTime(() => {
      for (const piece of pieces) {
        renderMarkdown([aBlock({ text: [aSpan(piece.repeat(50_000), ['strong'])] })]);
      }
    });

    expect(time).toBeLessThan(2_000);
  });
});
