import { describe, expect, it } from 'vitest';
import { cleanPage } from '#lib/clean/clean-page.ts';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';
import { repairDamage, repairLayout } from '#lib/clean/repairs/repair-blocks.ts';
import { linesOf } from './lines.ts';

const unmarked = (lines: readonly string[]): string[] => {
  const damage = repairDamage(textBlocks(lines.join('\n')));
  return linesOf(repairLayout(damage.blocks, damage.pages).blocks);
};

const PARTS = [
  '放水员应当沿渠巡查一遍，重点查看渡槽和闸门，清除渠内的树枝、秸秆',
  '和漂浮物。水头到达每一处分水口，应当记录时间和水位，用对讲机报告',
  '调度室。发现渠堤渗漏，立即减小流量，报告调度室，并且就近取土',
  '围堵。有人落水，先抛救生圈，再下闸减流。',
];

/** The parts with what stands at the ends of three pages between them. */
function paged(markOf: (page: number) => string): string {
  return PARTS.map((part, index) => (index < 3 ? part + markOf(index + 1) : part)).join('');
}

describe('marks of printed pages', () => {
  it.each([
    ['第N页', (page: number) => `第${page}页`],
    ['第N面 共M面', (page: number) => `第${page}面 共4面`],
    ['— N / M — in a line of its own', (page: number) => `\n— ${page} / 4 —\n`],
    ['a running title before — N —', (page: number) => `柳河灌区管理所内部资料 — ${page} —`],
    [
      'a running title behind',
      (page: number) => `第${page + 2}页/共6页  育英中学2021届毕业典礼手册`,
    ],
  ])('go inside sentences: %s', (_, markOf) => {
    expect(unmarked([paged(markOf)])).toEqual([PARTS.join('')]);
  });

  it('go at the ends of pages that are one paragraph each', () => {
    const [first = '', second = ''] = [`${PARTS[0]}和漂浮物。`, `${PARTS[1]}`];

    expect(unmarked([`${first} - 1 -`, `${second} - 2 -`]).join('')).toBe(first + second);
    expect(unmarked([`${first} - 1 -`, `${first} - 2 -`])).toEqual([
      `${first} - 1 -`,
      `${first} - 2 -`,
    ]);
  });

  it.each([
    ['Page N of M', (page: number) => `Page ${page} of 3`],
    ['N / M', (page: number) => `${page} / 3`],
    ['name.docx-第N页', (page: number) => `植物名录编写说明.docx-第${page}页`],
    ['- N -', (page: number) => `- ${page} -`],
    ['- 第 N 页 -', (page: number) => `- 第 ${page} 页 -`],
    ['· N ·', (page: number) => `· ${page + 16} ·`],
    ['N', (page: number) => `${page}`],
  ])('go as lines, and what they parted is joined: %s', (_, markOf) => {
    const lines = PARTS.flatMap((part, index) => (index < 3 ? [part, markOf(index + 1)] : [part]));

    expect(unmarked(lines)).toEqual([PARTS.join('')]);
  });

  it('go where they are glued to the end of a page', () => {
    const lines = PARTS.map((part, index) => (index < 3 ? `${part}${index + 1}/9` : part));

    expect(unmarked(lines)).toEqual(PARTS);
  });

  it('are no parts of an essay', () => {
    const lines = ['1', '那年春天，他回到了村里。', '2', '井还在，水却没有了。', '3', '他走了。'];

    expect(unmarked(lines)).toEqual(lines);
    const parts = ['他忘了带钥匙', '01', '先算账，再算梦想', '02', '记住人', '03', '千万别碰'];
    expect(unmarked(parts)).toEqual(parts);
  });

  it('are no fractions at the ends of lines', () => {
    const lines = ['切成两半，每份是1/2', '切成三份，两份是2/3', '切成四份，三份是3/4'];

    expect(unmarked(lines)).toEqual(lines);
  });

  it('go with the running title below them, which stands above the first page too', () => {
    const title = '溪桥家园维修方案';
    const lines = [
      title,
      ...PARTS.slice(0, 3).flatMap((part, index) => [part, `第 ${index + 1} 页 共 3 页`, title]),
    ];

    expect(unmarked(lines.slice(0, -1))).toEqual([PARTS.slice(0, 3).join('')]);
  });

  it('go where two of them have the same line below, and not without it', () => {
    const file = (foot: readonly string[]): string[] => [
      ...[PARTS[0] ?? '', '- 1 -', ...foot],
      ...[PARTS[1] ?? '', '- 2 -', ...foot, PARTS[2] ?? ''],
    ];

    expect(unmarked(file(['柳河资料 www.liuhe.example']))).toEqual([PARTS.slice(0, 3).join('')]);
    expect(unmarked([...PARTS.slice(2), '- 1 -', '另一章。', '- 2 -', '再一章。'])).toHaveLength(6);
  });

  it('go where all but the first have the same line above, though no sentence is cut', () => {
    const page = (text: string, no: number): string[] => [text, '柳河水利 2012.4', `- ${no} -`];
    const [first = '', second = '', third = ''] = ['渠长三里。', '闸有五座。', '水到渠成。'];
    const lines = [first, '- 31 -', ...page(second, 32), ...page(third, 33)];

    expect(unmarked(lines)).toEqual([first, second, third]);
    const others = [first, '- 31 -', second, '柳河水利 5.6', '- 32 -', third, '守则 7.8', '- 33 -'];
    expect(unmarked(others)).toEqual(others);
  });

  it('are not the names of pictures', () => {
    const names = [1, 2, 3].map((page) => `灌区管理办法-第${page}页.jpg`);

    expect(unmarked([PARTS.join(''), ...names])).toEqual([PARTS.join(''), ...names]);
  });

  it('go with a title that stands at the top of each page but the first', () => {
    const title = '溪桥家园维修方案';
    const lines = [PARTS[0], '- 1 -', title, PARTS[1], '- 2 -', title, PARTS[2], '- 3 -'];

    expect(unmarked(lines.map(String))).toEqual([PARTS.slice(0, 3).join('')]);
  });

  it('join what they parted though the frame rules took the lines', () => {
    const lines = PARTS.flatMap((part, index) => (index < 3 ? [part, `- ${index + 1} -`] : [part]));
    const { blocks, pages } = repairDamage(textBlocks(lines.join('\n')));
    const kept = blocks.filter((_, index) => index % 2 === 0);

    expect(linesOf(repairLayout(kept, pages).blocks)).toEqual([PARTS.join('')]);
  });

  it('go with the running title above them', () => {
    const lines = PARTS.flatMap((part, index) =>
      index < 3 ? [part, 'Q/HC 204—2015 放水员作业指导书', `第 ${index + 1} 页`] : [part],
    );

    expect(unmarked(lines)).toEqual([PARTS.join('')]);
  });

  it('are no repair where a viewer numbers its sheets beside whole paragraphs', () => {
    const sheet = (text: string, no: number): string =>
      `<div class="sheet"><div class="tx"><p>${text}</p></div><div class="sheet-no">${no} / 3</div></div>`;
    const sheets = [
      '第一条 甲方将房屋提供给乙方使用，未经乙方书面同意，甲方不得擅自调换。因维修、消防等原因确需调换的，应当提前七日告知。',
      '第二条 乙方提前十五日书面提出的，可以解除协议，甲方不得收取违约金。乙方连续两个月不交纳费用的，甲方可以解除协议。',
      '第三条 履行本协议发生争议的，由双方协商解决；协商不成的，可以向甲方所在地人民法院提起诉讼。',
    ].map((text, index) => sheet(text, index + 1));
    const html = `<title>入住协议书_晨光文档</title><body><h1>入住协议书</h1><section>${sheets.join('')}</section></body>`;
    const { document } = cleanPage({
      bytes: new TextEncoder().encode(html),
      contentType: 'text/html; charset=utf-8',
      url: 'https://doc.example/view/1',
    });

    expect(document.text).toContain('第三条');
    expect(document.text).not.toContain('/ 3');
    expect(document.repairs).toEqual([]);
  });

  it('say once for each mark that pages were joined', () => {
    const damage = repairDamage(textBlocks(`${PARTS[0]}\n1 / 2\n${PARTS[1]}\n2 / 2\n${PARTS[2]}`));

    expect(damage.hasPages).toBe(true);
    expect(damage.events.map(({ repair }) => repair)).toEqual(['page-breaks', 'page-breaks']);
  });

  it.each([
    [
      'citations',
      '请见第3页的表，填写在第4页，写到第5页，把第6页的照片贴好。申请表第7页“周边资源”一栏不要漏。',
    ],
    ['a pager', '第2页 共3页'],
    ['chapters of an article', '第1页：认清形势\n第2页：突出重点\n第3页：落实责任'],
    [
      'numbers of phones and ranges',
      '电话0571-8800-1234，0571-8801-1235，页码1-2-3，气温-1-到-2-度。',
    ],
    ['fractions', '二分之一写作\n1 / 2\n三分之一写作\n1 / 3\n四分之一写作\n1 / 4'],
    ['parts of an essay', '— 1 —\n那年春天。\n— 2 —\n后来下雨了。\n— 3 —\n再后来，雨停了。'],
  ])('are not %s', (_, text) => {
    const damage = repairDamage(textBlocks(text));

    expect(linesOf(damage.blocks)).toEqual(text.split('\n'));
    expect(damage.hasPages).toBe(false);
  });
});

it('takes 第N页 alone for a page’s, where the same line stands beside each of two', () => {
  const [first = '', second = '', ...others] = PARTS;
  const lines = [first, '第1页', '柳河灌区文件', second, '第2页', '柳河灌区文件', others.join('')];
  expect(unmarked(lines).join('')).toBe(PARTS.join(''));
});
