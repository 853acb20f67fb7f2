import { describe, expect, it } from 'vitest';
import { cleanPage } from '#lib/clean/clean-page.ts';
import { endsMidSentence } from '#lib/clean/lines/prose.ts';

const PROSE =
  '今年以来，在各级领导的关心和支持下，全体职工团结一心，较好地完成了年初确定的各项任务，现将有关情况总结如下。';

const read = (lines: readonly string[]): ReturnType<typeof cleanPage>['document'] =>
  cleanPage({
    bytes: new TextEncoder().encode(lines.join('\n')),
    contentType: 'text/plain; charset=utf-8',
    url: null,
  }).document;

describe('completeness of a viewer', () => {
  const viewer = (page: string): string[] => [
    '青石文库',
    '班组工作总结.doc',
    '页数：1　格式：doc　上传时间：2020-03-02',
    page,
    PROSE,
    PROSE,
    '下载文档',
  ];

  it('has no page where the only one is shown', () => {
    expect(read(viewer('第1页 / 共1页')).page).toBeNull();
  });

  it.each([
    ['您已看完全部2页，下载到本地可编辑打印', []],
    ['您已阅读全部免费内容，下载后阅读全文', ['preview']],
    ['全文预览完毕，如需编辑请下载', []],
    ['预览已结束，下载后可阅读全文', ['preview']],
    ['预览已结束，全文阅读完整版请下载', ['preview']],
    ['全文预览完毕，剩余3页请下载后查看', ['preview']],
  ])('is whole where it says so: %s', (says, incomplete) => {
    expect(read([...viewer('第1页'), '值班人员应当立即停机并报', says]).incomplete).toEqual(
      incomplete,
    );
  });
});

describe('completeness of an article', () => {
  const article = (fields: string): string[] => {
    return ['青石网 - 讲义 - 正文', '班主任讲义', fields, PROSE, PROSE, '上一页 1 2 3 下一页'];
  };

  it('is what the line of fields below the title says', () => {
    const fields = '作者：穆青　　文章来源：青石网　　2010/10/26　　共 3 页 您正在看第 2 页';

    expect(read(article(fields))).toMatchObject({
      page: 2,
      incomplete: ['starts-mid-document', 'continues-on-next-page'],
    });
  });

  it('is not what a field says of a file', () => {
    const fields = '页数：共 3 页 第 2 页　格式：doc　上传时间：2020-03-02';

    expect(read(article(fields)).page).toBeNull();
  });
});

describe('endsMidSentence', () => {
  it.each([
    '双方各执一份，签字后生效。甲方（签字）：乙方（盖章）：签订日期：____年____月____日',
    '7．（1）隔水加热，防止酒精燃烧　（2）对照　（3）蓝；淀粉',
  ])('takes a form and a row of answers for whole: %s', (line) => {
    expect(endsMidSentence(line)).toBe(false);
  });

  it.each([
    '委托期限自____年____月____日起，至双方另行约定的日',
    '考核的内容包括：（1）出勤情况，按月统计；（2）工作质量，由班组',
    '需要说明的有三点，（1）资金　（2）人员，由各单位自行安排并报办公室备',
  ])('still tells where a sentence breaks off: %s', (line) => {
    expect(endsMidSentence(line)).toBe(true);
  });
});

describe('what somebody added to the document', () => {
  it.each([
    ['【老师点评】（登录后可见）', []],
    ['剩余内容登录后可见', ['paywall']],
  ])('may be withheld: %s', (wall, incomplete) => {
    expect(read(['外婆的顶针', PROSE, PROSE, wall]).incomplete).toEqual(incomplete);
  });
});

describe('who sells the rest', () => {
  it.each([
    ['加入会员即可查看全文、下载Word文档，年费仅需 98 元', ['paywall']],
    ['下载后即可查看全文', ['preview']],
  ])('is no viewer that shows a part: %s', (wall, incomplete) => {
    const above = ['外婆的顶针', '2023-07-18 字数：1588', PROSE, '各部门要把办理进度每周'];
    expect(read([...above, wall]).incomplete).toEqual(incomplete);
  });
});
