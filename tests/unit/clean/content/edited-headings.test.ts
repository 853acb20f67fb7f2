import { describe, expect, it } from 'vitest';
import { blockText } from '#lib/clean/block.ts';
import { cutEditLinks, keepEditedHeadings } from '#lib/clean/content/edited-headings.ts';
import { pageBlocks } from '#lib/clean/dom/page-blocks.ts';
import { parsePage } from '#lib/clean/dom/parse-page.ts';

const PROSE = '<p>廊桥一般由桥台、桥身、廊屋三部分组成。</p>';
const read = (html: string) => pageBlocks(parsePage(html), 'https://example.org/item/1');
const headings = (html: string): string[] =>
  cutEditLinks(read(html))
    .blocks.filter(({ kind }) => kind === 'heading')
    .map(blockText);
const page = (behind: string): string =>
  `<h2>结构${behind}</h2>${PROSE}<h2>评价${behind}</h2>${PROSE}`;

describe('edit links inside headings', () => {
  it.each([
    '<a class="ed" href="javascript:;">[修订]</a>',
    ' <span>[<a>编辑</a> | <a>编辑源代码</a>]</span>',
    ' [<a>編輯</a>]',
    '<span>【改】</span>',
    '<a>编辑本段</a>',
    ' <a>完善</a>',
    '<a class="t">给这段添砖</a>',
    '<a href="#">返回枝目</a>',
  ])('go, the heading stays: %s', (link) => {
    expect(headings(page(link))).toEqual(['结构', '评价']);
  });

  it('are cut as a button', () => {
    const { cuts } = cutEditLinks(read(page('<a>[修订]</a>')));

    expect(
      cuts.map(({ block, from, to, reason }) => [blockText(block).slice(from, to), reason]),
    ).toEqual([
      ['[修订]', 'form'],
      ['[修订]', 'form'],
    ]);
  });

  it.each([
    [
      'one such heading',
      `<h2>第二稿[修订]</h2>${PROSE}<h2>评价</h2>${PROSE}`,
      ['第二稿[修订]', '评价'],
    ],
    ['words without a link', page(' <b>修改</b>'), ['结构 修改', '评价 修改']],
    ['a link to something else', page(' <a>[1]</a>'), ['结构 [1]', '评价 [1]']],
    [
      'links to one place, which the headings are about',
      page('用<a href="/cmd/tar">归档命令</a>'),
      ['结构用归档命令', '评价用归档命令'],
    ],
    [
      'a link that not all headings of the level have',
      `${page('<a>给这段添砖</a>')}<h2>年表</h2>${PROSE}`,
      ['结构给这段添砖', '评价给这段添砖', '年表'],
    ],
    ['a link alone', '<h2><a>编辑</a></h2><h2><a>修改</a></h2>', ['编辑', '修改']],
  ])('stay: %s', (_, html, expected) => {
    expect(headings(html)).toEqual(expected);
  });

  it('keep their headings where the text below stays', () => {
    const blocks = read(page('<a>[修订]</a>'));
    const fixed = blocks.map(() => null);

    expect(keepEditedHeadings(blocks, [true, true, false, true], fixed)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(keepEditedHeadings(blocks, [true, true, false, false], fixed)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('say nothing for headings without one', () => {
    const blocks = read(page(''));

    expect(
      keepEditedHeadings(
        blocks,
        [true, true, false, true],
        blocks.map(() => null),
      ),
    ).toEqual([true, true, false, true]);
  });
});
