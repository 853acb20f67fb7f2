import { describe, expect, it } from 'vitest';
import { blockText } from '#lib/clean/block.ts';
import { withoutPageLines, withPageLines } from '#lib/clean/lines/page-lines.ts';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';

const LINES = new Set(['- 1 -', '- 2 -', '养蚕手册']);
const ALL = textBlocks('首页\n桑叶要切成丝，\n- 1 -\n养蚕手册\n每天喂四次。\n- 2 -\n下一篇');
const facts = { incomplete: [] };
const without = withoutPageLines(ALL, LINES);
const textsOf = (blocks: typeof without): string[] => blocks.map(blockText);

describe('lines between pages', () => {
  it('are not judged', () => {
    expect(textsOf(without)).toEqual(['首页', '桑叶要切成丝，', '每天喂四次。', '下一篇']);
  });

  it('stand again between blocks that are kept; the others are cut', () => {
    const kept = without.slice(1, 3);
    const { blocks, cuts } = withPageLines(ALL, { blocks: kept, cuts: [], facts }, LINES);

    expect(textsOf(blocks)).toEqual(['桑叶要切成丝，', '- 1 -', '养蚕手册', '每天喂四次。']);
    expect(cuts.map(({ block, reason }) => [blockText(block), reason])).toEqual([
      ['- 2 -', 'page-number'],
    ]);
  });

  it('of a text without pages change nothing', () => {
    const result = { blocks: ALL, cuts: [], facts };

    expect(withoutPageLines(ALL, new Set())).toBe(ALL);
    expect(withPageLines(ALL, result, new Set())).toEqual(result);
  });
});
