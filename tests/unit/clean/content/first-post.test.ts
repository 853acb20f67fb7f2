import { describe, expect, it } from 'vitest';
import { blockText } from '#lib/clean/block.ts';
import model from '#lib/clean/content/content-model.json' with { type: 'json' };
import { dropBelowFirstPost } from '#lib/clean/content/first-post.ts';
import { pageFeatures } from '#lib/clean/content/page-features.ts';
import { readLexicon } from '#lib/clean/content/words/lexicon.ts';
import { pageBlocks } from '#lib/clean/dom/page-blocks.ts';
import { parsePage } from '#lib/clean/dom/parse-page.ts';

const URL_OF_PAGE = 'http://bbs.example/thread-1-1-1.html';
const HEAD = '<div class="h">楼主 发表于 2012-5-20 09:16 只看该作者</div>';
const POEM =
  '采松<br>清早的雾还没有散<br>我背着竹篓上山<br>松针落在篓底<br>瞭望塔有三十六级<br>每一级都在喊冷<br>我把收音机拧到最响<br>像谁替我铺好了一床被';
const post = (head: string, text: string, sign = ''): string =>
  `<div class="post"><b>青冈</b>${head}<div class="t">${text}</div>${sign}</div>`;

/** What is left of a page of which all but the heads was kept. */
function left(body: string, isAnswer = false): string[] {
  const page = parsePage(`<title>采松</title><body>${body}</body>`);
  const blocks = pageBlocks(page, URL_OF_PAGE);
  const features = pageFeatures(page, blocks, URL_OF_PAGE, readLexicon(model.lexicon));
  const kept = blocks.map((block) => !/青冈|发表于|^采松$/.test(blockText(block)));
  dropBelowFirstPost(features, kept, isAnswer);
  return blocks.filter((_, index) => kept[index]).map(blockText);
}

describe('a thread that opens with a document', () => {
  it('is told by the buttons of its floors, too', () => {
    const head = '<div class="h">小档案 短信 引用 回复　<b>楼主</b></div>';
    const body = post(head, POEM) + post('<div class="h">第 <b>2</b> 楼</div>', '写得真好');

    expect(left(body).join('\n')).not.toContain('写得真好');
  });

  it('loses short replies and the signature', () => {
    const body =
      post(HEAD, POEM, '<div class="sg">木笔就是辛夷</div>') +
      post('<div class="h">2楼 发表于 2012-5-20 10:16</div>', '同提，看见了塔上的灯');

    expect(left(body).at(-1)).toBe('像谁替我铺好了一床被');
  });

  it('is told by the foot of a floor too', () => {
    const foot = '<div>1楼2016-02-01 23:48回复 送礼物 举报</div>';

    expect(left(`<div><div>${POEM}</div>${foot}</div><div>好诗，顶一个</div>`)).not.toContain(
      '好诗，顶一个',
    );
  });

  it('keeps its posts where the answers are as long', () => {
    const question = post(HEAD, '松针有什么用');
    const answer = post('<div>2楼</div>', '可以铺床，也可以引火，还能熏腊肉。');

    expect(left(question + answer)).toContain('可以铺床，也可以引火，还能熏腊肉。');
  });

  it('is told by what the page declares itself to be', () => {
    const data = '<script type="application/ld+json">{"@type": "QAPage"}</script>';
    const body = `${data}<div><div>${POEM}</div></div><div>好诗，顶一个</div>`;

    expect(left(body)).not.toContain('好诗，顶一个');
  });

  it('may be an answer, of which no paragraph is dropped', () => {
    const long = '先把松针铺在檐下晾三天，翻两回，等到发脆，再一层盐一层松针码进缸里压实。'.repeat(
      3,
    );
    const answer = `<div><div>${long}</div><div>缸口要封严。</div></div>`;
    const texts = left(`${answer}<div>同问</div>`, true);

    expect(texts).toContain('缸口要封严。');
    expect(texts).not.toContain('同问');
  });

  it('is none where nothing is the head or the foot of a post', () => {
    expect(left(`<div><div>${POEM}</div></div><div>好诗，顶一个</div>`)).toContain('好诗，顶一个');
  });
});
