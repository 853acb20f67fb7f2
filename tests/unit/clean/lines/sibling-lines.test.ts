import { describe, expect, it } from 'vitest';
import { keepSiblings } from '#lib/clean/lines/sibling-lines.ts';

/** The lines that are kept; one that begins with a minus was not before. */
const keep = (...lines: readonly string[]): string[] => {
  const texts = lines.map((line) => line.replace(/^-/u, ''));
  const kept = lines.map((line) => !line.startsWith('-'));
  keepSiblings(texts, kept);
  return texts.filter((_, at) => kept[at]);
};

describe('keepSiblings', () => {
  it.each([
    ['3.1 账号归用户所有。', '3.2 未经授权不得转载本平台内容。', '3.3 争议由双方协商解决。'],
    [
      '第十九条 会费每年一收。',
      '第二十条 会刊版权归本会所有。',
      '第二十一条 本章程自通过之日起施行。',
    ],
    ['8、登录以后先改密码。', '9、客服电话写在门口的牌子上。', '10、下班关灯。'],
  ])('keeps a clause between its neighbours: %s', (above, clause, below) => {
    expect(keep(above, `-${clause}`, below)).toEqual([above, clause, below]);
    expect(keep(above, `-${clause}`, '附则如下。')).toEqual([above, clause, '附则如下。']);
  });

  it('leaves other numbers and the end of the page to the model', () => {
    expect(keep('3.1 账号归用户所有。', '-7.2 版权所有。', '3.2 争议协商解决。')).toHaveLength(2);
    expect(keep('1、先洗手。', '2、再揉面。', '-3、更多菜谱请看这里。')).toHaveLength(2);
    expect(keep('1、先洗手。', '-2、相关推荐', '3、再揉面。')).toHaveLength(2);
  });

  it('keeps a heading in brackets above the text that has more of them', () => {
    const rest = [
      '公司不能证明劳动者不合格。',
      '【基本案情】',
      '江某入职。',
      '【裁判结果】',
      '维持原判。',
    ];

    expect(keep('-首页', '-【裁判要旨】', ...rest)).toEqual(['【裁判要旨】', ...rest]);
    expect(keep('-【裁判要旨】', ...rest.slice(0, 3))).toEqual(rest.slice(0, 3));
    expect(keep('-【相关阅读】', ...rest)).toEqual(rest);
  });

  it('keeps the heading of the first piece that has no more to it than its number', () => {
    const pieces = [
      '春分那天我们上山补种了四十棵杉树。',
      '植树活动总结2',
      '今年换了山坡，土更薄。',
    ];

    expect(keep('-植树活动总结', '-植树活动总结1', ...pieces)).toEqual([
      '植树活动总结1',
      ...pieces,
    ]);
    expect(keep('-植树活动总结11', ...pieces)).toEqual(pieces);
    expect(keep('-护林活动总结1', ...pieces)).toEqual(pieces);
    expect(keep('-植树活动总结', ...pieces)).toEqual(pieces);
  });

  it('keeps the heading of a poem with its title and its poet', () => {
    const poem = ['柳外风来水半篙。', '【注释】', '半篙：水浅。', '【译文】', '江水只有半篙深。'];

    expect(keep('-首页', '-【原文】', '-渡口', '-唐·无名氏', ...poem)).toHaveLength(8);
    expect(keep('-首页', '-渡口', '-唐·无名氏', ...poem)).toEqual(poem);
    expect(keep('-【原文】', '-相关推荐', '-渡口', ...poem)).toEqual(poem);
    expect(keep('-【原文】', '-渡口', ...poem.slice(0, 3))).toEqual(poem.slice(0, 3));
  });

  it('keeps a heading where the buttons are that stand below the others', () => {
    const section = (heading: string, text: string): string[] => [heading, '-播报', '-编辑', text];
    const page = [
      '嫁接是把芽接到另一种植物上。',
      ...section('原理', '形成层对准形成层。'),
      ...section('时期', '枝接多在春季。'),
      ...section('-编辑品种', '几个品种分层接在一棵树上。'),
    ];

    expect(keep(...page)).toContain('编辑品种');
    expect(keep(...page)).not.toContain('播报');
    expect(keep(...page.slice(0, 5), ...section('-编辑品种', '分层接在树上。'))).not.toContain(
      '编辑品种',
    );
  });
});
