import { describe, expect, it, test } from 'vitest';
import { blockText } from '#lib/clean/block.ts';
import { dropBelowDocument } from '#lib/clean/content/below-document.ts';
import model from '#lib/clean/content/content-model.json' with { type: 'json' };
import { pageFeatures } from '#lib/clean/content/page-features.ts';
import { readLexicon } from '#lib/clean/content/words/lexicon.ts';
import { pageBlocks } from '#lib/clean/dom/page-blocks.ts';
import { parsePage } from '#lib/clean/dom/parse-page.ts';

const LEXICON = readLexicon(model.lexicon);
const PROSE =
  '岚溪的渡口一到冬天就封了，船家把竹篙靠在墙上，等开春的第一场雨。孩子们从冰面上走过去上学，书包一颠一颠的，老人在岸上喊着慢一点，慢一点。';
const ARTICLE = `<div class="text">${`<p>${PROSE}</p>`.repeat(8)}<p>${PROSE}后来修了桥。</p></div>`;
const SUMMARY = '县里今年修了三条路，其中一条通到了渡口，走的人却还是不多，大家都说习惯了坐船。';

/** What is left if everything had been kept. */
function left(html: string, url = 'https://www.example.cn/a/1.html'): string {
  const page = parsePage(`<title>渡口</title><body>${html}</body>`);
  const blocks = pageBlocks(page, url);
  const features = pageFeatures(page, blocks, url, LEXICON);
  const kept = blocks.map(() => true);
  dropBelowDocument(features, kept);
  return blocks
    .filter((_, index) => kept[index])
    .map(blockText)
    .join('\n');
}

const repeated = (unit: (at: number) => string): string => [1, 2, 3, 4].map(unit).join('');

describe('dropBelowDocument', () => {
  test.each([
    [
      'teasers',
      repeated((at) => `<li><a href="/b/${at}">岚溪新修的三条路通车了</a><p>${SUMMARY}</p></li>`),
    ],
    [
      'teasers that are links',
      repeated((at) => `<dl><dt>${at}</dt><dd><a href="/b/${at}">${SUMMARY}</a></dd></dl>`),
    ],
    ['links', repeated((at) => `<li><a href="/b/${at}">第${at}条路通车</a></li>`)],
    [
      'comments',
      `<div class="comment-list"><div>${SUMMARY}</div><div>${SUMMARY}我也是。</div></div>`,
    ],
  ])('drops %s', (_, below) => {
    const text = left(`${ARTICLE}<div><ul>${below}</ul></div>`);

    expect(text).toContain('后来修了桥');
    expect(text).not.toContain('条路');
  });

  it('drops of what stands below a thread only lists of links', () => {
    const url = 'https://www.example.cn/ask/1.html';
    const five = (unit: (at: number) => string): string => [1, 2, 3, 4, 5].map(unit).join('');
    const links = five(
      (at) => `<li><a href="/q/${at}">岚溪的第${at}条路什么时候通车</a><em>${at}17人看过</em></li>`,
    );
    const posts = five((at) => `<li><a href="/u/${at}">渡口${at}</a>${SUMMARY}</li>`);

    expect(left(`${ARTICLE}<ul>${links}</ul>`, url)).not.toContain('条路');
    expect(left(`${ARTICLE}<ul>${posts}</ul>`, url)).toContain('渡口5');
  });

  it('drops much of the page only below what is long enough to be a document', () => {
    const below = repeated(
      (at) => `<li><a href="/b/${at}">新修的三条路通车了</a>${SUMMARY.repeat(3)}</li>`,
    );

    expect(left(`${ARTICLE}<ul>${below}</ul>`)).not.toContain('条路');
    expect(left(`<div><p>${PROSE}</p></div><ul>${below}</ul>`)).toContain('条路');
  });

  test.each([
    [
      'a thread',
      `<div class="post">${ARTICLE}</div>${repeated(() => `<div class="post"><a href="/u">岚溪渡口的老船家</a><p>${SUMMARY}</p></div>`)}`,
    ],
    [
      'sections of the document',
      `${ARTICLE}${repeated(() => `<div class="part"><p>${SUMMARY}</p></div>`)}`,
    ],
    [
      'lists inside its box',
      `<div>${ARTICLE}<p>${PROSE}</p><p>${PROSE}</p></div><p>附：</p>${SUMMARY}`,
    ],
    [
      'what readers with short names said',
      `${ARTICLE}<ul>${repeated((at) => `<li><a href="/u/${at}">木鸽</a><p>${SUMMARY}</p></li>`)}</ul>`,
    ],
  ])('keeps %s', (_, html) => {
    expect(left(html)).toContain('条路');
  });

  it('keeps replies where the address is a forum’s', () => {
    const html = `${ARTICLE}<div class="comment-list"><div>${SUMMARY}</div></div>`;

    expect(left(html, 'https://www.example.cn/faq/1/')).toContain('条路');
  });
});
