import { describe, expect, it } from 'vitest';
import { blockText } from '#lib/clean/block.ts';
import { cutHeadingTools, hasAnchor } from '#lib/clean/content/heading-tools.ts';
import { pageBlocks } from '#lib/clean/dom/page-blocks.ts';
import { parsePage } from '#lib/clean/dom/parse-page.ts';

const PROSE = '<p>廊桥一般由桥台、桥身、廊屋三部分组成。</p>';
const read = (html: string) => pageBlocks(parsePage(html), 'https://example.org/item/1');
const headings = (html: string): string[] =>
  cutHeadingTools(read(html))
    .blocks.filter(({ kind }) => kind === 'heading')
    .map(blockText);

describe('links of a heading to itself', () => {
  it.each([
    '<h2>结构<a class="headerlink" href="#s">¶</a></h2>',
    '<h2><a class="header-anchor" href="#s" aria-hidden="true">#</a> 结构</h2>',
    '<h2><a href="#s">#</a>结构 <a href="/item/1#s">🔗</a></h2>',
  ])('go: %s', (html) => {
    expect(headings(html + PROSE)).toEqual(['结构']);
  });

  it.each([
    ['a note', '<h2>结构<a href="#n1">1</a></h2>', '结构1'],
    ['a sign that is no link', '<h2>结构 #</h2>', '结构 #'],
    ['a link to elsewhere', '<h2>结构<a href="/tag">#</a></h2>', '结构#'],
    ['a heading of nothing else', '<h2><a href="#s">#</a></h2>', '#'],
    ['a language', '<h2>C<a href="/c">#</a></h2>', 'C#'],
  ])('but not %s', (_, html, expected) => {
    expect(headings(html + PROSE)).toEqual([expected]);
  });

  it('tell a heading of the article', () => {
    const [linked, plain] = read('<h2>Next<a href="#n">#</a></h2><h2>Next</h2>');

    expect(linked && hasAnchor(linked)).toBe(true);
    expect(plain && hasAnchor(plain)).toBe(false);
  });
});

describe('buttons inside headings', () => {
  const page = (behind: string): string =>
    `<h2>结构${behind}</h2>${PROSE}<h2>评价${behind}</h2>${PROSE}`;

  it.each([
    '<span class="ms-copy btn-copy">复制</span>',
    ' <i class="tool-read">朗读</i>',
    '<a>复制本段</a>',
    '<a>编辑</a><span class="x-fold">收起</span>',
  ])('go where several have them: %s', (button) => {
    expect(headings(page(button))).toEqual(['结构', '评价']);
  });

  it('stay where one heading says so, or no button does', () => {
    expect(headings(`<h2>第二步<a>复制</a></h2>${PROSE}`)).toEqual(['第二步复制']);
    expect(headings(page('<b>复制</b>'))).toEqual(['结构复制', '评价复制']);
  });
});
