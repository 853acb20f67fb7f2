import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, blockText } from '#lib/clean/block.ts';
import { pageBlocks } from '#lib/clean/dom/page-blocks.ts';
import { parsePage } from '#lib/clean/dom/parse-page.ts';

const read = (html: string): Block[] => pageBlocks(parsePage(html), 'https://example.org/a/b');
const texts = (html: string): string[] => read(html).map(blockText);

describe('pageBlocks', () => {
  it('ends unclosed paragraphs and items where a browser ends them', () => {
    expect(texts('<p>one<p>two<ul><li>three<li>four</ul>')).toEqual([
      'one',
      'two',
      'three',
      'four',
    ]);
  });

  it('numbers ordered items as the browser shows them', () => {
    const blocks = read('<ol start=3><li>a<li value=7>b<li>c</ol>');

    expect(blocks.map(({ ordinal }) => ordinal)).toEqual([3, 7, 8]);
  });

  it('reads a data table as rows and a layout table as boxes', () => {
    expect(texts('<table><tr><th>a<th>b<tr><td>1<td>2</table>')).toEqual(['a\tb', '1\t2']);
    expect(texts('<table><tr><td><p>left</p></td></tr></table>')).toEqual(['left']);
  });

  it('reads a post whose writer stands in a header cell as boxes', () => {
    const post = (cell: string): string =>
      `<table><tr><th>青冈<br>粮票：5</th><${cell}><div>营主</div><div>${'一行。<br>'.repeat(6)}</div></${cell}></tr></table>`;
    expect(texts(post('td')).length).toBeGreaterThan(3);
    expect(texts(post('th')).length).toBeGreaterThan(3);
    const pros = `<table><tr><th>优点<th>缺点<tr><td>${'省。<br>'.repeat(4)}<td>${'慢。<br>'.repeat(4)}</table>`;
    expect(texts(pros)[0]).toBe('优点\t缺点');
  });

  it('reads the table that a forum makes of a post as boxes', () => {
    const post = (text: string): string =>
      `<table><tr><td rowspan=2><div>青冈</div><div>发帖：427</div><td><div>楼主</div>${text}<tr><td><div>引用 举报</div></table>`;

    expect(texts(post('<div><div>采松<br><br>清早的雾</div></div>'))).toEqual([
      '青冈',
      '发帖：427',
      '楼主',
      '采松',
      '清早的雾',
      '引用 举报',
    ]);
    expect(texts(post(`<p>${'清早的雾<br>'.repeat(6)}</p>`)).slice(0, 3)).toEqual([
      '青冈',
      '发帖：427',
      '楼主',
    ]);
    expect(texts(post('<p>采松</p>'))[0]).toBe('青冈 发帖：427\t楼主 采松');
  });

  it('reads values with a box or a line break in them as rows', () => {
    const rows = '<tr><td><div>地址</div><td>南街1号<br>二楼'.repeat(6);

    expect(texts(`<table>${rows}</table>`)).toEqual(Array(6).fill('地址\t南街1号 二楼'));
  });

  it('starts a paragraph at two line breaks and at an indent after one', () => {
    expect(texts('<p>one<br><br>two<br>　　three<br>four</p>')).toEqual([
      'one',
      'two',
      'three\nfour',
    ]);
  });

  it('joins lines of Chinese source text without a space', () => {
    expect(texts('<p>第一行\n  第二行 word\nnext</p>')).toEqual(['第一行第二行 word next']);
  });

  it('resolves links and drops addresses that run code', () => {
    const spans = read('<p><a href="../c">x</a><a href="javascript:y()">y</a></p>')[0]?.cells[0];

    expect(spans?.map(({ text, href }) => [text, href])).toEqual([
      ['x', 'https://example.org/c'],
      [' y', undefined],
    ]);
  });

  it('keeps code as it is written, with its language', () => {
    const [block] = read('<pre><code class="language-ts">a\n  b</code></pre>');

    expect(block).toMatchObject({ kind: 'code', language: 'ts' });
    expect(block && blockText(block)).toBe('a\n  b');
  });

  it('judges preformatted text inside preformatted text with it, so that none is read again', () => {
    const letter = '去年秋天，你来信说家里的柿子熟了，我却没有回去。'.repeat(20);
    const kinds = (html: string): string[] => read(html).map(({ kind }) => kind);

    expect(kinds(`<pre>${letter}<pre>此致\n敬礼</pre></pre>`)).not.toContain('code');
    expect(kinds(`<pre>${letter}</pre><pre>ls -l</pre>`)).toContain('code');
  });

  it('reads text once, wherever tags are broken', () => {
    const tag = fc.constantFrom('<p>', '</p>', '<div>', '</div>', '<li>', '<td>', '<b>', '</a>');
    const piece = fc.oneof(tag, fc.stringMatching(/^[a-z]{1,5}$/));
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const words = pieces.filter((part) => !part.startsWith('<')).join('');
        const out = texts(pieces.join('')).join('').replace(/\s/g, '');
        expect(out).toBe(words);
      }),
    );
  });

  it('reads any string', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (html) => read(html).length >= 0));
  });
});
