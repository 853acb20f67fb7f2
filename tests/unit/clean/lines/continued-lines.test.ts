import { describe, expect, it } from 'vitest';
import { keepContinued } from '#lib/clean/lines/continued-lines.ts';

describe('keepContinued', () => {
  const goOn = (...lines: readonly string[]): string[] => {
    const texts = lines.map((line) => line.replace(/^-/u, ''));
    const kept = lines.map((line) => !line.startsWith('-'));
    const added = keepContinued(texts, kept);
    return texts.filter((_, at) => added.has(at));
  };

  it.each([
    ['五、請自備餐具。', '六、洽詢電話：00-5566-7788，吳小姐。'],
    ['第四条　本约定自签字之日起生效。', '第五条　联系电话：0000-1122334'],
    ['B．他把伞留给了别人。', 'C．作者同情卖伞的人。'],
  ])('keeps the number behind that of the last line: %s', (last, next) => {
    expect(goOn('前文。', last, `-${next}`, '-回上一頁')).toEqual([next]);
  });

  it('looks past the parts of the clause above', () => {
    expect(goOn('二、地點：', '（一）東街。', '（二）西街。', '-三、聯絡人：林先生。')).toEqual([
      '三、聯絡人：林先生。',
    ]);
  });

  it.each([
    [['五、請自備餐具。', '-七、聯絡電話：00-5566-7788。']],
    [['2、再揉面。', '-3、更多菜谱请看这里。']],
    [['五、请自备餐具。', '-六、相关推荐']],
    [['五、请自备餐具。', '-版权所有', '-六、联系我们']],
  ])('leaves other numbers, figures and what asks to go on: %s', (lines) => {
    expect(goOn(...lines)).toEqual([]);
  });

  it('looks past whom to ask above the next clause', () => {
    expect(
      goOn(
        '四、對象：鄉親。',
        '五、報名：填表後親送。',
        '-電話：00-1122334',
        '-聯絡人：吳小姐',
        '-六、期滿發給證明。',
      ),
    ).toEqual(['電話：00-1122334', '聯絡人：吳小姐', '六、期滿發給證明。']);
    expect(goOn('五、报名：填表后交来。', '-电话：00-1122334', '-地址：东街1号')).toEqual([]);
  });

  it('keeps the fields in brackets below those of a leaflet', () => {
    const leaflet = ['【性状】灰白色粉末。', '【规格】3克', '【禁忌】尚不明确。', '【贮藏】密封。'];

    expect(
      goOn(...leaflet, '-【有效期】24个月', '-【生产企业】某某厂 电话：00-1122334', '-热门问答'),
    ).toEqual(['【有效期】24个月', '【生产企业】某某厂 电话：00-1122334']);
    expect(goOn(...leaflet, '-【责任编辑】小林', '-【有效期】24个月')).toEqual([]);
    expect(goOn(...leaflet.slice(0, 2), '-【打印】本页')).toEqual([]);
    expect(goOn(...leaflet.slice(0, 2), '-【浏览】12次')).toEqual([]);
  });
});
