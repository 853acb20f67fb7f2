import { describe, expect, it, test } from 'vitest';
import { pageBlocks } from '#lib/clean/dom/page-blocks.ts';
import { parsePage } from '#lib/clean/dom/parse-page.ts';
import { type Metadata, readMetadata } from '#lib/clean/metadata/read-metadata.ts';

const PROSE = `<p>${'今年以来，全体职工团结一心，较好地完成了年初确定的各项任务。'.repeat(4)}</p>`;

function ofPage(html: string): Metadata {
  const page = parsePage(html + PROSE);
  const all = pageBlocks(page, null).filter(({ element }) => element?.name !== 'title');
  return readMetadata({
    page,
    all,
    kept: all.slice(-1),
    facts: { incomplete: [] },
    url: null,
    repairText: (text) => text,
  });
}

describe('a <title> that does not say what the page is', () => {
  it('may be what the editor wrote', () => {
    const menu = '<p>竹简碎片</p><p>[首页] [文字] [相册] [留言]</p>';
    expect(ofPage(`<title>New Page 1</title>${menu}<p><b>灰色的海</b></p>`).title).toBe('灰色的海');
    expect(ofPage(`<title>无标题文档</title>${menu}<h2>《桂花树下的秤》教学设计</h2>`).title).toBe(
      '《桂花树下的秤》教学设计',
    );
  });

  it('may end in the shelf that the path ends in', () => {
    const path = '<p>当前位置：首页 -> 政务公开 -> 工作通报</p>';
    const line = '<p><b>全镇2009年度信息采用情况通报</b></p><p>2010年1月18日 阅读次数：402</p>';
    expect(ofPage(`<title>竹简镇信息网--工作通报</title>${path}${line}`).title).toBe(
      '全镇2009年度信息采用情况通报',
    );
    expect(ofPage(`<title>竹简论坛--灰色的海</title><h1>灰色的海</h1>${line}`).title).toBe(
      '灰色的海',
    );
  });

  it('names the site behind what was added to the title, and before a greeting', () => {
    expect(ofPage('<title>梅干菜烧饼的做法_竹简菜谱</title><h1>梅干菜烧饼</h1>').site).toBe(
      '竹简菜谱',
    );
    expect(
      ofPage('<title>竹简镇中心小学--欢迎您</title><p>竹简镇中心小学</p><h1>红薯地里的一堂课</h1>')
        .site,
    ).toBe('竹简镇中心小学');
  });
});

describe('fields that the page’s lines agree on', () => {
  test.each([
    '<title>护林员的一天――竹简文秘</title><div>护林员的一天</div>',
    '<title>护林员的一天 竹简文秘</title><div>护林员的一天</div>',
    '<title>护林员的一天 - 日记 - 竹简文秘</title><div>护林员的一天</div>',
    '<title>护林员的一天,副作用,用法_竹简文秘</title><div>护林员的一天</div>',
    '<title>竹简文秘：护林员的一天</title><h3>护林员的一天</h3>',
    '<title>护林员的一天(3页)_竹简文秘</title><p>护林员的一天[精品]</p>',
    '<title>护林员的一天_竹简文秘</title><h1>护林员的一天</h1>',
  ])('tells title and site of %j apart', (html) => {
    expect(ofPage(html)).toMatchObject({ title: '护林员的一天', site: '竹简文秘' });
  });

  it('keeps the longer of two headings that <title> holds', () => {
    const html =
      '<title>南山县政府-公告-关于候鸟保护区管制事项的公告</title><h1>南山县政府</h1><h2>关于候鸟保护区管制事项的公告</h2>';
    expect(ofPage(html).title).toBe('关于候鸟保护区管制事项的公告');
  });

  it('takes no short line for the title where words have blanks', () => {
    const html =
      '<title>Shoes for Men and Women | Example</title><nav><p>Shoes</p></nav><h1>Shoes for Men and Women</h1>';
    expect(ofPage(html).title).toBe('Shoes for Men and Women');
  });

  test.each([
    ['<p>首页 > 总结 > 学校总结 > 浏览文章</p><h1>甲</h1>', ['总结', '学校总结']],
    [
      '<ul><li><a href="/">首页</a></li><li><a href="/a">总结</a></li></ul><h1>护林员的一天</h1>',
      ['总结'],
    ],
    [
      '<p><a href="/">首页</a> <a href="/g">关于</a> <a href="/l">留言</a></p><h1>护林员的一天</h1>',
      [],
    ],
  ])('reads the shelves of %j', (html, category) => {
    expect(ofPage(`<title>护林员的一天</title>${html}`).category).toEqual(category);
  });

  test.each([
    ['<h1>护林员的一天</h1><p>甬上阿鱼　创建于 2021-03-28</p>', '甬上阿鱼'],
    ['<h1>护林员的一天</h1><p>木槿不开花</p><p>关注</p>', '木槿不开花'],
    ['<h1>护林员的一天</h1><p>小作者：沈小满学校：江城七中</p>', '沈小满'],
    ['<h1>护林员的一天</h1><p>公布日期 2021-03-28</p>', null],
    ['<h1>护林员的一天</h1><p>校长办公室　2021-03-28</p>', null],
    ['<h1>护林员的一天</h1><p class="author">责任编辑：潘浅</p>', null],
  ])('reads the author of %j', (html, author) => {
    expect(ofPage(html).author).toBe(author);
  });
});
