import { describe, expect, test } from 'vitest';
import { labelledName } from '#lib/clean/metadata/labelled-name.ts';

describe('labelledName', () => {
  test.each([
    ['本报记者 王小五', '王小五'],
    ['字数 512 投稿：苏小满', '苏小满'],
    ['著者：芦上青　[收入书架]', '芦上青'],
    ['名著者：不详', '不详'],
    ['欢迎投稿：苏小满', ''],
    ['投稿：tougao@example.cn', ''],
    ['岚溪晚报记者 欧阳小五', '欧阳小五'],
    ['市民在寒风中出行。本报记者 王小五 摄', ''],
    ['市民在寒风中出行。本报记者 王小五摄', ''],
    ['雪后的街道（记者 王小五 供图）', ''],
    ['选手正在组装水车（校记者站供图）', ''],
  ])('reads %j as %j', (line, name) => {
    expect(labelledName(line)).toBe(name);
  });
});

test('reads a label without a colon behind the source', () => {
  expect(labelledName('2019年11月06日 06:45 来源：河岸晚报 作者 石见')).toBe('石见');
  expect(labelledName('这本书的作者 石见 今年八十岁')).toBe('');
});
