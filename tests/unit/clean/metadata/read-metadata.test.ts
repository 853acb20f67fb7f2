import { describe, expect, it, test } from 'vitest';
import type { Block } from '#lib/clean/block.ts';
import { pageBlocks } from '#lib/clean/dom/page-blocks.ts';
import { parsePage } from '#lib/clean/dom/parse-page.ts';
import type { LineFacts } from '#lib/clean/lines/line-rules.ts';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';
import { type Metadata, readMetadata } from '#lib/clean/metadata/read-metadata.ts';

const URL_OF_PAGE = 'https://www.example.com/a/1.html';

/** Metadata of a page; its long paragraphs are the document. */
function ofPage(
  html: string,
  url: string | null = URL_OF_PAGE,
  facts: Partial<LineFacts> = {},
): Metadata {
  const page = parsePage(html);
  const all = pageBlocks(page, url);
  const long = (block: Block): boolean => (block.cells[0]?.[0]?.text.length ?? 0) > 40;
  return readMetadata({
    page,
    all,
    kept: all.filter(long),
    facts: { incomplete: [], ...facts },
    url,
    repairText: (text) => text,
  });
}

const BODY =
  '<p>Thank you for inviting me to speak to the graduating class. I was told to keep this short.</p>'.repeat(
    3,
  );

