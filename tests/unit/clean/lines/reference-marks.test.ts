import { describe, expect, it } from 'vitest';
import { applyEdits } from '#lib/clean/block.ts';
import { cutReferences, referenceMarks } from '#lib/clean/lines/reference-marks.ts';
import { scanLines } from '#lib/clean/lines/scan-lines.ts';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';

const LIST = ['词条统计', '参考资料', '[1] 渡口志', '[2] 灯船考', '[3] 水文年鉴', '词条标签：渡口'];
const without = (text: string, below: readonly string[] = LIST): string => {
  const references = cutReferences(scanLines(textBlocks(below.join('\n'))));
  const [block] = textBlocks(text);
  return block ? applyEdits(text, referenceMarks(block, references)) : '';
};

describe('referenceMarks', () => {
  it.each([
    ['灯船始于宋代。[1]', '灯船始于宋代。'],
    ['灯船[2]也叫灯艇。[1][3]后来改为铁壳。', '灯船也叫灯艇。后来改为铁壳。'],
    ['灯船停在河心。[1-3]', '灯船停在河心。'],
  ])('finds those in %s', (text, rest) => {
    expect(without(text)).toBe(rest);
  });

  it.each([
    '灯船始于宋代。[4]',
    '文献[1]说法不同。',
    '[1] 灯船不载客。',
    '数组a[i]从零起。',
    '灯船[注1]始于宋代。',
  ])('leaves %s', (text) => {
    expect(without(text)).toBe(text);
  });

  it('reads lists whose numbers have no brackets', () => {
    expect(without('灯船始于宋代。[1]', ['参考资料', '1．渡口志'])).toBe('灯船始于宋代。');
  });

  it('leaves the marks where no list was cut', () => {
    expect(without('灯船始于宋代。[1]', ['相关推荐', '1. 渡口志'])).toBe('灯船始于宋代。[1]');
  });
});
