import { describe, expect, it } from 'vitest';
import { cleanPage } from '#lib/clean/clean-page.ts';
import { beginsInside } from '#lib/clean/lines/begins-inside.ts';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';

const PROSE =
  '汛期以来，各村干部轮流值守，把住在低处的老人接到学校里过夜，又把沿河的货物搬到了高处。';

describe('a text begins inside its document', () => {
  it.each([
    ['the first of several pieces', ['篇一：值班日记', PROSE, '篇二：巡河日记', PROSE]],
    ['a number of a series that goes on', ['一、填空题（每空1分）', PROSE, '二、解答题', PROSE]],
    ['the same in brackets', ['（一）河边的磨坊', PROSE, '（二）新桥', PROSE]],
    [
      'who makes a contract',
      ['甲方（出租方）：____________', '乙方（承租方）：____________', PROSE],
    ],
    ['the same by what it is called below', ['柳湾村民委员会（以下简称甲方）：', PROSE]],
    ['who speaks', ['男：各位来宾，大家上午好！', '女：欢迎来到柳湾。', PROSE]],
    ['a question', ['问：临时救助怎么申请？', `答：${PROSE}`]],
    ['where a law was passed', ['（2019年3月1日柳湾市第四届人民代表大会第二次会议通过）', PROSE]],
    ['what stands above questions', ['班级________ 姓名________', PROSE]],
    ['the name of a part', ['教学目标', PROSE]],
    ['whose judgment it is', ['柳湾县人民法院', '民事判决书', PROSE]],
  ])('with %s', (_what, lines) => {
    expect(beginsInside(textBlocks(lines.join('\n')))).toBe(true);
  });

  it.each([
    ['a title', ['柳湾村防汛值班工作总结', PROSE]],
    ['a chapter that no other follows', ['第三章 涨水', PROSE]],
    ['a number that no other follows', ['一、二年级的教室搬到了山上', PROSE]],
    ['a title that asks', ['没有医保卡能买药吗？', PROSE]],
    ['a title with a colon', ['柳湾：一座水边的村庄', PROSE]],
    ['the name of a court that no judgment follows', ['柳湾县人民法院', PROSE]],
  ])('but not with %s', (_what, lines) => {
    expect(beginsInside(textBlocks(lines.join('\n')))).toBe(false);
  });
});

describe('a heading of Markdown', () => {
  const inside = (lines: readonly string[]) =>
    beginsInside(textBlocks(lines.join('\n\n'), { isMarkdown: true, url: null }));

  it('is inside if others of its level follow', () => {
    expect(inside(['## 沿革', PROSE, '## 现状', PROSE])).toBe(true);
  });

  it('may be the title if it is the only one, or of the highest level', () => {
    expect(inside(['## 柳湾的沿革', PROSE, '### 现状', PROSE])).toBe(false);
    expect(inside(['# 柳湾的沿革', PROSE, '# 现状', PROSE])).toBe(false);
  });
});

describe('a text that was cleaned before', () => {
  const again = (text: string) =>
    cleanPage({
      bytes: new TextEncoder().encode(text),
      contentType: 'text/plain; charset=utf-8',
      url: null,
    }).document;

  it('stays as it is where its first line is inside it', () => {
    const text = ['教学目标', `1．${PROSE}`, '教学过程', PROSE, PROSE].join('\n');

    expect(again(text)).toMatchObject({ text, title: '' });
  });

  it('loses a title that stands above it', () => {
    const text = [PROSE, PROSE, PROSE].join('\n');

    expect(again(`柳湾村防汛值班工作总结\n${text}`)).toMatchObject({
      text,
      title: '柳湾村防汛值班工作总结',
    });
  });
});
