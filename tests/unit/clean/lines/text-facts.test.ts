import { expect, it } from 'vitest';
import { cleanPage } from '#lib/clean/clean-page.ts';

const PROSE =
  '今年以来，在各级领导的关心和支持下，全体职工团结一心，较好地完成了年初确定的各项任务，现将有关情况总结如下。';

it('takes the links at the page’s end for no path', () => {
  const lines = [
    '竹简文库',
    '《消防安全自查报告》由会员上传分享，免费在线阅读，更多相关内容在工程资料-竹简文库。',
    PROSE,
    PROSE,
    '关于竹简文库 | 帮助中心 | 隐私政策',
  ];
  const { document } = cleanPage({
    bytes: new TextEncoder().encode(lines.join('\n')),
    contentType: 'text/plain; charset=utf-8',
    url: null,
  });

  expect(document).toMatchObject({ site: '竹简文库', category: ['工程资料'] });
});

const documentOf = (lines: readonly string[]): ReturnType<typeof cleanPage>['document'] =>
  cleanPage({
    bytes: new TextEncoder().encode(lines.join('\n')),
    contentType: 'text/plain; charset=utf-8',
    url: null,
  }).document;

it('takes the pager below replies that are left out for theirs', () => {
  const post = ['旧自行车翻新记', '老链条 发表于 2014-5-11 22:17 | 楼主', PROSE, PROSE];
  const replies = [
    '荷叶饭 发表于 2014-5-11 22:40 沙发',
    '楼主威武',
    '夜鸡 发表于 2014-5-12 00:03 板凳',
    '明天就去',
  ];

  expect(documentOf([...post, ...replies, '1 2 3 下一页']).incomplete).toEqual([]);
  expect(documentOf([...post, '1 2 3 下一页']).incomplete).toEqual(['continues-on-next-page']);
});

it('takes the title under which an office filed the document, never its masthead', () => {
  const title = '渡口县人民政府办公室关于做好森林防火工作的通知';
  const row = `索引号：000014349/2017 主题分类：农业、林业 发文机关：县政府办公室 成文日期：2017-02-24 标题：${title} 发文字号：渡政办发〔2017〕9号`;
  const head = '渡口县人民政府 政府信息公开目录';

  expect(documentOf([head, row, title, PROSE, PROSE]).title).toBe(title);
  expect(documentOf([head, '索引号：000014349/2017', title, PROSE, PROSE]).title).toBe(title);
});

it('takes the time of the same day from the next row of fields', () => {
  const at = (time: string): string | null => {
    const lines = [
      '首页 > 政务公开 > 通知公告',
      '关于渡口停航的通告',
      '索引号：DK01-2023-0042 生成日期：2023-05-11 公开方式：主动公开',
      `信息来源：渡口管理站 发布时间：${time} 浏览次数：731`,
      PROSE,
      PROSE,
    ];
    return cleanPage({
      bytes: new TextEncoder().encode(lines.join('\n')),
      contentType: 'text/plain; charset=utf-8',
      url: null,
    }).document.publishedAt;
  };

  expect(at('2023-05-11 17:20')).toBe('2023-05-11T17:20');
  expect(at('2023-05-12 08:00')).toBe('2023-05-11');
});

it('takes the day a paper was published before the one it was drawn up on', () => {
  const row = '索引号: HA01/2021-3 | 成文日期: 2021-06-10 | 公开方式: 主动公开';
  const published = '发布时间: 2021-06-13 10:22 浏览次数: 31 次';
  const lines = ['河岸市水务局', '关于检修期间降压供水的公告', row, published, PROSE, PROSE];
  expect(documentOf(lines).publishedAt).toBe('2021-06-13T10:22');
});

it('takes the day it was drawn up on where no other is said', () => {
  const row = '索引号: HA01/2021-3 | 成文日期: 2021-06-10 | 公开方式: 主动公开';
  const lines = ['河岸市水务局', '关于检修期间降压供水的公告', row, PROSE, PROSE];
  expect(documentOf(lines).publishedAt).toBe('2021-06-10');
});
