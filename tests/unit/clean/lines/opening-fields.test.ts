import { describe, expect, it } from 'vitest';
import { settleFields } from '#lib/clean/lines/opening-fields.ts';
import { scanLines } from '#lib/clean/lines/scan-lines.ts';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';

const DAY = '今天河水涨到了第三级台阶，渡船停了一天，船工们在棚里补了一天的网。';
/** The lines that are kept; the first is not before, and the model is in doubt about it. */
const keep = (texts: readonly string[], probability = 0.3): string[] => {
  const kept = texts.map((_, at) => at > 0);
  const probabilities = Float64Array.from(texts, (_, at) => (at > 0 ? 0.9 : probability));
  settleFields(scanLines(textBlocks(texts.join('\n'))), probabilities, kept);
  return texts.filter((_, at) => kept[at]);
};

describe('settleFields', () => {
  it('keeps the first day of a diary', () => {
    const diary = ['2024.01.15', DAY, '2024.01.16', DAY];

    expect(keep(diary)).toEqual(diary);
    expect(keep(diary, 0.05)).not.toContain('2024.01.15');
  });

  it.each([
    ['a day signs the text', ['2024.01.15', DAY, '2024.01.16']],
    ['what signs it has an annex', ['2024.01.15', DAY, '2024.01.16', '附件：值班表']],
    ['the diary begins below', ['2024.01.18', '2024.01.15', DAY, '2024.01.16', DAY]],
  ])('keeps no day of the page where %s', (_, texts) => {
    expect(keep(texts)).not.toContain(texts[0]);
  });

  it('keeps the first poet of a collection, and cuts the only one', () => {
    const verses = ['站台把灯影揉碎', '又一片一片'];

    expect(keep(['[现代]林知微', ...verses, '[现代]沈小满', ...verses])).toContain('[现代]林知微');
    expect(keep(['[现代]林知微', ...verses, '沈小满', ...verses])).not.toContain('[现代]林知微');
  });
});
