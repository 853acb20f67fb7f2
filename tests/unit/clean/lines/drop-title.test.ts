import { describe, expect, it } from 'vitest';
import { blockText } from '#lib/clean/block.ts';
import { dropTitle } from '#lib/clean/lines/drop-title.ts';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';

const drop = (lines: readonly string[], title: string | null, headTitle = '') => {
  const { blocks, cuts } = dropTitle(textBlocks(lines.join('\n')), title, headTitle);
  return { kept: blocks.map(blockText), cut: cuts.map(({ block }) => blockText(block)) };
};

describe('dropTitle', () => {
  it('takes a line at the start that only says the title, and lists it', () => {
    expect(drop(['老槐树', '春天来了。'], '老槐树')).toEqual({
      kept: ['春天来了。'],
      cut: ['老槐树'],
    });
  });

  it('takes what <title> says behind the title in brackets', () => {
    const lines = ['（石蛾科昆虫）', '溪石蛾生在急流里。'];

    expect(drop(lines, '溪石蛾', '溪石蛾（石蛾科昆虫）_某某百科').cut).toEqual(['（石蛾科昆虫）']);
    expect(drop(lines, '溪石蛾', '溪石蛾_某某百科').cut).toEqual([]);
  });

  it('takes a title that was broken into lines', () => {
    const lines = ['县人民政府办公室', '关于开展排查的通知', '各乡镇：', '春天来了。'];

    expect(drop(lines, '县人民政府办公室关于开展排查的通知')).toEqual({
      kept: ['各乡镇：', '春天来了。'],
      cut: ['县人民政府办公室', '关于开展排查的通知'],
    });
  });

  it('takes the name of the file behind the name of the viewer', () => {
    const file = '青石文库 老槐树.doc';

    expect(drop([file, '春天来了。'], '老槐树').cut).toEqual([file]);
    expect(drop(['请看青石乡的老人所写的那一本老槐树.doc', '春天来了。'], '老槐树').cut).toEqual(
      [],
    );
  });

  it('keeps a line that says more, and the title farther down', () => {
    const lines = ['老槐树开花了', '春天来了。', '夏天来了。', '老槐树', '秋天来了。'];

    expect(drop(lines, '老槐树')).toEqual({ kept: lines, cut: [] });
  });

  it('keeps a document that is nothing but its title, and any without one', () => {
    expect(drop(['老槐树'], '老槐树').kept).toEqual(['老槐树']);
    expect(drop(['老槐树', '春天来了。'], null).cut).toEqual([]);
  });
});
