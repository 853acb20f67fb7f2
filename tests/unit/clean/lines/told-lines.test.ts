import { describe, expect, it } from 'vitest';
import { keepTold } from '#lib/clean/lines/told-lines.ts';

/** The lines that are kept; one that begins with a minus was not before. */
const keep = (...lines: readonly string[]): string[] => {
  const texts = lines.map((line) => line.replace(/^-/u, ''));
  const kept = lines.map((line) => !line.startsWith('-'));
  keepTold(texts, kept);
  return texts.filter((_, at) => kept[at]);
};

describe('keepTold', () => {
  it('keeps the clauses from the first on, with their parts', () => {
    const clauses = [
      '-第一条 为规范图片授权，制定本规则。',
      '-第二条 投诉应当写明：',
      '-(一)被投诉图片的网址；',
      '(二)联系方式。',
      '第三条 平台应当在三日内答复。',
    ];

    expect(keep('-首页 法规', ...clauses)).toEqual(
      clauses.map((clause) => clause.replace('-', '')),
    );
  });

  it.each([
    ['a table of contents', ['-第一条 目的', '-第二条 投诉', '第三条 平台应当在三日内答复。']],
    ['a line between', ['-第一条 目的；', '-下载 打印', '第二条 平台应当在三日内答复。']],
    ['a number that is missing', ['-第一条 目的。', '第三条 平台应当在三日内答复。']],
  ])('keeps no clauses: %s', (_, lines) => {
    expect(keep(...lines)).toHaveLength(1);
  });

  it('keeps what is asked and answered right below', () => {
    const talk = ['问：网上的说法能信吗？', '答：仅供参考。', '问：可以减量吗？'];

    expect(keep(...talk, '-答：先问医生。', '-本文内容仅供参考', '-问：能喝凉水吗？')).toEqual([
      ...talk,
      '答：先问医生。',
    ]);
    expect(keep('我去看他。', '-问：能喝凉水吗？')).toHaveLength(1);
    expect(keep('问：甲', '问：乙', '问：丙', '-问：能喝凉水吗？')).toHaveLength(3);
  });

  it('keeps whom to ask below the chapter of a notice about them', () => {
    const below = ['-采购人：渡口县图书馆', '-地  址：渡口街12号', '-电话：0998-5550233'];

    expect(keep('五、联系方式', ...below, '-打印本页', '-地址：网站')).toHaveLength(4);
    expect(keep('逾期不再受理。', ...below)).toHaveLength(1);
    expect(keep('-五、联系方式', ...below, '逾期不再受理。')).toHaveLength(1);
  });

  it('keeps an example between the words that lead to it and more text', () => {
    const [above, example] = ['栏目名称用大于号连接，例如：', '首页 > 图书 > 童话'];

    expect(keep(above, `-${example}`, '末一级没有链接。')).toContain(example);
    expect(keep(above, `-${example}`)).not.toContain(example);
    expect(keep('栏目名称用大于号连接。', `-${example}`, '末一级没有链接。')).toHaveLength(2);
  });

  it('keeps the definition of an entry above its contents', () => {
    const definition = '回车键是键盘上用来换行和确认的按键，名称来自打字机。';

    expect(keep('-回车键', '-收藏 分享', `-${definition}`, '-1 历史', '历史')).toContain(
      definition,
    );
    expect(keep('-通识百科', `-${definition}`, '-1 历史', '历史')).toHaveLength(1);
    expect(
      keep('-通识百科', '-通识百科欢迎您来编辑每一个词条，让知识传得更远。', '历史'),
    ).toHaveLength(1);
  });

  it('keeps the first of the headings that begin alike', () => {
    const text = '上个月，班里有四名同学用家长的手机买了会员。';
    const headings = ['班会目标', '学会商量。', '班会过程'];

    expect(keep('-班会背景', text, ...headings)).toContain('班会背景');
    expect(keep('-班会新闻', '班会目标', '学会商量。', '班会过程')).not.toContain('班会新闻');
    expect(keep('-活动新闻', text, ...headings)).not.toContain('活动新闻');
  });

  it('keeps where the maker of a medicine is', () => {
    const leaflet = [
      '【生产企业】',
      '企业名称：安河药业有限公司',
      '-电话号码：0000-5560120',
      '-网址：www.anhe.example',
    ];

    expect(keep(...leaflet, '-问药师：点击免费咨询')).toHaveLength(4);
    expect(keep('饭后服用。', '-电话号码：0000-5560120', '-网址：www.anhe.example')).toHaveLength(
      1,
    );
  });
});
