import { describe, expect, it } from 'vitest';
import { type Block, blockText } from '#lib/clean/block.ts';
import { applyLineRules } from '#lib/clean/lines/line-rules.ts';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';

const PROSE =
  '一年来,在乡党委的正确领导下,我村紧紧围绕乡村振兴这一主线,狠抓产业发展和环境整治,成效明显。';
const ENDS =
  '继续做好油茶提质增效,争取明年实现村集体收入突破二十万元,让群众真正成为环境整治的主人。';

const rules = (
  lines: readonly string[],
  kind: 'html' | 'text',
  headTitle: string | null = null,
) => {
  const blocks = textBlocks(lines.join('\n'));
  const {
    blocks: kept,
    cuts,
    facts,
  } = applyLineRules(blocks, {
    kind,
    headTitle,
    url: null,
    all: blocks,
  });
  return { kept: kept.map((block: Block) => blockText(block)), cuts, facts };
};

describe('textBlocks', () => {
  it('reads any line ends, drops blank lines, controls and indentation, and counts lines from 1', () => {
    const blocks = textBlocks('\uFEFF标题\r\n\r\n　　正\u0000文\r尾');

    expect(blocks.map((block) => [blockText(block), block.where])).toEqual([
      ['标题', 'line:1'],
      ['正文', 'line:3'],
      ['尾', 'line:4'],
    ]);
  });
});

describe('line rules on extracted text', () => {
  it('gives every line that leaves a reason and a place', () => {
    const { cuts } = rules(
      ['首页 > 总结 > 正文', '年度总结', PROSE, ENDS, '相关推荐', '乙总结'],
      'text',
    );

    expect(cuts.map(({ block, reason }) => [block.where, reason])).toEqual([
      ['line:1', 'breadcrumb'],
      ['line:2', 'metadata'],
      ['line:5', 'related'],
      ['line:6', 'related'],
    ]);
  });

  it('keeps the first line of a text without a frame', () => {
    expect(rules(['其一 晒秋', '竹匾摊开万点红,辣椒声里过西风。'], 'text').kept).toHaveLength(2);
  });

  it('keeps a signature below an attachment line', () => {
    const lines = [
      '年度通知',
      '时间：2020-01-02 来源：县办',
      PROSE,
      '附件下载：表.xls',
      '县办公室',
      '2020年1月1日',
    ];

    expect(rules(lines, 'text').kept).toEqual([PROSE, '县办公室', '2020年1月1日']);
  });

  it('never takes the date of a neighbour', () => {
    const lines = ['年度总结', PROSE, ENDS, '上一篇 2022年11月4日', '下一篇 2022年11月5日'];

    expect(rules(lines, 'text').facts.publishedAt).toBeUndefined();
  });

  it('returns to the document after a list in the middle of it', () => {
    const { kept } = rules(
      ['年度总结', PROSE, '推荐阅读：', '乙总结', '丙总结', ENDS, PROSE],
      'text',
    );

    expect(kept).toEqual([PROSE, ENDS, PROSE]);
  });
});

describe('completeness', () => {
  const incomplete = (...lines: string[]) =>
    rules(['年度总结', PROSE, ...lines], 'text').facts.incomplete;

  it('is complete with buttons, offers and a viewer around a whole text', () => {
    expect(incomplete(ENDS, '下载本文档', '开通VIP 免费下载')).toEqual([]);
    expect(incomplete(ENDS, '还剩0页未读')).toEqual([]);
  });

  it('is complete where a viewer says that it shows all', () => {
    const offer = '阅读全文需 0 元　立即下载';

    expect(incomplete(ENDS, offer)).toEqual(['preview']);
    expect(incomplete(ENDS, '该文档为免费文档，全部 2 页已显示', offer)).toEqual([]);
    expect(incomplete(ENDS, '已显示全部 3 条评论', offer)).toEqual(['preview']);
  });

  it('says nothing of pages where the way back and the way on have a line each', () => {
    expect(incomplete(ENDS, '上一页', '下一页')).toEqual([]);
    expect(incomplete(ENDS, '下一页')).toEqual(['continues-on-next-page']);
  });

  it('is a paywall or a preview if the line says so', () => {
    expect(incomplete(ENDS, '试读结束，查阅全文加微信 abc123')).toEqual(['paywall']);
    expect(incomplete(ENDS, '还剩8页未读')).toEqual(['preview']);
  });

  it('is cut if the last sentence is and the page sells the rest', () => {
    const broken = '继续做好油茶提质增效,争取明年实现村集体收入突破二十万元,让群众真正成';

    expect(incomplete(broken, '立即购买')).toEqual(['paywall']);
    expect(incomplete(broken, '文件体积 137KB 篇幅 11P')).toEqual(['preview']);
    expect(incomplete(broken, '加老师微信:bmt6688')).toEqual(['paywall']);
    expect(incomplete(ENDS, '加老师微信:bmt6688')).toEqual([]);
    expect(incomplete(broken, '下载本文档')).toEqual(['preview']);
    expect(incomplete(broken, '返回顶部')).toEqual([]);
  });

  it('lets the bracketed pager speak and not the teaser', () => {
    const { facts } = rules(
      ['年度总结', PROSE, '上一页 [1] [2]', '下页更精彩:1 2 3 4 下一页'],
      'text',
    );

    expect(facts).toMatchObject({ page: 2, pageCount: 2, incomplete: ['starts-mid-document'] });
  });
});

describe('line rules on blocks of a page', () => {
  it('knows a title that is long enough to be a sentence, and what stands between it and the text', () => {
    const title =
      '【不忘初心】我院医技药剂党支部举办二〇二〇年中药药学理论知识与专业技能大赛，十二人获奖';
    const head = [title, '来源：本站原创　作者：药剂科', '时间：2020年10月31日 23:00　浏览：33'];

    expect(rules([...head, PROSE, ENDS], 'html', `${title} 岚溪医院`).kept).toEqual([PROSE, ENDS]);
    expect(rules([...head, PROSE, ENDS], 'html', '岚溪医院').kept).toHaveLength(5);
  });

  it('cut the head down to the meta line, the title in it, and what closes the page', () => {
    const lines = [
      '菜单一',
      '年度总结',
      '日期：2020-01-02 点击：12',
      PROSE,
      ENDS,
      '上一篇：甲',
      '版权所有 © 2020',
    ];
    const { kept, facts } = rules(lines, 'html', '年度总结 - 某某网');

    expect(kept).toEqual([PROSE, ENDS]);
    expect(facts.publishedAt).toBe('2020-01-02');
  });

  it('keep lines to write on where others have blanks, and no rule below a text without', () => {
    const form = ['姓名：________ 班级：________', PROSE, '你所在的岗位有哪些危险源？'];
    const rest = ['____________________', '____________________'];

    expect(rules([...form, ...rest], 'html').kept).toEqual([...form, ...rest]);
    expect(rules([PROSE, ENDS, ...rest], 'html').kept).toEqual([PROSE, ENDS]);
    expect(rules([...form, '--------------------'], 'html').kept).toEqual(form);
  });

  it('leave comments to the selection', () => {
    expect(rules([PROSE, '2楼 发表于 2020-01-02', ENDS], 'html').kept).toHaveLength(3);
  });

  it('leave a page of headings and lists as it is', () => {
    const lines = ['最新文章', '甲总结', '乙总结', '丙总结'];

    expect(rules(lines, 'html').kept).toEqual(lines);
  });
});
