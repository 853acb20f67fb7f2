import { describe, expect, it } from 'vitest';
import { markUnlikely } from '#lib/clean/lines/mark-unlikely.ts';
import { scanLines } from '#lib/clean/lines/scan-lines.ts';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';
import type { RemovalReason } from '#lib/model/removal.ts';

const PROSE = [
  '春天来了，奶奶家院子里的那棵老槐树又抽出了新芽。我每次回去，总要先到树下站一会儿。',
  '小时候，我最喜欢爬到树杈上去掏鸟窝。奶奶在树下急得直跺脚，一边喊我的小名。',
];
const marked = (texts: readonly string[], known: Map<number, RemovalReason> = new Map()) => {
  const lines = scanLines(textBlocks(texts.join('\n')));
  markUnlikely(lines, lines, known);
  return [...known].map(([index, reason]) => [texts[index], reason]);
};

describe('markUnlikely', () => {
  it('marks what extracted texts never have in their document, and nothing of the document', () => {
    const frame = ['收藏本站', '会员登录 免费注册', '点击下载全文 下载次数：12'];

    const cut = marked([...PROSE, ...frame]).map(([text]) => text);

    expect(cut.length).toBeGreaterThan(0);
    expect(frame).toEqual(expect.arrayContaining(cut));
  });

  it('leaves reasons that are known as they are', () => {
    expect(marked(PROSE, new Map([[1, 'related']]))).toEqual([[PROSE[1], 'related']]);
  });

  it('has no opinion on other scripts', () => {
    expect(marked(['Log in', 'Register', 'Share this page', 'A sentence of the text.'])).toEqual(
      [],
    );
  });
});
