import { expect, it } from 'vitest';
import { panelName } from '#lib/clean/metadata/user-panel.ts';

it.each([
  ['柴火垛 LV7 河堤长老 帖子1882 河币5510 注册2008-3-1 私信 关注', '柴火垛'],
  ['半斤面粉 等级:元老 积分:3021', '半斤面粉'],
])('reads the name on the card %j', (text, name) => {
  expect(panelName(text)).toBe(name);
});

it.each([
  '柴火垛 2012-11-8 21:37',
  '帖子1882 河币5510 注册2008-3-1',
  '首页 论坛 关注',
  '某某社区 今日帖子 总帖数 会员',
])('reads none in %j', (text) => {
  expect(panelName(text)).toBeNull();
});
