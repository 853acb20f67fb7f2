import { describe, expect, it } from 'vitest';
import { blockText } from '#lib/clean/block.ts';
import model from '#lib/clean/content/content-model.json' with { type: 'json' };
import { keepNotedVerses } from '#lib/clean/content/noted-verses.ts';
import { pageFeatures } from '#lib/clean/content/page-features.ts';
import { readLexicon } from '#lib/clean/content/words/lexicon.ts';
import { pageBlocks } from '#lib/clean/dom/page-blocks.ts';
import { parsePage } from '#lib/clean/dom/parse-page.ts';

const VERSES = ['晓雾沉江不见船，隔洲人语到窗前。', '渔翁不管潮来去，自在芦根抱橹眠。'];

/** What is kept of the page above its notes. */
function above(body: string, notes = '【注释】'): string[] {
  const page = parsePage(
    `<body>${body}<div><p>${notes}</p><p>洲：水中的沙地。橹：船尾的长桨。</p></div></body>`,
  );
  const blocks = pageBlocks(page, null);
  const features = pageFeatures(page, blocks, null, readLexicon(model.lexicon));
  const from = blocks.findIndex((block) => blockText(block) === notes);
  const kept = keepNotedVerses(
    features,
    blocks.map((_, index) => index >= from),
    blocks.map(() => null),
  );
  return blocks.filter((_, index) => kept[index] && index < from).map(blockText);
}

describe('verses between the heading and the notes', () => {
  const poem = `<h1>晓江</h1><p>今人·石榴</p><div>${VERSES.join('<br>')}</div>`;

  it('are the poem', () => {
    expect(above(poem)).toEqual(VERSES);
    expect(above(`${poem}<div>完善 背诵</div>`, '译文及注释')).toEqual(VERSES);
  });

  it.each([
    [
      'prose',
      '<h1>晓江</h1><div>这首诗写的是清早的江面，作者在船上住了一夜，醒来只听见人声。</div>',
    ],
    [
      'verses far from any heading',
      `<p>${VERSES[0]}</p><div>夜宿</div><div>早行</div><div>晚归</div>`,
    ],
    ['verses without notes below', poem, '洲'],
  ])('are not %s', (_, body, notes = '【注释】') => {
    expect(above(body, notes)).toEqual([]);
  });
});