describe('readMetadata of a page', () => {
  it('takes no shelf of news for the title that <title> has behind the site', () => {
    const prose = `<p>${'本会社区厨房自开办以来承蒙各位街坊支持，累计派出饭餐十二万份。'.repeat(3)}</p>`;
    const html = `<title>竹简街坊会 - 最新消息</title><p>竹简街坊会<br>关怀邻里 守望相助</p><p>主页 &gt; 最新消息</p><p><b>社区厨房搬迁及暂停服务通告</b></p><p>(上载日期：2019年7月30日)</p>${prose}<p>版权所有 © 竹简街坊会</p>`;

    expect(ofPage(html, URL_OF_PAGE, { site: '竹简街坊会' })).toMatchObject({
      title: '社区厨房搬迁及暂停服务通告',
      site: '竹简街坊会',
      category: ['最新消息'],
    });
  });

  it('reads a blog post from what its reader sees', () => {
    const html = `<html lang="en"><title>Nine Minutes: A Talk | Harbour Bank</title>
      <div class="crumbs"><a href="/">Home</a> › <a>Speeches</a> › <a>Education</a></div>
      <h1>Nine Minutes: A Talk</h1><div class="meta">Posted 24 June 2018 · By Agnes Lau · 4 min</div>${BODY}`;

    expect(ofPage(html)).toMatchObject({
      title: 'Nine Minutes: A Talk',
      author: 'Agnes Lau',
      publishedAt: '2018-06-24',
      site: 'Harbour Bank',
      category: ['Speeches', 'Education'],
      language: 'en',
    });
  });

  it('reads a page that says everything to machines', () => {
    const html = `<html lang="en-US"><head><title>Nine Minutes - Example News</title>
      <link rel="canonical" href="/talks/nine"><meta name="robots" content="NOINDEX, follow">
      <meta property="og:site_name" content="Example News">
      <script type="application/ld+json">{"@type":"NewsArticle","headline":"Nine Minutes","author":{"name":"Agnes Lau"},
      "datePublished":"2018-06-24T08:00:00+02:00","dateModified":"2019-01-01"}</script></head><body><h1>Nine Minutes</h1>${BODY}`;

    expect(ofPage(html)).toEqual({
      title: 'Nine Minutes',
      author: 'Agnes Lau',
      publishedAt: '2018-06-24T08:00:00+02:00',
      site: 'Example News',
      category: [],
      language: 'en',
      declaredUrl: 'https://www.example.com/talks/nine',
      page: null,
      pageCount: null,
      origins: {
        title: 'h1',
        author: 'json-ld',
        publishedAt: 'json-ld',
        site: 'og:site_name',
        declaredUrl: 'canonical',
      },
      robots: ['noindex'],
    });
  });

  it('reads a government page from its own metas', () => {
    const html = `<title>某县人民政府 关于做好参保缴费工作的通知</title><meta name="SiteName" content="某县人民政府">
      <meta name="ArticleTitle" content="关于做好参保缴费工作的通知"><meta name="PubDate" content="2023-09-27 10:15">
      <meta name="ContentSource" content="县政府办"><meta name="ColumnName" content="通知公告">
      <div class="t">关于做好参保缴费工作的通知</div><p>${'为做好基本医疗保险参保缴费工作，现将有关事项通知如下。'.repeat(4)}</p>`;

    expect(ofPage(html)).toMatchObject({
      title: '关于做好参保缴费工作的通知',
      publishedAt: '2023-09-27T10:15',
      site: '某县人民政府',
      category: ['通知公告'],
      language: 'zh-Hans',
    });
  });

  it('reads a public account page', () => {
    const html = `<meta property="og:title" content="写好一封信"><h1 class="rich_media_title" id="activity-name">
      写好一封信</h1><span class="rich_media_meta" id="js_author_name">李四</span><a id="js_name">书信公社</a><em id="publish_time"></em>
      <div id="js_content"><p>${'写信的人要先想一想收信的人想知道什么，然后再动笔。'.repeat(4)}</p></div>
      <script>var ct = "1584600000";</script>`;

    expect(ofPage(html)).toMatchObject({
      title: '写好一封信',
      author: '李四',
      publishedAt: '2020-03-19T14:40:00+08:00',
      site: '书信公社',
    });
  });

  it('reads author and time of a public account page as it shows them', () => {
    const html = `<h1 id="activity-name">写好一封信</h1><span class="rich_media_meta rich_media_meta_text">李四</span>
      <a id="js_name">书信公社</a><em id="publish_time" class="rich_media_meta rich_media_meta_text">2020-03-19 14:40</em>
      <div id="js_content"><p>${'写信的人要先想一想收信的人想知道什么，然后再动笔。'.repeat(4)}</p></div>
      <script>var ct = "1584600000";</script>`;

    expect(ofPage(html)).toMatchObject({ author: '李四', publishedAt: '2020-03-19T14:40' });
  });

  it('reads who wrote it and its shelves below the text of a blog', () => {
    const html = `<title>一截气门芯 – 雨框</title><article><h1>一截气门芯</h1>
      <p>${'车胎漏气以后，他在抽屉里翻到一截气门芯，是父亲留下的。'.repeat(4)}</p>
      <footer class="entry-footer"><span class="byline"><span>作者 </span><a class="url fn n">檐下人</a></span>
      <span class="cat-links"><span>分类 </span><a>修修补补</a>、<a>旧物</a></span></footer></article>
      <footer class="site-footer"><span class="byline"><a>主题作者</a></span></footer>`;

    expect(ofPage(html)).toMatchObject({ author: '檐下人', category: ['修修补补', '旧物'] });
  });

  it('takes the <title> of all pages for the site where the line of rights agrees', () => {
    const html = (rights: string): string => `<title>青池县第二中学</title><p>首页 | 学校概况</p>
      <h1>关于2008年暑假放假的通知</h1><p>发布时间：2008-7-3</p><p>${'为做好今年的防汛和防溺水工作，现将有关事项通知如下。'.repeat(4)}</p>
      <p>版权所有：${rights} 地址：城北路46号</p>`;

    expect(ofPage(html('青池县第二中学')).site).toBe('青池县第二中学');
    expect(ofPage(html('某某网络公司')).site).not.toBe('青池县第二中学');
  });

  test.each([
    ['<title>Example</title><h1>Example</h1>', ''],
    ['<title>A Title Worth Reading - Example</title>', 'A Title Worth Reading'],
    ['<title>Example | A Title Worth Reading</title>', 'A Title Worth Reading'],
    ['<title>A Title - B</title><h1>Menu</h1><h1>A Title</h1>', 'A Title'],
    ['<title>标题内容_栏目_某某网</title><h2>标题内容</h2>', '标题内容'],
    ['<meta property="og:title" content="A Title Worth Reading">', 'A Title Worth Reading'],
    ['<h1><a href="/">Logo</a></h1><h1>Only Heading</h1>', 'Only Heading'],
  ])('takes the title of %j to be %j', (head, title) => {
    expect(ofPage(head + BODY).title).toBe(title);
  });

  test.each([
    [
      'the date beside the title, not that of a neighbour',
      '<h1>T one</h1><span class="date">2020-01-13</span>',
      '<div class="related"><span class="date">2021-05-05</span></div>',
      '2020-01-13',
    ],
    [
      'no neighbour date where the document has none',
      '<h1>T one</h1>',
      '<ul class="related"><li><time datetime="2021-05-05">5 May</time></li><li><time datetime="2021-05-06">6 May</time></li></ul>',
      null,
    ],
    [
      'the publication before the update',
      '<h1>T one</h1><p>Updated: 2021-03-01 Published: 2020-01-13</p>',
      '',
      '2020-01-13',
    ],
    [
      'the update where nothing else is said',
      '<h1>T one</h1><p>Last updated: 2021-03-01</p>',
      '',
      '2021-03-01',
    ],
    [
      'the time of the same day from further down',
      '<meta name="pubdate" content="2020-01-13"><h1>T one</h1><p>发布时间：2020-01-13 15:30</p>',
      '',
      '2020-01-13T15:30',
    ],
    [
      'no copyright year',
      '<h1>T one</h1>',
      '<footer>© 2010-2020 Example. 版权所有 2020年</footer>',
      null,
    ],
    ['no date nobody can mean', '<h1>T one</h1><p>发布时间：1970-01-01</p>', '', null],
  ])('gives %s', (_, head, tail, date) => {
    expect(ofPage(`<title>T one - Example Site</title>${head}${BODY}${tail}`).publishedAt).toBe(
      date,
    );
  });

  it('falls back to the date in the address', () => {
    expect(
      ofPage(`<h1>T one</h1>${BODY}`, 'https://example.com/2012/05/31/t-one').publishedAt,
    ).toBe('2012-05-31');
  });

  it('prefers the day the reader sees to the same moment in UTC', () => {
    const html = `<meta property="article:published_time" content="2019-10-18T22:04:00Z"><h1>T one</h1><p>19.10.2019</p>${BODY}`;

    expect(ofPage(html).publishedAt).toBe('2019-10-19');
  });

  it('reads the time itself where the reader sees how long ago it was', () => {
    const html = `<h1>Nine Minutes</h1><div><span title="2021-04-18 07:32:00">2 years ago</span></div>${BODY}`;

    expect(ofPage(html).publishedAt).toBe('2021-04-18T07:32:00');
  });

  it('parts fields that touch in the markup, as styles do', () => {
    const html = `<h1>Nine Minutes</h1><p><span>更新于 2023-08-14</span><span>2,904 人已下载</span></p>${BODY}`;

    expect(ofPage(html).publishedAt).toBe('2023-08-14');
  });

  it('does not take the day in the masthead for the document’s', () => {
    const html = `<title>T one - Example Site</title><div class="today-date">31. Oktober 2023</div><h1>T one</h1>
      <div class="entry-date">30. Oktober 2023</div>${BODY}`;

    expect(ofPage(html).publishedAt).toBe('2023-10-30');
  });

  it('reads a path from the site to the title whatever its element is called', () => {
    const html = `<title>换个名字 - 写作漫谈 - 书斋论坛</title><div class="nav">书斋论坛 » 写作漫谈 » 换个名字</div>
      <h1>换个名字</h1>${BODY}`;

    expect(ofPage(html)).toMatchObject({ site: '书斋论坛', category: ['写作漫谈'] });
  });

  test.each([
    [
      '{"@type":"BreadcrumbList","itemListElement":[{"position":1,"name":"Home"},{"position":2,"name":"Tools"},{"position":3,"name":"T one"}]}',
      ['Tools'],
    ],
    ['{"@type":"Article","headline":"T one","articleSection":["Tools","Home"]}', ['Tools']],
  ])('takes the category of %s without home and title', (json, category) => {
    const html = `<script type="application/ld+json">${json}</script><h1>T one</h1>${BODY}`;

    expect(ofPage(html).category).toEqual(category);
  });

  it('reads a path between pictures, and no menu', () => {
    const arrow = '<img src="/arrow.gif" alt="">';
    const path = ['<a href="/">Harbour Bank</a>', '<a>Speeches</a>', '<a>Education</a>'];
    const page = (between: string): string =>
      `<p>${path.join(between)}</p><p>x</p><h1>Nine Minutes</h1>${BODY}`;

    expect(ofPage(page(arrow)).category).toEqual(['Speeches', 'Education']);
    expect(ofPage(page(' ')).category).toEqual([]);
  });

  test.each([
    ['关于我区居家养老服务状况的<br>调研报告', '关于我区居家养老服务状况的 调研报告'],
    ['关于我区居家养老服务<br>状况的调研报告', '关于我区居家养老服务状况的调研报告'],
  ])('is one line where its heading is broken: %j', (heading, head) => {
    const html = `<title>${head}</title><h1>${heading}</h1>${BODY}`;

    expect(ofPage(html).title).toBe('关于我区居家养老服务状况的调研报告');
  });

  test.each([
    ['关于养老服务状况的调研报告', 'qxadmin', null],
    ['关于养老服务状况的调研报告', '笔尖小助手', null],
    ['关于养老服务状况的调研报告', '李四', '李四'],
    ['The harbour', 'oradmin', 'oradmin'],
  ])('of %j by the account %j is %j', (title, name, expected) => {
    const html = `<title>${title}</title><meta name="author" content="${name}"><h1>${title}</h1>${BODY}`;

    expect(ofPage(html).author).toBe(expected);
  });

  test.each([
    ['2021-11-03 09:27 文史领域创作者 关注', '山里看桥人'],
    ['2021-11-03 09:27 文史频道', null],
  ])('is the account above %j', (line, expected) => {
    const title = '两家人打了十一年官司，最后一起修了一座桥';
    const text =
      '在皖南的山里走，最常遇见的不是人，是桥。十里一大桥，三里一小桥，石的、木的、廊的、板的，各有各的模样。';
    const html = `<title>${title}</title><div>${title}</div><p>山里看桥人</p><div>${line}</div><p>${text}</p><p>${text}</p>`;

    expect(ofPage(html).author).toBe(expected);
  });

  it('is nobody where the author is the site, unless the site bears a person’s name', () => {
    const page = (name: string): string =>
      `<meta property="og:site_name" content="${name}"><meta name="author" content="${name}"><h1>T one</h1>${BODY}`;

    expect(ofPage(page('Example News')).author).toBe(null);
    expect(ofPage(page('Agnes Lau')).author).toBe('Agnes Lau');
  });

  const TEXT = `<p>${'本次会议由县委办公室主持召开，各部门负责同志参加会议并作了发言。'.repeat(3)}</p>`;

  it('knows a portal by its title, not by the links to its channels and partners', () => {
    const channels = ['新闻', '体育', '财经', '邮箱', '驿站']
      .map((name, at) => `<li><a href="https://c${at}.portal.example.cn/">${name}</a></li>`)
      .join('');
    const html = `<title>会议纪要_凤鸣网</title><ul>${channels}</ul><a href="/">首页</a> &gt; <a>要闻</a>
      <h1>会议纪要</h1>${TEXT}<ul>${channels}<li><a href="http://partner.example/">驿站</a></li></ul>`;

    expect(ofPage(html, 'https://news.portal.example.cn/1.html').site).toBe('凤鸣网');
  });

  test.each([
    ['网风', '网风财经', null],
    ['网风', '网风的日记', '网风'],
  ])('the author %j of the site %j is %j', (author, site, expected) => {
    const html = `<meta property="og:site_name" content="${site}"><meta name="author" content="${author}"><h1>T one</h1>${TEXT}`;

    expect(ofPage(html).author).toBe(expected);
  });

  it('reads a machine’s date in the order in which the page says the day, and no day a source was read on', () => {
    const meta = '<meta name="date" content="11/01/2023 12:43:42">';
    const html = `<html lang="de">${meta}<h1>Die Brücke</h1>${BODY}<p>Erstellt am: 01.11.2023</p></html>`;
    const sources = `<h1>渡口</h1>${TEXT}<ul><li>岚溪县志．岚溪网[引用日期2013-10-22]</li></ul>`;

    expect(ofPage(html).publishedAt).toBe('2023-11-01T12:43:42');
    expect(ofPage(sources).publishedAt).toBe(null);
  });

  it('finds the title of a page whose <title> is its shelf’s', () => {
    const html = `<title>新闻动态--岚溪学会官网</title><p>首页 &gt; 新闻动态 &gt; 正文</p><h5>二〇二〇年渡口研讨会在岚溪举行</h5>
      <p>发布时间：2020-05-18 来源：岚溪学会</p>${TEXT}<h4>联系我们</h4><h5>岚溪学会</h5><p>地址：渡口路一号</p>`;

    expect(ofPage(html).title).toBe('二〇二〇年渡口研讨会在岚溪举行');
  });

  it('reads a heading without the readings above its characters', () => {
    const ruby = (base: string, text: string): string =>
      `<ruby>${base}<rp>(</rp><rt>${text}</rt><rp>)</rp></ruby>`;
    const html = `<title>港のニュース</title><h1>${ruby('港', 'みなと')}が${ruby('凍', 'こお')}った</h1>${TEXT}`;

    expect(ofPage(html).title).toBe('港が凍った');
  });

  it('takes the beginning of the title in a list of other documents for no site', () => {
    const title = '岚溪渡口！老船家讲了三十年的故事';
    const html = `<title>${title}</title><h1>${title}</h1>${TEXT}<ul><li>${title}</li></ul>`;

    expect(ofPage(html).site).toBe(null);
  });

  it('takes no title that a quotation cuts in two for the site', () => {
    const other = '岚溪渡口“三十年”，老船家的故事';
    const list = `<ul><li>${other}</li><li>另一条新闻</li><li>${other}</li></ul>`;
    const html = `<title>会议纪要</title><p>${other}</p><h1>会议纪要</h1>${TEXT}${list}`;

    expect(ofPage(html).site).toBe(null);
  });

  it('takes neither a shelf nor a share button beside the title for the author', () => {
    const shelf = `<ul><li>首页</li><li>岚溪要事</li></ul><p>首页 &gt; 岚溪要事 &gt; 正文</p><h1>会议纪要</h1>
      <p>2020年3月1日 岚溪要事</p>${TEXT}`;
    const share = '<ul><li>分享到</li><li>木鸽</li><li>微信</li><li>QQ空间</li></ul>';

    expect(ofPage(shelf).author).toBe(null);
    expect(ofPage(`<h1>会议纪要</h1><p>2020年3月1日</p>${share}${TEXT}${share}`).author).toBe(null);
  });

  it('reads a name apart from the rank in the box beside it', () => {
    const html = `<h1>会议纪要</h1><div class="author"><a>林小芹</a><span>岚溪研究院院长</span></div>${TEXT}`;

    expect(ofPage(html).author).toBe('林小芹');
  });

  it('takes a link behind the path’s last step for no shelf', () => {
    const html = `<title>会议纪要 - 凤鸣网</title><div class="crumb"><a href="/">凤鸣首页</a> &gt; <a href="/h">凤鸣号</a>
      &gt; 正文 <a href="/join">申请入驻</a></div><h1>会议纪要</h1>${TEXT}`;

    expect(ofPage(html).category).toEqual(['凤鸣号']);
  });

  it('takes no commenter for the author', () => {
    const html = `<title>T one - Example Site</title><h1>T one</h1>${BODY}<div class="comments"><span class="author">Kelvin Ho</span></div>`;

    expect(ofPage(html).author).toBe(null);
  });

  test.each([
    ['javascript:alert(1)', null],
    ['http://u:p@example.com/', null],
    ['https://other.example/x', 'https://other.example/x'],
    ['../b.html', 'https://www.example.com/b.html'],
  ])('declares %j as %j', (href, address) => {
    expect(ofPage(`<link rel="canonical" href="${href}">${BODY}`).declaredUrl).toBe(address);
  });

  it('undoes damage in strings outside the blocks', () => {
    const page = parsePage('<title>幼兒園總結(jié)-文卷網(wǎng)</title><h1>幼兒園總結(jié)</h1>');
    const repairText = (text: string): string =>
      text
        .replace(/\([a-zāáǎàēéěèīíǐìōóǒòūúǔù]+\)/g, '')
        .replace('幼兒園總結', '幼儿园总结')
        .replace('文卷網', '文卷网');

    const metadata = readMetadata({
      page,
      all: [],
      kept: [],
      facts: { incomplete: [] },
      url: null,
      repairText,
    });

    expect(metadata).toMatchObject({ title: '幼儿园总结', site: '文卷网' });
  });

  it('is total on an empty page', () => {
    expect(ofPage('', null)).toEqual({
      title: '',
      author: null,
      publishedAt: null,
      site: null,
      category: [],
      language: null,
      declaredUrl: null,
      page: null,
      pageCount: null,
      origins: {},
      robots: [],
    });
  });
});

