import { describe, expect, it } from 'vitest';
import { judgeLines } from '#lib/clean/lines/judge-lines.ts';
import { scanLines } from '#lib/clean/lines/scan-lines.ts';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';
import { LINE_FEATURE_NAMES } from '#lib/clean/lines/text-context.ts';
import model from '#lib/clean/lines/text-model.json' with { type: 'json' };

const PROSE = [
  '一年来,在乡党委的正确领导下,我村紧紧围绕乡村振兴这一主线,狠抓产业发展和环境整治,成效明显。',
  '全村新发展油茶120亩,改造老茶园85亩,引进电商企业1家,带动43户农户增收,户均增收2600元。',
];
const keptOf = (lines: readonly string[]): string[] => {
  const { kept } = judgeLines(scanLines(textBlocks(lines.join('\n'))));
  return lines.filter((_, index) => kept[index]);
};

describe('judgeLines', () => {
  it('has the columns the model was trained on, in their order', () => {
    expect(model.features).toEqual(LINE_FEATURE_NAMES);
  });

  it('keeps a text that is nothing but its document, its short first line too', () => {
    expect(keptOf(['工作总结', ...PROSE])).toEqual(['工作总结', ...PROSE]);
  });

  it('keeps a line between paragraphs where nothing is of a frame', () => {
    const [first = '', second = ''] = PROSE;
    expect(keptOf(['关于召开村民大会的通知', first, '村务汇报 提名 表决', second])).toContain(
      '村务汇报 提名 表决',
    );
    const framed = ['首页 > 通知', '关于召开村民大会的通知', first, '分享到：微信 微博', second];
    expect(keptOf([...framed, '相关文章：', '返回列表'])).not.toContain('分享到：微信 微博');
  });

  it('takes the title off where there is a frame, and the frame', () => {
    const lines = [
      '首页 > 工作总结',
      '青石村年度总结',
      ...PROSE,
      '上一篇：安全月总结',
      '下一篇：没有了',
    ];

    expect(keptOf(lines)).toEqual(PROSE);
  });

  it('takes the heading of the first of several pieces for no title', () => {
    const pieces = ['车间总结 篇1', ...PROSE, '车间总结 篇2', ...PROSE];
    const lines = ['某某网 > 总结', '车间总结(精选2篇)', ...pieces, '上一篇：班组总结'];

    expect(keptOf(lines)).toEqual(pieces);
  });

  it('keeps contacts and offices above the date the document is signed with', () => {
    const notice = [
      ...PROSE,
      '公示期间如有异议，请与我们联系。',
      '采购人：青石村村民委员会',
      '联系方式：0000-5588000',
      '青石村村民委员会',
      '2023年6月19日',
    ];

    expect(keptOf([...notice, '友情链接：县政府', '版权所有 青石村'])).toEqual(notice);
  });

  it('keeps what is attached above the office that signs', () => {
    const notice = [
      ...PROSE,
      '特此公告。',
      '附件：网上大厅操作手册.pdf',
      '青石县住房公积金管理中心',
      '2023年8月28日',
    ];

    expect(keptOf([...notice, '扫一扫在手机打开当前页', '版权所有：青石县'])).toEqual(notice);
  });

  it('cuts a line between paragraphs that only frames say', () => {
    expect(keptOf([...PROSE.slice(0, 1), '（点击查看更多工作总结）', ...PROSE.slice(1)])).toEqual(
      PROSE,
    );
  });

  it('cuts a bare day between the title and the text, and keeps the days of a diary', () => {
    const head = ['首页 / 新闻中心 / 公司公告', '关于停运旧版客户端的公告'];
    expect(keptOf([...head, '2024.01.15', ...PROSE, '返回列表'])).toEqual(PROSE);
    const diary = ['2024.01.15', ...PROSE, '2024.01.16', ...PROSE];
    const kept = keptOf([...head, ...diary, '返回列表']);
    expect(kept).toEqual(diary);
  });

  it('reads nothing out of nothing', () => {
    expect(keptOf([])).toEqual([]);
  });

  it('cuts who wrote a poem and its title above, not the names of a collection', () => {
    const verses = [
      '最后一班车',
      '载着一筐没卖完的橘子',
      '和一个打瞌睡的人',
      '站台把灯影揉碎',
      '又一片一片',
      '递还给夜',
      '路口有人喊',
      '喊的是谁的小名',
      '车上的人都抬起了头',
      '只有老司机不应',
      '他把方向盘往左一点',
      '说，到了',
      '到了的时候',
      '月亮正从桥洞里',
      '退出去',
    ];
    const head = ['竹简诗文网 诗文 名句 作者 古籍 我的', '现代诗 > 乡土'];
    const tail = ['完善 收藏 复制 朗读 纠错', '猜您喜欢', '上一首：《晒谷》', '下一首：《旧井》'];
    const poem = ['晚车', '[现代]林知微', ...verses];
    expect(keptOf([...head, ...poem, ...tail])).toEqual(verses);

    const kept = keptOf([...head, ...poem, '早车', '[现代]沈小满', ...verses, ...tail]);
    expect(kept).toContain('[现代]沈小满');
    expect(kept).toContain('[现代]林知微');
  });
});
