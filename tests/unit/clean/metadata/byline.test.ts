import { describe, expect, it, test } from 'vitest';
import { bylineName, isByline, ornamentedName } from '#lib/clean/metadata/byline.ts';
import { processorTime } from '../../../support/processor-time.ts';

describe('bylineName', () => {
  test.each([
    ['楼主 竹里馆主', '竹里馆主'],
    ['发帖人 林知微 发表于 2015-03-26 20:14', '林知微'],
    ['凤落在逃乘务 老司机 9 楼主', '凤落在逃乘务'],
    ['五金小哥 楼主 初具规模 7', '五金小哥'],
    ['慢慢走LV.34 / 茶博士GP 2K', '慢慢走'],
    ['半亩青 Lv3', '半亩青'],
    ['近人 · 林知微', '林知微'],
    ['慢半步IP属地: 上海', '慢半步'],
    ['VIP专享 小满不满 已于 2022-08-02 08:40:00 修改 阅读量2.6w', '小满不满'],
    ['作者 林知微 发布于 2016-07-08', '林知微'],
    ['这篇文章由 林知微 在 2013年六月18日 发布，归在 旧闻 分类', '林知微'],
    ['属于未分类分类。作者是林知微。', '林知微'],
    ['by 阿婆家的灶头', '阿婆家的灶头'],
    ['【作者】林知微', '林知微'],
    ['撰文　林知微', '林知微'],
    ['采写 林 知微', '林知微'],
    ['〔明〕林知微', '林知微'],
    ['唐代〔林知微〕', '林知微'],
    ['[清代]林知微', '林知微'],
    ['唐代：林知微', '林知微'],
    ['南宋·林知微', '林知微'],
    ['林知微〔唐代〕', '林知微'],
    ['〔当代〕林知微', '林知微'],
    ['[现代]林知微', '林知微'],
    ['【当代】林知', '林知'],
  ])('reads %j', (line, name) => {
    expect(bylineName(line)).toBe(name);
    expect(isByline(line)).toBe(true);
  });

  test.each([
    '只看楼主',
    '楼主 管理员',
    '楼主 县教育局',
    '等级LV4',
    '山野電器 LV.12型冰櫃',
    '【来源】竹简文书',
    '文件于 2022-08-02 印发',
    '这篇文章由浅入深地讲清了道理',
    '作者 单位',
    '会议记录 2 楼主持',
    'by the river',
    '单价（元）',
    '金代铜镜',
    '明：大人，小人冤枉',
    '现代·散文随笔',
    '撰文要求',
    '文字 编辑部',
    '清代：',
    '宋代（瓷器）',
    '现代〔二则〕其一',
    '[现代]都市言情',
    '[当代]文学史',
    '（现代）散文',
    '[现代]一九四九年以后的事',
  ])('reads nobody in %j', (line) => {
    expect(bylineName(line)).toBe('');
  });

  it('knows a byline that names nobody, not a note on an old book', () => {
    expect(isByline('近现代〔佚名〕')).toBe(true);
    expect(isByline('佚名的信')).toBe(false);
  });

  it('reads an ornamented name', () => {
    expect(ornamentedName('□ 竹 马')).toBe('竹马');
    expect(ornamentedName('◎林知微')).toBe('林知微');
    expect(ornamentedName('◎县情概况介绍')).toBe('');
  });

  it('is linear', () => {
    const time = processorTime(() => {
      for (const piece of ['楼主 ', '于 2022', 'a ', 'IP ']) bylineName(piece.repeat(50_000));
    });
    expect(time).toBeLessThan(500);
  });
});
