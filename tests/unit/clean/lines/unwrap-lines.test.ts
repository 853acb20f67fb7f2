import { describe, expect, test } from 'vitest';
import { blockText } from '#lib/clean/block.ts';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';

const paragraphs = (text: string): string[] => textBlocks(text).map(blockText);

/** `text` in lines of `width` Chinese characters. */
function wrap(text: string, width: number, indent = ''): string {
  const lines = text.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [];
  return lines.map((line, index) => (index === 0 ? indent : '') + line).join('\n');
}

const WELL =
  '村口的老井有一百二十年了，井台的石头磨得像镜子一样。爷爷说，他小的时候每天要挑六担水，挑到第七年，个子就不长了。后来通了自来水，井边只剩下洗菜的人。';
const MILL =
  '磨坊在村子的西头，水车早就不转了，屋顶也塌了半边。去年有人想把它拆掉，村里开会，举手的只有三个人。于是大家凑了钱，把木轮换成新的，今年春天它又响了起来。';
const ROAD =
  '从县城到村里要走四十分钟，前二十分钟是柏油路，后二十分钟是石子路。司机说，石子路有石子路的好处，打瞌睡的人一颠就醒。到了桥头，路就断了，剩下的要自己走。';

describe('a text of one line', () => {
  test('is its first line', () => {
    expect(textBlocks(WELL).map(({ where }) => where)).toEqual(['line:1']);
  });
});

describe('lines cut at a width', () => {
  test('are paragraphs again where blank lines part them', () => {
    const text = [WELL, MILL, ROAD].map((part) => wrap(part, 24)).join('\n\n');
    expect(paragraphs(text)).toEqual([WELL, MILL, ROAD]);
  });

  test('with the record of a library above them line by line', () => {
    const head = ['题名:柳河两岸的老井和磨坊调查报告', '作者:方小溪', '在线阅览 文本模式 图像模式'];
    const text = [...head, ...[WELL, MILL, ROAD].map((part) => wrap(part, 22))].join('\n');

    expect(paragraphs(text).slice(0, 4)).toEqual([...head, WELL]);
  });

  test('with the frame above them line by line', () => {
    const head = [
      '山货文档网　乡土资料共享',
      '果树　茶叶　养蜂　畜牧　水产　农机　政策',
      '路径：乡土 〉风物 〉在线浏览',
      '老井和磨坊',
      '文档类型 PDF ／ 页数 3 ／ 浏览 210 次',
    ];
    const text = [...head, ...[WELL, MILL, ROAD].map((part) => wrap(part, 22))].join('\n');
    expect(paragraphs(text).slice(0, head.length)).toEqual(head);
  });

  test('with a page’s number and the title beside it line by line', () => {
    const pages = wrap(WELL + MILL + ROAD, 22).split('\n');
    pages.splice(6, 0, '- 第 2 页 -', '乡土手册');
    pages.splice(3, 0, '- 第 1 页 -', '乡土手册');
    expect(paragraphs(pages.join('\n')).filter((line) => line === '乡土手册')).toHaveLength(2);
    // What comes twice without such a number may be text.
    const told = pages.filter((line) => !line.startsWith('- 第'));
    expect(paragraphs(told.join('\n'))).not.toContain('乡土手册');
  });

  test('of a contract, where sentences end with their clauses', () => {
    const clauses = [
      '第一条 出租方将村东鱼塘一口租给承租方养鱼，水面约十二亩，四至以双方签字的草图为准，塘埂及闸门一并交付使用。',
      '第二条 租期为五年，自签字之日起计算，期满后承租方在同等条件下可以优先续租，但应当提前两个月书面告知出租方。',
      '第三条 承租方不得在塘埂上建房、挖土或者堆放杂物，不得向塘内排放污水，闸门损坏的由承租方在十日内修好复原。',
    ];
    const fields = '出租方（签字）：______________________';
    const text = `${fields}\n${clauses.map((clause) => wrap(clause, 22)).join('\n')}`;
    expect(paragraphs(text)).toEqual([fields, ...clauses]);
  });

  test('where an indent begins them', () => {
    const text = [WELL, MILL, ROAD].map((part) => wrap(part, 23, '    ')).join('\n');
    expect(paragraphs(text)).toEqual([WELL, MILL, ROAD]);
  });

  test('where only a short line ends them, with headings kept apart', () => {
    const text = `一、老井\n${wrap(WELL, 24)}\n二、磨坊\n${wrap(MILL, 24)}\n三、路\n${wrap(ROAD, 24)}`;
    expect(paragraphs(text)).toEqual(['一、老井', WELL, '二、磨坊', MILL, '三、路', ROAD]);
  });

  test('also where a mirror annotated the characters', () => {
    const annotated = (text: string): string => text.replaceAll('水', '水(shuǐ)');
    const text = [WELL, MILL, ROAD].map((part) => annotated(wrap(part, 24))).join('\n\n');
    expect(paragraphs(text)).toEqual([WELL, MILL, ROAD].map(annotated));
  });

  test('with blank lines between all of them', () => {
    const text = [WELL, MILL, ROAD].map((part) => wrap(part, 24).replaceAll('\n', '\n\n'));
    expect(paragraphs(text.join('\n\n\n'))).toEqual([WELL, MILL, ROAD]);
  });

  test('and not with the number of a page and its running title', () => {
    const [first = '', second = '', ...rest] = wrap(WELL, 20).split('\n');
    const mark = ['柳河灌区资料', '— 3 —'];
    const lines = [first, second, ...mark, ...rest, ...mark, wrap(MILL, 20), ...mark];
    expect(paragraphs(lines.join('\n')).filter((line) => mark.includes(line))).toHaveLength(6);
  });

  test('of rules most of which fill no line, with the numbers and the title of printed pages', () => {
    const rules = [
      '第一条　为加强实验室的安全管理，保障师生人身安全和学校财产安全，根据上级的有关规定，结合本校实际制定。',
      '第二条　实验室坚持谁使用、谁负责。',
      '第三条　实验以前，指导教师应当检查线路、插座和仪器的外壳，发现裸露、松动或者焦痕的，立即停止使用并报修。',
      '第四条　每间配备灭火器两具、沙箱一个。',
      '第五条　危险化学品实行双人双锁管理，领用必须经分管的校长批准，用多少领多少，剩余的部分应当在当天退回。',
      '第六条　废液分桶收集，严禁倒入下水道。',
      '第七条　学生不得将药品带出实验室，误入眼内的应当立即用洗眼器冲洗十五分钟，同时通知校医，不得自行处理。',
      '第八条　本制度自印发之日起执行。',
    ];
    const [first = '', ...rest] = rules;
    const [above = '', below = ''] = wrap(first, 40).split('\n');
    const pages = rest.flatMap((rule) => {
      const [half = '', other] = wrap(rule, 40).split('\n');
      return other === undefined ? [half] : [half, '', '1', '', '某校安全管理制度', '', other];
    });
    const text = [above, '', below, ...pages].join('\n');

    expect(paragraphs(text)[0]).toBe(first);
    // What stands between the halves of the others is cut before they are joined.
    expect(paragraphs(text)).toContain('某校安全管理制度');
    const dialogue = rules.map((rule) => rule.replace('第', '“第'));
    expect(paragraphs(dialogue.join('\n'))).toEqual(dialogue);
  });

  test('of words are parted by a blank', () => {
    const one =
      'The mill stands at the end of the village. Its wheel has not turned since the flood, and the roof is half gone. Last year somebody wanted to pull it down. Three hands went up.';
    const two =
      'So the village paid for a new wheel. It was cut from one oak, which took the winter. In April it turned again. Nobody slept that night, because of the noise and the beer.';
    const cut = (text: string): string => (text.match(/.{1,58}(?:\s|$)/g) ?? []).join('\n');
    const text = [one, two, one].map(cut).join('\n\n').replace(/ +\n/g, '\n');
    expect(paragraphs(text)).toEqual([one, two, one]);
  });

  test('hide no document number: a numbered line begins a paragraph', () => {
    const list = '1、井台的石头每年检查一次，松动的当天修好。';
    const text = `${wrap(WELL, 22)}\n\n${wrap(ROAD, 22)}\n\n${wrap(MILL, 22)}\n${list}\n${list}`;
    expect(paragraphs(text)).toEqual([WELL, ROAD, MILL, list, list]);
  });
});

