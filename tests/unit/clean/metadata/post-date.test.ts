import { describe, expect, it } from 'vitest';
import { cleanPage } from '#lib/clean/clean-page.ts';

const PROSE = [
  '今年的桃子比去年早熟了十天，头一批摘下来，个头不大，甜是甜的，收购的人给的价钱一天一个样。',
  '我家的两亩半，前后摘了七趟，卖了一万一千块，刨去肥料、农药和请人的工钱，落到手里的不到一半。',
  '有人问我明年还种不种，种，树都在那里，总不能砍了烧火，只是要把早熟的换成晚熟的，错开日子。',
];

function page(head: string, below: string): ReturnType<typeof cleanPage>['document'] {
  const html = `<html><head><meta charset="utf-8"><title>石桥论坛--两亩半桃子的账</title></head><body>
<table><tr><td><a href="/">石桥论坛</a> → <a>种植</a> → 浏览：两亩半桃子的账</td></tr></table>
<table><tr><td><b>* 帖子主题：</b> 两亩半桃子的账</td></tr></table>
<table><tr><td><b>桃花渡</b><br>等级：骑士<br>威望：3<br>文章：219<br>注册：2003-2-14</td><td>${head}<hr><font><blockquote><b>两亩半桃子的账</b><br>${PROSE.join('<br><br>')}</blockquote></font></td></tr>${below}</table></body></html>`;
  return cleanPage({
    bytes: new TextEncoder().encode(html),
    contentType: 'text/html',
    url: 'http://bbs.shiqiao.example/dispbbs.asp?boardID=4&ID=1',
  }).document;
}

describe('a thread of an old board', () => {
  const buttons = '<a>小档案</a> <a>短信</a> <a>引用</a> <a>回复</a>　<b>楼主</b>';

  it('has its day below the post, its topic behind a label, and who opened it in the panel', () => {
    const { title, author, publishedAt, category, text } = page(
      buttons,
      '<tr><td>2005-8-8 19:42:00</td><td>IP: 已记录</td></tr>',
    );

    expect({ title, author, publishedAt, category }).toEqual({
      title: '两亩半桃子的账',
      author: '桃花渡',
      publishedAt: '2005-08-08T19:42:00',
      category: ['种植'],
    });
    expect(text.split('\n')[0]).toBe(PROSE[0]);
  });

  it('has no day in the note of an edit', () => {
    const { publishedAt } = page(
      buttons,
      '<tr><td>[此贴子已经被作者于2005-8-9 20:01:15编辑过]</td></tr><tr><td>2005-8-8 19:42:00</td></tr>',
    );

    expect(publishedAt).toBe('2005-08-08T19:42:00');
  });

  it('has the day of its head first', () => {
    const { publishedAt } = page(
      `发表于 2005-8-7 10:00:00 ${buttons}`,
      '<tr><td>2005-8-8 19:42:00</td></tr>',
    );

    expect(publishedAt).toBe('2005-08-07T10:00:00');
  });
});
