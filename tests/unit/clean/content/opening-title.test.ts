import { describe, expect, it } from 'vitest';
import { blockText } from '#lib/clean/block.ts';
import model from '#lib/clean/content/content-model.json' with { type: 'json' };
import { keepOpeningTitle } from '#lib/clean/content/opening-title.ts';
import { pageFeatures } from '#lib/clean/content/page-features.ts';
import { readLexicon } from '#lib/clean/content/words/lexicon.ts';
import { pageBlocks } from '#lib/clean/dom/page-blocks.ts';
import { parsePage } from '#lib/clean/dom/parse-page.ts';

const TERMS = [
  '委托人：____，身份证号：________',
  '受托人：____，身份证号：________',
  '特委托____代为办理过户手续。',
];
const SHEET = TERMS.map((text) => `<p>${text}</p>`).join('');

function added(body: string): string[] {
  const page = parsePage(`<body>${body}</body>`);
  const blocks = pageBlocks(page, null);
  const features = pageFeatures(page, blocks, null, readLexicon(model.lexicon));
  const chosen = blocks.map((block) => TERMS.includes(blockText(block)));
  const kept = keepOpeningTitle(
    features,
    chosen,
    blocks.map(() => null),
  );
  return blocks.filter((_, index) => kept[index] && !chosen[index]).map(blockText);
}

describe('the first paragraph of a paper', () => {
  it('is kept where it is the paper’s own heading', () => {
    const page = `<h1>水电过户</h1><div><p>授权委托书</p>${SHEET}</div>`;
    expect(added(page)).toEqual(['授权委托书']);
  });

  it.each([
    ['a link', `<div><p><a href="/2">车位租赁合同</a></p>${SHEET}</div>`],
    ['no paper’s name', `<div><p>温馨提示</p>${SHEET}</div>`],
    ['not the first of its box', `<div><p>资料下载</p><p>授权委托书</p>${SHEET}</div>`],
    ['outside of the box', `<p>授权委托书</p><div>${SHEET}</div>`],
  ])('stays out where it is %s', (_, page) => {
    expect(added(page)).toEqual([]);
  });
});
