import { describe, expect, it } from 'vitest';
import { pageBlocks } from '#lib/clean/dom/page-blocks.ts';
import { parsePage } from '#lib/clean/dom/parse-page.ts';
import { markFactList } from '#lib/clean/lines/fact-list.ts';
import { scanLines } from '#lib/clean/lines/scan-lines.ts';

const PROSE = '<p>笋要当天挖的，剥了壳就下锅，多放一夜，味道就差一截。</p>';

/** Rows that are cut of those that the selection kept. */
function cut(rows: readonly string[], kept: readonly string[]): string[] {
  const list = rows.map((row) => `<li>${row}</li>`).join('');
  const all = scanLines(
    pageBlocks(parsePage(`<div><ul>${list}</ul>${PROSE}</div>`), 'https://example.org/a/1'),
  );
  const lines = all.filter(({ text }) => !rows.includes(text) || kept.includes(text));
  const reasons = new Map<number, 'metadata'>();
  markFactList(lines, all, reasons as never);
  return [...reasons.keys()].map((at) => lines[at]?.text ?? '');
}

describe('a list of facts above the text', () => {
  it('goes with what the site counts in it', () => {
    const rows = ['难度 初级', '时间 半小时', '收藏 1.2万', '做过 306'];

    expect(cut(rows, ['难度 初级', '时间 半小时'])).toEqual(['难度 初级', '时间 半小时']);
  });

  it('goes with what it says of rights', () => {
    const rows = [
      '1、本站所有资源均由用户上传，版权归原作者所有，如有侵权请联系删除。',
      '2、积分不退。',
      '3、标题与内容不符的，可以申诉。',
    ];

    expect(cut(rows, rows.slice(2))).toEqual(rows.slice(2));
  });

  it.each([
    ['nothing is counted', ['毛笋 一支', '咸肉 200克', '黄酒 半碗'], ['毛笋 一支']],
    ['most of it was kept', ['毛笋 一支', '咸肉 200克', '收藏 30'], ['毛笋 一支', '咸肉 200克']],
    [
      'a row is a sentence of some length',
      [
        '毛笋要挑根部发红、壳上带泥的，越沉越好，拿在手里像一块刚出水的石头，剥开以后是黄的。',
        '收藏 30',
        '浏览 7',
      ],
      ['毛笋要挑根部发红、壳上带泥的，越沉越好，拿在手里像一块刚出水的石头，剥开以后是黄的。'],
    ],
  ])('stays where %s', (_, rows, kept) => {
    expect(cut(rows, kept)).toEqual([]);
  });
});
