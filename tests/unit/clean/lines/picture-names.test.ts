import { expect, it } from 'vitest';
import { pictureNames } from '#lib/clean/lines/picture-names.ts';

it('finds the names of pictures between the steps', () => {
  const lines = ['切丝。', '姜丝炒瓜的做法 步骤1', '下锅。', '姜丝炒瓜的做法 步骤2'];

  expect([...pictureNames(lines, '姜丝炒瓜')]).toEqual([1, 3]);
  expect([...pictureNames(lines, null)]).toEqual([]);
  expect([...pictureNames(lines.slice(0, 2), '姜丝炒瓜')]).toEqual([]);
});

it.each([
  ['年终总结', ['年终总结 篇1', '年终总结 篇2']],
  ['班级公约', ['班级公约第1条', '班级公约第2条']],
  ['书架安装', ['书架安装步骤1', '书架安装步骤2']],
])('takes no headings of %s for such', (title, lines) => {
  expect([...pictureNames(lines, title)]).toEqual([]);
});

it('finds what stands where pictures were not taken along', () => {
  const steps = ['切片。', '图1', '煸到微黄。', '图2', '收汁。', '图3'];

  expect([...pictureNames(steps, null)]).toEqual([1, 3, 5]);
  expect([...pictureNames(steps.slice(0, 4), null)]).toEqual([]);
  expect([...pictureNames([...steps, '水位变化见图2。'], null)]).toEqual([]);
});

it('finds the word that stands for each picture', () => {
  expect([...pictureNames(['图片', '船来了。', '[图片]', '船走了。'], null)]).toEqual([0, 2]);
  expect([...pictureNames(['图片', '船来了。'], null)]).toEqual([]);
  expect([...pictureNames(['图片说明', '船来了。', '图片说明', '船走了。'], null)]).toEqual([]);
});
