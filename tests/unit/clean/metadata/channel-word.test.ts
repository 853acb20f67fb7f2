import { describe, expect, test } from 'vitest';
import { isChannelWord, isNetworkName } from '#lib/clean/metadata/channel-word.ts';

describe('isChannelWord', () => {
  test.each([
    '新闻',
    '国际新闻',
    '新闻中心',
    '新闻动态',
    '财经频道',
    '体育',
    '视频',
    '侵权投诉',
    '学会概况',
    '头条产品',
    '焦點',
    'ブログ',
  ])('%j names a part of a site', (name) => {
    expect(isChannelWord(name)).toBe(true);
  });

  test.each(['', '凤鸣网', '文卷新闻网', '岚溪论坛', '某县教育局', '王体育', '小兰的生活'])(
    '%j may name a site or somebody',
    (name) => {
      expect(isChannelWord(name)).toBe(false);
    },
  );
});

describe('isNetworkName', () => {
  test.each([
    ['QQ空间', true],
    ['Facebook', true],
    ['微信', true],
    ['微信读书人', false],
    ['Lineker', false],
  ])('%j: %j', (name, is) => {
    expect(isNetworkName(name)).toBe(is);
  });
});
