import { describe, expect, it } from 'vitest';
import { foldLine } from '#lib/clean/lines/fold-line.ts';
import { isAppCall, isSlogan } from '#lib/clean/lines/slogan.ts';

const NAMES = ['晨光文秘', '晨光文秘网'];

describe('isSlogan', () => {
  it.each([
    '※找讲稿，先上晨光文秘，每日更新五十篇※',
    '★★写材料，就来晨光文秘网★★',
    '晨光文秘——您身边的写作助手',
    '晨光文秘网，十万篇范文免费下载',
    '欢迎常来晨光文秘',
    '◆ 想找范文？上晨光文秘搜一搜，天天更新。 ◆',
  ])('knows %s', (line) => {
    expect(isSlogan(foldLine(line), NAMES)).toBe(true);
  });

  it.each([
    ['a line that names no site', '※找讲稿，先上县里的档案馆※'],
    ['a sentence about the site', '晨光文秘每日更新五十篇，编辑只有两个人。'],
    ['what somebody says', '我写材料就上晨光文秘'],
    ['a quotation', '门口贴着“写材料，就来晨光文秘”'],
    ['the name alone', '晨光文秘 2009年3月'],
    ['an ornamented line of the document', '※※※'],
  ])('leaves %s', (_, line) => {
    expect(isSlogan(foldLine(line), NAMES)).toBe(false);
  });
});

describe('isAppCall', () => {
  const calls = (line: string, mentions = 1): boolean =>
    isAppCall(foldLine(line), NAMES, (name) => (name === '晨光文秘' ? mentions : 1));

  it.each([
    '这一节有三个小游戏，打开晨光文秘客户端即可投屏',
    '小贴士 下载晨光文秘APP免费听全文',
    '配套音频关注晨光文秘公众号就能听',
  ])('knows %s', (line) => {
    expect(calls(line)).toBe(true);
  });

  it.each([
    ['a sentence of the document', '查询成绩的考生，可以关注晨光文秘公众号。'],
    ['a step of instructions', '1. 打开晨光文秘客户端即可看到通知'],
    ['what stands behind a label', '方法二：下载晨光文秘APP直接登录'],
    ['another one', '打开县里的客户端即可缴费'],
    ['what somebody says', '他打开晨光文秘客户端就看起来'],
  ])('leaves %s', (_, line) => {
    expect(calls(line)).toBe(false);
  });

  it('leaves a text about the product itself', () => {
    expect(calls('打开晨光文秘客户端即可投屏', 3)).toBe(false);
  });
});
