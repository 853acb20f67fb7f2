import { describe, expect, it } from 'vitest';
import { blockText } from '#lib/clean/block.ts';
import model from '#lib/clean/content/content-model.json' with { type: 'json' };
import { namedContents } from '#lib/clean/content/named-contents.ts';
import { pageFeatures } from '#lib/clean/content/page-features.ts';
import { readLexicon } from '#lib/clean/content/words/lexicon.ts';
import { pageBlocks } from '#lib/clean/dom/page-blocks.ts';
import { parsePage } from '#lib/clean/dom/parse-page.ts';

const URL_OF_PAGE = 'https://baike.example/item/1';
const TITLES = ['历史沿革', '栽培方法', '常见品种'];
const parts = (titles = TITLES): string =>
  titles.map((title) => `<h2>${title}</h2><p>宋室南渡以后，居民以缸代池，遂成风气。</p>`).join('');
const items = TITLES.map((title, index) => `<li><i>${index + 1}</i><a>${title}</a></li>`).join('');

function contents(body: string): string[] {
  const page = parsePage(`<title>水缸养荷</title><body>${body}</body>`);
  const blocks = pageBlocks(page, URL_OF_PAGE);
  const features = pageFeatures(page, blocks, URL_OF_PAGE, readLexicon(model.lexicon));
  return [...namedContents(features)].map((index) => blockText(blocks[index] ?? { cells: [] }));
}

describe('a list of contents that a page names', () => {
  it.each(['目录', '本词条目录<a>收起</a>', '<h2>目 录</h2>', '[目录]'])(
    'is found though no link leads anywhere: %s',
    (label) => {
      const found = contents(
        `<main><div><div>${label}</div><ol>${items}</ol></div><div>${parts()}</div></main>`,
      );

      expect(found.slice(1)).toEqual(['1历史沿革', '2栽培方法', '3常见品种']);
    },
  );

  it('is found in one run, and twice on the page', () => {
    const list = `<div>目录 ${TITLES.map((title) => `<a>${title}</a>`).join(' ')}</div>`;

    expect(contents(`<main>${list}<div>${parts()}</div></main>`)).toHaveLength(1);
    expect(
      contents(
        `<main><div><div>目录</div><ol>${items}</ol></div><div>${parts()}</div><ul>${items}</ul></main>`,
      ),
    ).toHaveLength(4);
  });

  it.each([
    [
      'in the box of the text, as a law has it',
      `<div><p>目录</p>${TITLES.map((title) => `<p>${title}</p>`).join('')}${parts()}</div>`,
    ],
    ['beside the paragraphs as one of them', `<div><p>目录${TITLES.join(' ')}</p>${parts()}</div>`],
    [
      'of other pages',
      `<div><div>目录</div><ol>${items}</ol></div><div>${parts(['品种', '用途', '传说'])}</div>`,
    ],
    ['without a label', `<div><ol>${items}</ol></div><div>${parts()}</div>`],
  ])('stays: %s', (_, body) => {
    expect(contents(`<main>${body}</main>`)).toEqual([]);
  });
});
