import { describe, expect, it } from 'vitest';
import { cutLeading } from '#lib/clean/lines/leading-frame.ts';
import { scanLines } from '#lib/clean/lines/scan-lines.ts';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';

const RULE = '第一条 为规范渡口管理，保障过河人的安全，制定本办法。';
/** The lines that are left; one that begins with a minus was cut before. */
const left = (lines: readonly string[], probability = 0.5): string[] => {
  const texts = lines.map((line) => line.replace(/^-/u, ''));
  const kept = lines.map((line) => !line.startsWith('-'));
  const keep = new Float64Array(lines.length).fill(probability);
  cutLeading(scanLines(textBlocks(texts.join('\n'))), keep, kept, 0.7);
  return texts.filter((_, at) => kept[at]);
};

describe('cutLeading', () => {
  it('cuts the last of the fields in brackets and the buttons below them', () => {
    const fields = ['-【发布日期】2019-03-01', '-【施行日期】2019-05-01', '【时效】现行有效'];
    expect(left([...fields, '【字体：大 中 小】', '第一章 总则', RULE])).toEqual([
      '第一章 总则',
      RULE,
    ]);
  });

  it.each([
    [['-渡口办法', '【案情】渡船翻了', RULE]],
    [['-【发布日期】2019-03-01', '【基本案情】', RULE]],
    [['-首页', '第一章 总则', '【字体：大 中 小】', RULE]],
    [['【字体：大 中 小】', RULE]],
  ])('leaves what else begins a document: %j', (lines) => {
    expect(left(lines)).toEqual(lines.filter((line) => !line.startsWith('-')));
  });

  it('cuts keywords between the title and the text', () => {
    const keywords = '渡口办法全文,渡口管理,渡口办法解读,渡口安全管理';
    expect(left(['-渡口管理办法', keywords, RULE])).toEqual([RULE]);
    expect(left(['-首页', keywords, RULE])).toEqual([keywords, RULE]);
    expect(left(['-渡口管理办法', RULE, keywords])).toEqual([RULE, keywords]);
  });

  it('leaves what the model is sure of', () => {
    expect(left(['-首页', '【字体：大 中 小】', RULE], 0.9)).toHaveLength(2);
  });
});
