import { describe, expect, it, test } from 'vitest';
import { isHomeName, shelvesOf } from '#lib/clean/metadata/path-names.ts';
import { isShelfList, readPath } from '#lib/clean/metadata/site-path.ts';
import { processorTime } from '../../../support/processor-time.ts';

describe('readPath', () => {
  test.each([
    ['首页 > 总结 > 学校', ['首页', '总结', '学校'], { strong: true, labelled: false }],
    ['您所在的文件夹：竹简文库 » 总结', ['竹简文库', '总结'], { strong: true, labelled: true }],
    ['位置 | 竹简阁 | 党建 | 责任', ['竹简阁', '党建', '责任'], { bar: true, labelled: true }],
    ['→ 您所在的位置 → 首页 → 科学', ['首页', '科学'], { strong: true, labelled: true }],
    ['首页 / 建筑/施工 / 水利', ['首页', '建筑', '施工', '水利'], { strong: false }],
    ['首页 >> 建筑/施工 >> 水利', ['首页', '建筑/施工', '水利'], { strong: true }],
    ['[竹简网](/) > [小学](/xx) > [科学](/xx/kx)', ['竹简网', '小学', '科学'], { strong: true }],
    ['竹简网 ≫ 远程教育 ≫ 指南', ['竹简网', '远程教育', '指南'], { strong: true }],
    ['试卷坞 _ 小学 _ 数学', ['试卷坞', '小学', '数学'], { strong: false, bar: false }],
    [
      '竹简社区 › 论坛 › 灶台 › 锅底糊了，用醋泡一夜还是刷不掉怎么办？',
      ['竹简社区', '论坛', '灶台', '锅底糊了，用醋泡一夜还是刷不掉怎么办？'],
      { strong: true },
    ],
    [
      '竹简社区 » 灶台 » 【求助】锅底糊了 ',
      ['竹简社区', '灶台', '【求助】锅底糊了'],
      { strong: true },
    ],
    ['您在：竹简作文·初中·一把伞', ['竹简作文', '初中', '一把伞'], { labelled: true }],
    ['所在目录 ＞ 竹简网 ＞ 供销', ['竹简网', '供销'], { strong: true, labelled: true }],
    ['■ 首页 ■ 来信回音', ['首页', '来信回音'], { strong: false, bar: true }],
    ['班组管理》班前会》', ['班组管理', '班前会'], { strong: true, labelled: true }],
    ['班组管理 > 班前会', ['班组管理', '班前会'], { strong: true, labelled: false }],
    ['当前位置：首页 > 列夫·托尔斯泰', ['首页', '列夫·托尔斯泰'], { labelled: true }],
    ['首页·灶台·菜刀', ['首页', '灶台', '菜刀'], { bar: true, labelled: false }],
    ['当前位置：首页通知公告', ['首页', '通知公告'], { labelled: true }],
    [
      '登录 注册 竹简阁 > 党建 > 责任',
      ['竹简阁', '党建', '责任'],
      { strong: true, labelled: false },
    ],
  ])('reads the steps of %j', (line, names, how) => {
    expect(readPath(line)).toMatchObject({ names, ...how });
  });

  test.each([
    '今年以来，我局围绕中心工作，做了三件事。第一，抓学习；第二，抓落实。',
    '4页 | 38.00KB | 2016-03-14 收录',
    '阅读 77 | 下载 3 | 举报',
    '放牛 > 割草，这是那年夏天最要紧的两件事情',
    '放牛 > 割草 > 挑水。这是那年夏天最要紧的几件事情',
    '',
  ])('takes %j for no path', (line) => {
    expect(readPath(line)).toBeNull();
  });

  it('is linear in lines of separators', () => {
    const time = processorTime(() => {
      for (const sign of ['>', ' / ', '|', '：', '》', '[a](b) ']) readPath(sign.repeat(50_000));
    });
    expect(time).toBeLessThan(1000);
  });
});

describe('shelvesOf', () => {
  const context = { title: '实验小学工作总结', sites: ['竹简范文网'] };
  test.each([
    ['竹简范文网 > 总结 > 学校总结 > 浏览文章', ['总结', '学校总结']],
    ['平台首页 > 总结 > 学校总结 > 阅读全文', ['总结', '学校总结']],
    ['首页 > 总结 > 学校总结 > 实验小学工作总结.docx', ['总结', '学校总结']],
    ['全部分类 > 总结 > 试卷详情', ['总结']],
    ['竹简 > 总结 > 试卷', ['总结', '试卷']],
    ['首页 > 范本库 > 服务合同 > 农业服务', ['服务合同', '农业服务']],
    ['首页 > 资料库 > 汇报发言', ['资料库', '汇报发言']],
    ['首页 > 范文大全 > 总结 > 学校总结', ['总结', '学校总结']],
    ['首页 > 范文大全 > 学校总结', ['范文大全', '学校总结']],
    ['首页 > 检讨书大全 > 学生 > 上课迟到', ['检讨书大全', '学生', '上课迟到']],
    ['首頁 ＞ 農業 ＞ 新聞稿內容', ['農業']],
  ])('leaves the shelves of %j', (line, names) => {
    const path = readPath(line);
    expect(path && shelvesOf(path, context)).toMatchObject({ names, anchored: true });
  });

  test.each([
    ['首页 > 感谢信 > 给老师的感谢信 > 正文', ['感谢信', '给老师的感谢信']],
    ['首页 > 感谢信 > 给老师的感谢信三篇 > 正文', ['感谢信']],
    ['首页 > 感谢信 > 给老师的感谢信', ['感谢信']],
  ])('takes the step before the word for the document for a shelf: %j', (line, names) => {
    const path = readPath(line);
    const document = { title: '给老师的感谢信三篇', sites: [] };
    expect(path && shelvesOf(path, document).names).toEqual(names);
  });

  it('takes entries behind the word for shelf for no path', () => {
    const list = readPath('分类：党团工作｜安全生产｜教育资料｜建筑施工');
    expect(list && isShelfList(list)).toBe(true);
    const path = readPath('分类：党团工作｜支部工作');
    expect(path && isShelfList(path)).toBe(false);
  });

  it('does not trust names between bars alone', () => {
    const path = readPath('总结 | 计划 | 心得');
    expect(path && shelvesOf(path, context).anchored).toBe(false);
  });
});

describe('a step that is a picture', () => {
  it.each(['🏠', '⌂', '🏠 首页', '« Home'])('is the front page: %s', (name) => {
    expect(isHomeName(name)).toBe(true);
    expect(isHomeName('')).toBe(false);
  });

  it.each(['🏠 家居', '3', 'C++'])('is not: %s', (name) => {
    expect(isHomeName(name)).toBe(false);
  });
});
