import { describe, expect, it } from 'vitest';
import { modelNumber } from '#lib/clean/repairs/model-numbers.ts';
import { countPage, pageChance } from '#lib/clean/repairs/page-counts.ts';
import { soundParts } from '#lib/clean/repairs/sound-parts.ts';

const numbers = (text: string): [number, number, number] => {
  const [before = 0, last = 0, next = 0] = [...text].map((sign) => modelNumber(sign.charCodeAt(0)));
  return [before, last, next];
};

describe('pageChance', () => {
  const page = countPage([
    '水泵房的老式水泵昨天修好了。',
    '水泵房晚上八点关门。',
    '门房的钥匙在桌上。',
  ]);

  it('is the higher the more of what stands before the page has', () => {
    const two = pageChance(page, numbers('水泵房'), 0);
    const one = pageChance(page, numbers('电泵房'), 0);
    const none = pageChance(page, numbers('电车房'), 0);

    expect(two).toBeGreaterThan(one);
    expect(one).toBeGreaterThan(none);
    expect(none).toBeGreaterThan(0);
  });

  it('is nothing for what the page has nowhere, or only where it is read', () => {
    expect(pageChance(page, numbers('水泵站'), 0)).toBe(0);
    expect(pageChance(page, numbers('的钥匙'), 1)).toBe(0);
    expect(pageChance(page, numbers('水泵房'), 1)).toBeGreaterThan(0.2);
  });

  it('reads digits of any length as one sign', () => {
    const counted = countPage(['装灯352只，换锁７把。']);

    expect(pageChance(counted, numbers('灯9只'), 0)).toBeGreaterThan(0.5);
  });
});

describe('soundParts', () => {
  it.each([
    ['今天是晴天，明天有雨。', ['今天是晴天，明天有雨。']],
    ['守株待兔的人也钝,他们不知道。', ['守株待兔的人也钝,他们不知道。']],
    [
      '院里装了灯。走廊换了；ふ?352只,费用由镇里出。',
      ['院里装了灯。走廊换了', '只,费用由镇里出。'],
    ],
    ['全县推广！八盗怂恪⒍烁3件，都好；都不贵。', ['全县推广', '件，都好；都不贵。']],
    ['他说:“今天真好!?', ['他说:“今天真好', '']],
    ['会等的老师不多!岬鹊睦鲜Σ欢3人', ['会等的老师不多!', '人']],
  ])('are what damage has not made: %s', (line, parts) => {
    expect(soundParts(line)).toEqual(parts);
  });
});
