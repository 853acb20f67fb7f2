import { describe, expect, it } from 'vitest';
import { blockText } from '#lib/clean/block.ts';
import { type Selection, selectContent } from '#lib/clean/content/select-content.ts';
import { pageBlocks } from '#lib/clean/dom/page-blocks.ts';
import { parsePage } from '#lib/clean/dom/parse-page.ts';
import type { SiteRules } from '#lib/model/source.ts';

const PROSE =
  'The harbour froze over in January, and for three weeks nothing moved on the water. People walked across it to work, carrying their lunch.';
const ARTICLE = `<html><head><title>Frozen harbour</title></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a> <a href="/about">About us</a></nav>
<article><h1>Frozen harbour</h1><p>${PROSE}</p><p>${PROSE} Nobody minded.</p></article>
<footer>© 2024 All rights reserved</footer></body></html>`;

function select(html: string, rules: SiteRules | null = null): Selection {
  const page = parsePage(html);
  const url = 'https://example.org/2024/frozen-harbour';
  return selectContent(page, pageBlocks(page, url), {
    bytes: new Uint8Array(),
    contentType: 'text/html',
    url,
    rules,
  });
}

describe('selectContent', () => {
  it('keeps the paragraphs and cuts menu and footer with their reasons', () => {
    const { kept, cuts, noDocument } = select(ARTICLE);

    const texts = kept.map(blockText);
    expect(texts).toContain(PROSE);
    expect(texts.join('\n')).not.toContain('About us');
    expect(cuts.find(({ block }) => blockText(block).includes('©'))?.reason).toBe('footer');
    expect(noDocument).toBeNull();
  });

  it('keeps nothing of the column beside the one with the title', () => {
    const row = (left: string): string =>
      `<title>Frozen harbour</title><table><tr><td>${left}</td><td><p><b>Frozen harbour</b></p><p>${PROSE}</p><p>${PROSE}</p></td></tr></table>`;
    const offer = 'Our disc with eight thousand letters, sent to your door, all for ten marks.';
    const above = (html: string): string => select(html).kept.map(blockText).join('\n');
    const chinese = (left: string): string =>
      row(left)
        .replaceAll('Frozen harbour', '关于港口封冻的情况报告')
        .replaceAll(
          PROSE,
          '港口一月份封冻，三周之内水面上没有一条船，人们提着午饭从冰上走去上工，没有出过一次事故。',
        );

    expect(
      above(chinese('<p>光盘一张，八千篇稿子随身带，邮局汇款四十五元，款到发货。</p>')),
    ).not.toContain('光盘');
    expect(above(row(`<p>${offer}</p>`))).toContain(PROSE);
  });

  it('puts every block either into the document or into a cut', () => {
    const page = parsePage(ARTICLE);
    const blocks = pageBlocks(page, null);

    const { kept, cuts } = select(ARTICLE);

    expect(kept.length + cuts.length).toBe(blocks.length);
  });

  it('keeps a heading that opens a kept part of the same box', () => {
    const tips = `<h3>Tips</h3><p>${PROSE} Ice that is white carries half as much.</p></article>`;

    expect(select(ARTICLE.replace('</article>', tips)).kept.map(blockText)).toContain('Tips');
  });

  it('cuts what asks for an address within the text, not a text that speaks of addresses', () => {
    const box = (field: string): string =>
      ARTICLE.replace(
        '</article>',
        `<aside><h4>Letters from the harbour</h4><p>Every Sunday a story in your mailbox.</p>${field}</aside><p>${PROSE}</p></article>`,
      );
    const texts = (html: string): string => select(html).kept.map(blockText).join('\n');

    expect(texts(box('<input type="email"><button>OK</button>'))).not.toContain('mailbox');
    const { cuts } = select(box('<input type="email"><button>OK</button>'));
    expect(cuts.find(({ block }) => blockText(block).includes('mailbox'))?.reason).toBe(
      'subscribe',
    );
    const whole = `<input type="email">${PROSE} ${PROSE} ${PROSE}`;
    expect(texts(ARTICLE.replace('</article>', `<p>${whole}</p></article>`))).toContain(
      `${PROSE} ${PROSE}`,
    );
  });

  it('cuts the strings that a forum hides by its own style sheet', () => {
    const html = ARTICLE.replace('Nobody', '<font class="jammer">zm3yqC~iOg.qA!ri</font>Nobody');
    const texts = select(html).kept.map(blockText);

    expect(texts.join('')).not.toContain('zm3yqC');
    expect(texts.join('')).toContain('Nobody minded.');
  });

  it('cuts a hidden run inside a paragraph', () => {
    const html = ARTICLE.replace('Nobody', '<span style="display:none">jammer</span> Nobody');

    const { kept, cuts } = select(html);

    expect(kept.map(blockText).join('')).not.toContain('jammer');
    expect(cuts.some(({ reason }) => reason === 'hidden')).toBe(true);
  });

  it('cuts what stood above in the same order as a copy, with the short lines in it', () => {
    const post = `<p>${PROSE}</p><p>Nobody minded.</p><p>Then it thawed. ${PROSE}</p>`;
    const html = ARTICLE.replace('<h1>', `<div>${post}</div><div>${post}</div><h1>`);

    const { kept, cuts } = select(html);

    expect(kept.filter((block) => blockText(block) === 'Nobody minded.')).toHaveLength(1);
    expect(cuts.filter(({ reason }) => reason === 'duplicate')).toHaveLength(3);
  });

  it.each([
    ['under a heading of its own', `<div><h2>The year after</h2><p>${PROSE}</p></div>`],
    ['within the same box', `<p>${PROSE}</p>`],
  ])('keeps what comes again %s', (_, again) => {
    const html = ARTICLE.replace('</article>', `${again}</article>`);

    const { kept } = select(html);

    expect(kept.filter((block) => blockText(block) === PROSE)).toHaveLength(2);
  });

  it('keeps a paragraph of the text that the key points above said, and no preview of it', () => {
    const points = `<ol><li>${PROSE}</li><li>Nobody minded.</li></ol>`;
    const text = `<div><p>It was long ago. ${PROSE}</p><p>${PROSE}</p><p>So it was.</p></div>`;
    const preview = `<div><div><p>${PROSE}</p></div><div><p>${PROSE}</p><p>So it was.</p></div></div>`;
    const times = (body: string): number => {
      const html = `<title>Frozen harbour</title><article><h1>Frozen harbour</h1>${body}</article>`;
      return select(html).kept.filter((block) => blockText(block) === PROSE).length;
    };

    expect(times(`${points}${text}`)).toBe(2);
    expect(times(preview)).toBe(1);
  });

  it('keeps what a reply quotes, and a sentence that is said twice', () => {
    const reply = `<div><blockquote><p>${PROSE} Nobody minded.</p></blockquote><p>So it was.</p></div>`;
    const html = ARTICLE.replace(
      '</article>',
      `<p>Nobody minded.</p>${reply}<p>Nobody minded.</p></article>`,
    );

    const { cuts } = select(html);

    expect(cuts.map(({ reason }) => reason)).not.toContain('duplicate');
  });

  it('follows the selectors of the source, and ignores one that is no selector', () => {
    const html = `<div id="x"><p>Short.</p><p class="ad">Buy.</p></div><p>${PROSE}</p>`;

    const { kept } = select(html, { content: '#x', remove: ['.ad', '[['] });

    expect(kept.map(blockText)).toEqual(['Short.']);
  });

  it('tells a page that only says it is missing from a document', () => {
    const { kept, noDocument } = select('<title>404</title><h1>Page not found</h1>');

    expect([kept, noDocument]).toEqual([[], 'soft-404']);
  });

  it.each([
    ['您访问的食谱已被作者删除或者正在审核中，三秒后返回首页。', 'soft-404'],
    ['该作品已经上传者自行下架。', 'soft-404'],
    ['旧食谱已被作者重新写过，删节的地方补上了。', null],
  ])('tells who took the page away: %s', (says, reason) => {
    expect(select(`<title>食谱</title><div><h2>空锅</h2><p>${says}</p></div>`).noDocument).toBe(
      reason,
    );
  });

  it('tells a page that only asks for cookies or money from one that tells of them', () => {
    const wall = `<title>Your choice</title><main><h2>Read with advertising or subscribe</h2><p>To continue reading for free, you need to accept cookies and other tracking technologies from us and our partners. We use them to personalise advertising.</p><p>You can withdraw your consent at any time in our privacy centre.</p></main>`;

    expect(select(wall).noDocument).toBe('login-wall');
    expect(select(wall.replace('</main>', `<p>${PROSE}</p></main>`)).noDocument).toBeNull();
  });

  it('finds no document where all there is stands around the password', () => {
    const gate =
      '<table><tr><td>站住！这间棚子只给挂了牌的人看。<br>口令 <input type="password"></td></tr></table>';
    const page = (more: string): string =>
      `<title>看帖 | 青石营</title><body>${gate}${more}</body>`;

    expect(select(page('')).noDocument).toBe('login-wall');
    expect(
      select(page('<div><h1>夜渡</h1><p>雾重舟轻一苇横，</p><p>隔江犹听捣衣声。</p></div>'))
        .noDocument,
    ).toBeNull();
  });

  it.each([
    ['您要找的书已被摘走，或者还没有上架。', 'soft-404'],
    ['您要找的船在下一个码头。', null],
  ])('tells what is gone by what it says: %s', (says, expected) => {
    const { noDocument } = select(`<title>青石文档</title><h1>这块田空了</h1><p>${says}</p>`);
    expect(noDocument).toBe(expected);
  });

  it('keeps the last sentence of a page, though it is alone in its paragraph', () => {
    const line = (text: string): string => `<div class="para">${text}</div>`;
    const [one, two] = [
      '<span>立夏前后，山上的杨梅林已经热闹起来，农技员让大家疏果。</span>',
      '<span>一根枝上只留两三颗果子，其余的都要摘掉，摘的时候手都在抖。</span>',
    ];
    const last = '<span>“会种的人，要学会丢。”她站在梯子上，又摘下一颗青果，放进篓子里。</span>';
    const html = `<title>杨梅疏果记_客户端</title><div>${line(one + two)}${line(two + one)}</div><div>${line(one + one + two)}${line(last)}</div><div class="rec"><div><a href="/1">猜你喜欢</a></div></div>`;

    expect(select(html).kept.map(blockText).join('\n')).toContain('要学会丢');
  });
});
