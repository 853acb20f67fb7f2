import { describe, expect, it } from 'vitest';
import { cutWidgets } from '#lib/clean/lines/cut-widgets.ts';
import { scanLines } from '#lib/clean/lines/scan-lines.ts';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';

/** The lines that stay of a text whose lines were all kept. */
const left = (lines: readonly string[]): string[] => {
  const scanned = scanLines(textBlocks(lines.join('\n')));
  const kept = scanned.map(() => true);
  cutWidgets(scanned, kept);
  return scanned.filter((_, at) => kept[at]).map(({ text }) => text);
};

const END = ['活动目标：知道种子发芽要水。', '活动过程：孩子们把绿豆泡进杯子里。'];

describe('the folded contents of a page', () => {
  const entries = ['活动目标', '活动准备', '活动过程'];

  it.each([
    ['目录', '展开全部'],
    ['【文章目录】', '收起目录 ▲'],
    ['本文目录：', '[展开]'],
  ])('go from %s to %s', (heading, button) => {
    expect(left([heading, ...entries, button, ...END])).toEqual(END);
  });

  it('stay where no button stands below them', () => {
    const lines = ['目录', ...entries, ...END];
    expect(left(lines)).toEqual(lines);
  });

  it('stay where a sentence stands between', () => {
    const lines = ['目录', '本手册共三章，先看总则。', ...entries, '展开全部', ...END];
    expect(left(lines)).toEqual(lines);
  });
});

describe('a button alone on its line', () => {
  it('goes where it stands in a row of buttons, too', () => {
    const lines = ['井水凉', '石板长', '完善', '译文', '井水很凉。', '有用 12 没用 3 完善'];
    expect(left(lines)).not.toContain('完善');
    expect(left(lines)).toContain('译文');
  });

  it('stays where no row has it', () => {
    expect(left(['三项工作', '完善', '把制度写全。'])).toContain('完善');
  });
});

describe('what was asked', () => {
  const asked = [
    '提问者：河边的柳 | 2019-04-02 | 浏览 310 次',
    '养了两年，一朵花也没有。',
    '最佳答案',
  ];

  it('goes above the answer that was chosen', () => {
    expect(left([...asked, ...END])).toEqual(END);
  });

  it('stays where nobody is said to have asked', () => {
    const lines = ['请从下面三项里选一项。', '最佳答案', ...END];
    expect(left(lines)).toEqual(lines);
  });

  it('stays where nothing answers it', () => {
    expect(left(asked)).toContain('养了两年，一朵花也没有。');
  });
});