describe('readMetadata of Chinese pages', () => {
  const HAN_BODY = `<p>${'今年三月以来，梧桐社区组织开展了系列志愿服务活动，现将有关情况总结如下。'.repeat(3)}</p>`;

  test.each([
    [
      'chips of a forum',
      '<h1>换盆笔记</h1><div><a href="/c/1"><span class="category-name">园艺</span></a><a href="/c/2"><span class="category-name">兰花</span></a></div>',
      ['园艺', '兰花'],
    ],
    [
      'a link of a blog',
      '<h1>换盆笔记</h1><p>发表于 2022-02-10 分类于 <a href="/categories/兰花/">兰花</a></p>',
      ['兰花'],
    ],
    [
      'links that pictures part',
      '<div class="loc"><a href="/">竹简</a><i></i><a>园艺</a><i></i><a>兰花</a></div><h1>换盆笔记</h1>',
      ['园艺', '兰花'],
    ],
    [
      'no list of all shelves',
      `<h1>换盆笔记</h1><p>${'甲乙丙丁'.replace(/./gu, '<a href="/category/$&">$&类</a>')}</p>`,
      [],
    ],
  ])('reads %s', (_, head, category) => {
    const html = `<title>换盆笔记 - 竹简</title><meta property="og:site_name" content="竹简">${head}${HAN_BODY}`;
    expect(ofPage(html).category).toEqual(category);
  });

  it('reads who opened a thread from the link to their page, not who answered or the reader', () => {
    const page = (head: string): string =>
      `<title>换盆笔记 - 竹简社区</title>${head}${HAN_BODY}<a href="u.php?uid=83">苔生</a>`;
    const card =
      '<h1>换盆笔记</h1><span>533阅读</span><div><a href="u.php?uid=61">竹里馆</a></div>';
    expect(ofPage(page(card)).author).toBe('竹里馆');
    const reader = '<a href="u.php?uid=9">我的空间</a><h1>换盆笔记</h1>';
    expect(ofPage(page(reader)).author).toBeNull();
  });

  it('takes the sign of the site in the head for nobody', () => {
    const page = (name: string): string =>
      `<title>换盆笔记</title><meta name="author" content="${name}"><h1>换盆笔记</h1>${HAN_BODY}`;
    expect(ofPage(page('zjrc')).author).toBeNull();
    expect(ofPage(page('林知微')).author).toBe('林知微');
    expect(ofPage(page('Irene Gan')).author).toBe('Irene Gan');
  });

  it('takes neither a newspaper’s edition nor an office for the title', () => {
    const paper = `<title>竹简晚报数字版-旧物三首</title><td><b>旧物三首</b></td>${HAN_BODY}`;
    expect(ofPage(paper).title).toBe('旧物三首');
    const office = `<title>竹简县政府-补助问答</title><h1>竹简县政府</h1><h3>补助问答</h3>${HAN_BODY}`;
    expect(ofPage(office).title).toBe('补助问答');
  });

  it('keeps a full-width blank between the halves of a headline', () => {
    const title = '街渡下月停航　七個飯壺無人帶';
    expect(ofPage(`<title>${title}</title><h1>${title}</h1>${HAN_BODY}`).title).toBe(title);
    const narrow = '第三章  借盐';
    expect(ofPage(`<title>${narrow}</title><h1>${narrow}</h1>${HAN_BODY}`).title).toBe(
      '第三章 借盐',
    );
  });
});

