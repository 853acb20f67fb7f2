import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessText } from '#lib/clean/assess/assess-text.ts';
import { quality } from '#lib/model/document.ts';
import { processorTime } from '../../../support/processor-time.ts';

const CHINESE =
  '今年三月以来，社区党总支以邻里守望为主题组织开展了系列志愿服务活动。活动开始之前工作人员分成六个小组，用两个星期的时间敲门入户了解居民的需求。其中独居老人提出最多的不是钱和物，而是有人来坐一坐。退休电工主动承担了全部老人家里的线路检查工作，第三小学的教师每周二下午在活动室辅导流动儿童写作业。';
const ENGLISH =
  'When I was nineteen I worked for a summer on the ferries, selling tickets on the lower deck. The crossing took nine minutes. A regular passenger used to stand in exactly the same place every morning, and I once asked him whether he ever grew tired of the view. He said that he had never seen the same harbour twice.';

describe('assessText', () => {
  it('has no flags for prose in Chinese and in English', () => {
    expect(assessText(CHINESE, 0.9, 'zh-Hans').flags).toEqual([]);
    expect(assessText(ENGLISH, 0.9, 'en').flags).toEqual([]);
  });

  it('flags by name what each filter would have dropped', () => {
    const list = Array.from({ length: 40 }, (_, index) => `栏目${index % 3}`).join('\n');

    expect(assessText(list, 0.5).flags).toEqual(
      expect.arrayContaining([
        'fineweb-2/line_punct_ratio',
        'fineweb-2/dup_line_frac',
        'fineweb-2/new_line_ratio',
        'map-cc/entropy',
      ]),
    );
    expect(assessText(`${ENGLISH}\n`.repeat(6), 0.5).flags).toEqual(
      expect.arrayContaining([
        'gopher/dup_line_frac',
        'gopher/dup_line_char_frac',
        'gopher/dup_5_gram',
        'gopher/dup_10_gram',
      ]),
    );
    expect(assessText('too short', 0.5).flags).toEqual(['gopher/min_words']);
    expect(assessText('【公告】'.repeat(60), 0.5).flags).toContain('map-cc/bracket_ratio');
    expect(assessText('- a\n- b\n- c', 0.5).flags).toContain('gopher/bullet_lines');
    expect(assessText('展开\n更多\n展开全文更多', 0.5).flags).toContain('map-cc/more_lines');
  });

  it('asks English alone for English stop words', () => {
    const text =
      'der die das und in zu den von mit sich auf ist im nicht ein eine als auch es an '.repeat(4);

    expect(assessText(text, 0.5, 'de').flags).not.toContain('gopher/stop_words');
    expect(assessText(text, 0.5, 'en').flags).toContain('gopher/stop_words');
  });

  it('counts repeated word sequences whatever their alignment', () => {
    const phrase = 'alpha beta gamma delta epsilon';
    const { values } = assessText(`${phrase} one ${phrase} two ${phrase}`, 0.5);

    expect(values['dup_5_gram']).toBeCloseTo((2 * 25) / (3 * 25 + 6), 1);
    expect(values['dup_6_gram']).toBe(0);
  });

  it('has no figures for an empty text', () => {
    expect(assessText(' \n ', 0.9)).toEqual({ confidence: 0, chars: 0, values: {}, flags: [] });
  });

  it('gives a valid quality record for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.double(),
        (text, confidence) => {
          expect(
            quality.safeParse(assessText(text, Number.isNaN(confidence) ? 0 : confidence)).success,
          ).toBe(true);
        },
      ),
    );
  });

  it('is quick on two million characters', () => {
    expect(processorTime(() => void assessText('a b '.repeat(500_000), 0.5))).toBeLessThan(2_000);
  });
});
