import { describe, expect, it } from 'vitest';
import { blockText } from '#lib/clean/block.ts';
import { dropSummary } from '#lib/clean/lines/drop-summary.ts';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';

const FIRST = '春天来了，奶奶家院子里的那棵老槐树又抽出了新芽。';
const SECOND = '我每次回去，总要先到树下站一会儿，听风把叶子吹响。';
const kept = (lines: readonly string[]) =>
  dropSummary(textBlocks(lines.join('\n'))).blocks.map(blockText);

describe('dropSummary', () => {
  it('takes a summary that repeats the opening and breaks off, with or without a label', () => {
    const summary = `${FIRST}我每次回去，总要先……`;

    expect(kept([summary, FIRST, SECOND])).toEqual([FIRST, SECOND]);
    expect(kept([`老槐树 ${summary}`, '老槐树', FIRST, SECOND])).toEqual(['老槐树', FIRST, SECOND]);
  });

  it('keeps a paragraph that comes twice as a whole, and an opening that goes on in another way', () => {
    const refrain = [FIRST, SECOND, FIRST, SECOND];
    const other = [`${FIRST}可是今年没有开花。`, FIRST, SECOND];

    expect(kept(refrain)).toEqual(refrain);
    expect(kept(other)).toEqual(other);
  });

  it('keeps short lines: verses begin alike', () => {
    const poem = ['我爱你', '我爱你塞北的雪', '飘飘洒洒漫天遍野'];

    expect(kept(poem)).toEqual(poem);
  });
});
