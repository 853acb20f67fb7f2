import { describe, expect, it } from 'vitest';
import { damageOf, mended } from './lines.ts';

describe('strings planted against copying', () => {
  it('are cut as jammers, alone on a line and between sentences', () => {
    const text = [
      '自己读着都感动。O 4] d ga% d 2d T r =7 6交上去，领导只批了一句话。',
      'r! 8N+ cMA ? ff . @KPg K $}4Z W .',
      '我不服气，拿着稿子去问。, _, X: p1 y/ B2 N4 q$ n& b',
    ].join('\n');
    const result = damageOf(text);

    expect(mended(text)).toBe(
      '自己读着都感动。交上去，领导只批了一句话。\n\n我不服气，拿着稿子去问。',
    );
    expect(result.cuts.map(({ reason, step }) => `${step} ${reason}`)).toEqual([
      'repair-damage jammer',
      'repair-damage jammer',
      'repair-damage jammer',
    ]);
    expect(result.repairs).toEqual([]);
  });

  it('are cut where all are short, if there are several, and lines end at them', () => {
    const text = [
      "各位同事：* ^2 m  p; z' Q",
      '我今年三十六岁，从事护理工作十六年。9 Z" t8 h! r',
      '我打算做三件事：" c0 Y; k',
      '记在一本“回复簿”上，一年一册存档。0 s, g5 X',
      "谢谢大家！7 L' s: x",
    ].join('\n');

    expect(mended(text)).toBe(
      [
        '各位同事：',
        '我今年三十六岁，从事护理工作十六年。',
        '我打算做三件事：',
        '记在一本“回复簿”上，一年一册存档。',
        '谢谢大家！',
      ].join('\n'),
    );
  });

  it('are cut though short on a page that is proved to plant them', () => {
    const text = [
      '先去找数学老师。, _, X: p1 y/ B2 N4 q$ n& b',
      '最后去食堂吃了一碗面。u! J9 t$ X1 m',
      '站在校门口。7 b& N+ y6 c) R',
    ].join('\n');

    expect(mended(text)).toBe('先去找数学老师。\n最后去食堂吃了一碗面。\n站在校门口。');
  });

  it.each([
    [
      'a formula',
      '公式：D = ((1 * OD) + (4 * ED) + (1 * PD)) / 6，见下\n公式：E = ((2 * OD) + (3 * ED)) / 5，见下',
    ],
    ['a command', '运行 if [ ! -e "$1" ]; then rm -f $2 ; fi 即可\n运行 ls -l -a -h /a /b /c 即可'],
    [
      'measures',
      '尺寸：0.7 mm, 0.9 mm, 1.3 mm, 1.5 mm, 2.0 mm\n尺寸：3.5 mm, 4.0 mm, 4.5 mm, 5.0 mm',
    ],
    ['English', '他说：I am in it to win it as of now\n他说：We do it if we can, or so I am told'],
  ])('are not %s', (_, text) => {
    expect(mended(text)).toBe(text);
  });

  it('go with brackets that nothing closes', () => {
    const text = [
      '先去找数学老师。, _, X: p1 y/ B2 N4 q$ n& b',
      '最后去食堂，( q3 C: {9 D+ h) e- Z吃了一碗面。',
      '站在校门口。7 b& N+ y6 c) R',
    ].join('\n');

    expect(mended(text)).toBe('先去找数学老师。\n最后去食堂，吃了一碗面。\n站在校门口。');
  });

  it('are not one string alone', () => {
    const text = '型号：A1 b2 C3 d4 E5, f6! 见说明书';

    expect(mended(text)).toBe(text);
  });
});
