import { describe, expect, it } from 'vitest';
import model from '#lib/clean/content/content-model.json' with { type: 'json' };
import { floatingOffers } from '#lib/clean/content/labelled-boxes.ts';
import { pageFeatures } from '#lib/clean/content/page-features.ts';
import { readLexicon } from '#lib/clean/content/words/lexicon.ts';
import { pageBlocks } from '#lib/clean/dom/page-blocks.ts';
import { parsePage } from '#lib/clean/dom/parse-page.ts';

const TEXT =
  '渡口的老槐树底下摆着一张石桌，来往的人歇脚，喝水，下棋，讲一讲下游的水位和今年的桃子，讲完了各自上船。';

function offers(table: string): number {
  const page = parsePage(`<body><div>${TEXT}<br>${table}${TEXT}<br>${TEXT}</div></body>`);
  const blocks = pageBlocks(page, null);
  const features = pageFeatures(page, blocks, null, readLexicon(model.lexicon));
  return floatingOffers(page, features).size;
}

describe('a table beside the text', () => {
  it('is an advertisement where it offers something for money', () => {
    expect(
      offers(
        '<TABLE align=left><TR><TD>棋艺不精？<BR>石桥棋社暑期招生<BR>十课时只收八十元</TABLE>',
      ),
    ).toBe(1);
  });

  it.each([
    [
      'a caption',
      '<table align="right"><tr><td>石桌，后面是老槐树（一九八二年摄）</td></tr></table>',
    ],
    [
      'facts',
      '<table align="right"><tr><td>开航</td><td>六时</td></tr><tr><td>票价</td><td>两元</td></tr></table>',
    ],
    ['one in the flow', '<table><tr><td>石桥棋社暑期招生，十课时只收八十元</td></tr></table>'],
    [
      'a word of the text',
      '<table align="left"><tr><td>本期看点：渡口免费开放的那一天</td></tr></table>',
    ],
  ])('is not: %s', (_, table) => {
    expect(offers(table)).toBe(0);
  });
});