describe('readMetadata of text', () => {
  it('has the line rules’ facts and the language', () => {
    const kept = textBlocks('今年三月以来，梧桐社区组织开展了系列志愿服务活动，现总结如下。');
    const facts: LineFacts = {
      title: '社区志愿服务活动总结',
      author: '作者：张三',
      publishedAt: '2012-07-05',
      site: '好文驿站',
      category: ['总结', '活动总结'],
      declaredUrl: 'http://www.example.com/1.html',
      page: 2,
      pageCount: 3,
      incomplete: [],
    };

    expect(
      readMetadata({ page: null, all: kept, kept, facts, url: null, repairText: (text) => text }),
    ).toEqual({
      title: '社区志愿服务活动总结',
      author: '张三',
      publishedAt: '2012-07-05',
      site: '好文驿站',
      category: ['总结', '活动总结'],
      language: 'zh-Hans',
      declaredUrl: 'http://www.example.com/1.html',
      page: 2,
      pageCount: 3,
      origins: {
        title: 'line',
        author: 'line',
        publishedAt: 'line',
        site: 'line',
        category: 'line',
        declaredUrl: 'line',
        page: 'line',
        pageCount: 'line',
      },
      robots: [],
    });
  });

  it('takes no date and no author from the lines of the text itself', () => {
    const kept = textBlocks('作者：张三\n发布时间：2020-01-13\n正文从这里开始，写得不长。');

    const metadata = readMetadata({
      page: null,
      all: kept,
      kept,
      facts: { incomplete: [] },
      url: null,
      repairText: (text) => text,
    });

    expect(metadata).toMatchObject({ author: null, publishedAt: null });
  });
});
