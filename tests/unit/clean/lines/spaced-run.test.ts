import { describe, expect, it } from 'vitest';
import { splitSpacedRun } from '#lib/clean/lines/spaced-run.ts';

const BODY = [
  '各位来宾，街坊们：',
  '晚上好！今天是咱们巷子的纳凉晚会，凳子自己带，西瓜社区出。',
  '先请三号院的孩子们唱一首歌，他们排练了整整两个星期，嗓子都哑了。',
  '唱得真好！下面请看皮影戏《借扇》，操杆的是七十三岁的穆师傅。',
  '穆师傅的箱子有四十年了，里面的人物都是他自己用牛皮刻的。',
  '最后，请大家把凳子带走，把西瓜皮放进桶里。晚会到此结束，谢谢大家！',
];

describe('splitSpacedRun', () => {
  it('ends a line at each blank where sentences have one behind them', () => {
    expect(splitSpacedRun(BODY.join(' '))).toEqual(BODY);
  });

  it('holds a path, a row of fields, a bracket and a menu together', () => {
    const head = [
      '巷口文稿 首页 主持词 发言稿 征文 登录',
      '当前位置： 巷口文稿 > 主持词 > 社区活动',
      '纳凉晚会主持词',
      '发布时间：2019-07-08 来源： 本站 点击：31 [ 字体 大 小 ]',
    ];
    const tail = ['上一篇： 中秋晚会主持词', '下篇 元宵灯会主持词', '客服邮箱 mail@xiang.example'];
    const lines = [...head, ...BODY, ...tail];

    expect(splitSpacedRun(lines.join(' '))).toEqual(lines);
  });

  it('holds who wrote for which account together with the day, and no more', () => {
    const row = '原创： 阿晚 晚风食堂 2019-08-03';

    expect(splitSpacedRun(['夏夜', row, '点此听晚会', ...BODY].join(' '))).toEqual([
      '夏夜',
      row,
      '点此听晚会',
      ...BODY,
    ]);
    expect(splitSpacedRun(['原创', '阿晚', ...BODY].join(' '))).toEqual(['原创 阿晚', ...BODY]);
  });

  it('parts a title and who wrote it in which age from the menu above them', () => {
    const lines = ['巷口诗文 诗文 名句 作者 古籍', '卖灯者说', '〔清〕穆石农', ...BODY];

    expect(splitSpacedRun(lines.join(' '))).toEqual(lines);
  });

  it('ends a line at two blanks where paragraphs are indented, and at none alone', () => {
    const lines = BODY.map((line) => line.replace('，', '， '));

    expect(splitSpacedRun(lines.join('　　'))).toEqual(lines);
  });

  it('does not part a word in letters or figures from what it stands in', () => {
    const lines = [...BODY, '节目单共 6 页，可以到 www.xiang.example 下载，也可以看 App 里的图。'];

    expect(splitSpacedRun(lines.join(' '))).toEqual(lines);
  });

  it.each([
    ['a paragraph without such blanks', BODY.join('')],
    ['words that something parted', `${'今天 我们 去 看 戏 。 '.repeat(30)}大家 都 来 了 。`],
    [
      'English',
      'The fan was lent. It came back late. Nobody minded. It was hot. They sang. '.repeat(3),
    ],
  ])('finds no lines in %s', (_, text) => {
    expect(splitSpacedRun(text)).toBeNull();
  });

  it('takes time in proportion to the run', () => {
    const run = `${BODY.join(' ')} ${'（甲乙丙丁）戊己庚（辛 '.repeat(40_000)}`;
    const before = process.cpuUsage().user;
    splitSpacedRun(run);

    expect(process.cpuUsage().user - before).toBeLessThan(2_000_000);
  });
});
