import { describe, expect, test } from 'vitest';
import { isChannelWord, isNetworkName, isNewsShelf } from '#lib/clean/metadata/channel-word.ts';

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

describe('isNewsShelf', () => {
  test.each(['最新消息', '通知公告', '新闻中心', '学校新闻'])('%j holds what is new', (name) => {
    expect(isNewsShelf(name)).toBe(true);
  });

  test.each(['', '生活', '停电公告', '最新消息树', '关于放假的通知'])(
    '%j may be a title',
    (name) => {
      expect(isNewsShelf(name)).toBe(false);
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
