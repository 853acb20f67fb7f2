import { describe, expect, it } from 'vitest';
import { blockText } from '#lib/clean/block.ts';
import { pageBlocks } from '#lib/clean/dom/page-blocks.ts';
import { parsePage } from '#lib/clean/dom/parse-page.ts';

const texts = (html: string): string[] => pageBlocks(parsePage(html), null).map(blockText);
const FLOAT = '<div style="width:9px;float:right"><ul><li>旧闻一则</li></ul></div>';

describe('a box that floats beside a sentence', () => {
  it('does not break the paragraph it stands in', () => {
    const whole = '桥通了以后，渡口冷清下来。';

    expect(texts(`<p>桥通了以后，${FLOAT}渡口冷清下来。</p><p>完</p>`)).toEqual([
      '旧闻一则',
      whole,
      '完',
    ]);
    expect(texts(`<div>桥通了以后，${FLOAT}渡口冷清下来。</div>`)).toEqual(['旧闻一则', whole]);
  });

  it('stays where it is between sentences, before the next paragraph and without floating', () => {
    expect(texts(`<p>桥通了。${FLOAT}渡口冷清下来。</p>`)).toEqual([
      '桥通了。',
      '旧闻一则',
      '渡口冷清下来。',
    ]);
    expect(texts(`<div>县城要闻 ${FLOAT}<p>桥通了。</p></div>`)[0]).toBe('县城要闻');
    expect(texts('<p>桥通了以后，<div>旧闻</div>渡口冷清下来。</p>')).toHaveLength(3);
  });
});

describe('an advertisement inside a sentence', () => {
  const sentence = (span: string): string[] => texts(`<p>每件救生衣都缝着名字${span}和班级。</p>`);

  it('is a block of its own', () => {
    expect(sentence('<span class="inad"><a>【推荐】下载客户端</a></span>')).toContain(
      '每件救生衣都缝着名字和班级。',
    );
  });

  it('is no link of the author, whatever its class', () => {
    expect(sentence('<span class="addr"><a>住址</a></span>')).toEqual([
      '每件救生衣都缝着名字住址和班级。',
    ]);
    expect(sentence('<span class="ad">住址</span>')).toEqual(['每件救生衣都缝着名字住址和班级。']);
  });
});