describe('lines that are left alone', () => {
  test('paragraphs, one a line', () => {
    expect(paragraphs([WELL, MILL, ROAD, WELL].join('\n'))).toEqual([WELL, MILL, ROAD, WELL]);
  });

  test('verse, which ends its sentences with its lines', () => {
    const verse = [
      '我从桥上走过，没有回头看水',
      '水从桥下流过，也没有看我。',
      '柳树站在两岸，替我们记着',
      '那一年的月亮，有多么圆。',
      '如今桥已经老了，我也老了',
      '只有水还年轻，还在赶路。',
      '它要去的地方，我没有去过',
      '我要说的话，它已经带走。',
    ];
    expect(paragraphs(verse.join('\n'))).toEqual(verse);
  });

  test('a list of names and one of links', () => {
    const lines = [
      '首页',
      '范文大全',
      '工作总结，个人总结',
      '心得体会',
      '上一篇：老井',
      '下一篇：磨坊',
    ];
    expect(paragraphs(lines.join('\n'))).toEqual(lines);
  });

  test('paragraphs that end in a line break written out', () => {
    const lines = [WELL, MILL, ROAD, WELL, MILL].map((part) => `${part.slice(0, 45)}。x0dx0a`);
    expect(paragraphs(lines.join('\n'))).toEqual(lines);
  });
});

describe('lines that end at the elements of a page', () => {
  const split =
    '出院不是结束，医生常说，回家以后的\n前六个月\n，才是恢复最快的时候。要紧的是每天都练，不要攒到周末。有疑问请打\n0000-1234\n咨询。\n站立练习从扶床开始，练到小腿\n微微发酸\n，就要休息\n。';

  test('are read on until the sentence ends', () => {
    expect(paragraphs(split)).toEqual([
      '出院不是结束，医生常说，回家以后的前六个月，才是恢复最快的时候。要紧的是每天都练，不要攒到周末。有疑问请打0000-1234咨询。',
      '站立练习从扶床开始，练到小腿微微发酸，就要休息。',
    ]);
  });

  test('not beyond a heading', () => {
    expect(paragraphs(`${split}\n一、饮食\n吃得清淡一些，早一些。`).slice(-2)).toEqual([
      '一、饮食',
      '吃得清淡一些，早一些。',
    ]);
  });
});
