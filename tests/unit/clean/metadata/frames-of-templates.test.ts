import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../../support/framed-page.ts';

describe('the frames of old and new templates', () => {
  const TITLE = '<title>夏季行船章程-渔湖小站</title>';

  it('parts a path by its links, whatever picture stands between them', () => {
    const above =
      '<div><a href="/">渔湖小站</a><svg></svg><a>章程</a><svg></svg><a>行船</a><svg></svg><span>正文</span></div><h1>夏季行船章程</h1>';

    expect(fieldsOf(TITLE, above).category).toEqual(['章程', '行船']);
  });

  it('has no path in a menu with a guest book', () => {
    const above =
      '<p><a href="/">小屋首页</a> | <a href="/1">章程</a> | <a href="/2">行船</a> | <a href="/3">留言簿</a></p><h1>夏季行船章程</h1>';

    expect(fieldsOf(TITLE, above).category).toEqual([]);
  });

  it('has its path nearer to the title than the slogan', () => {
    const above =
      '<div><a href="/">渔湖小站</a>｜打鱼人，来小站<span>船主登录</span></div><div><a>渔湖小站</a>/<a>章程</a>/<a>行船</a></div><h1>夏季行船章程</h1>';

    expect(fieldsOf(TITLE, above).category).toEqual(['章程', '行船']);
  });

  it('names the chapter with its number', () => {
    const above = '<table><tr><td align="center"><b>第三章　人物</b></td></tr></table>';

    expect(fieldsOf('<title>人物</title>', above).title).toBe('第三章　人物');
    expect(fieldsOf('<title>人物</title>', '<h1>人物</h1>').title).toBe('人物');
  });

  it('has no title in a shelf that its path leads through', () => {
    const path = '<div>主页 &gt; 家长通告 &gt; 2008-2009年度</div>';
    const above = `<ul><li>校历</li><li>家长通告</li></ul>${path}<p><font size="4"><u>夏季行船的安排</u></font></p>`;

    expect(fieldsOf('<title>渔湖小学 - 家长通告</title>', above).title).toBe('夏季行船的安排');
  });

  it('knows the account by what the platform says of it', () => {
    const card = (said: string): string =>
      `<div>夏季行船章程</div><div>石榴叔<i>${said}</i></div><button>+ 跟着听</button><div>2021-06-25 06:30</div>`;

    expect(fieldsOf(TITLE, card('乡村题材创作者')).author).toBe('石榴叔');
    expect(fieldsOf(TITLE, card('现行有效')).author).toBeNull();
  });

  it('takes no state of a regulation for a name', () => {
    const above = '<h1>夏季行船章程</h1><div><span>现行有效</span> 收录日期 2022-03-05</div>';

    expect(fieldsOf(TITLE, above).author).toBeNull();
  });

  it('names who wrote before the public account', () => {
    const above =
      '<h1>夏季行船章程</h1><div><span>原创</span> <span>周行舟</span> <a>小城来信</a> <em>2023-11-02 20:30</em> <em>湖北</em></div>';

    expect(fieldsOf(TITLE, above).author).toBe('周行舟');
  });

  it('names who stands beside the post above their fields, not what the fields say', () => {
    const panel = (name: string): string =>
      `<h1>夏季行船章程</h1><table><tr><td><b>${name}</b><br>级别: 骑士<br>精华: 2<br>发帖: 329</td></tr></table>`;

    expect(fieldsOf(TITLE, panel('阿槐')).author).toBe('阿槐');
    expect(fieldsOf(TITLE, panel('渔湖水产协会')).author).toBeNull();
  });
});
