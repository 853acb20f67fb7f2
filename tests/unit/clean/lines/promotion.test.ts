import { describe, expect, it } from 'vitest';
import { applyEdits } from '#lib/clean/block.ts';
import { findPromotions } from '#lib/clean/lines/promotion.ts';

const cleaned = (text: string): string => applyEdits(text, findPromotions(text));

describe('findPromotions', () => {
  it.each([
    '另外，我在科研方面比较薄弱，（更多竞聘演讲稿请访问墨白写作网www.example.com）至今只发表过两篇文章。',
    '另外，我在科研方面比较薄弱，【本文来自某某作文网】至今只发表过两篇文章。',
    '另外，我在科研方面比较薄弱，(来源：某某范文网 www.example.com)至今只发表过两篇文章。',
    '另外，我在科研方面比较薄弱，[转载请注明来自某某网www.example.com]至今只发表过两篇文章。',
    '另外，我在科研方面比较薄弱，（想看更多请关注微信公众号：某某文秘）至今只发表过两篇文章。',
    '另外，我在科研方面比较薄弱，［墨白裁判文书网整理发布］至今只发表过两篇文章。',
    '另外，我在科研方面比较薄弱，论文范本尽在墨白论文网至今只发表过两篇文章。',
    '另外，我在科研方面比较薄弱，(for more essays visit www.example.com)至今只发表过两篇文章。',
    '另外，我在科研方面比较薄弱，（一秒记住墨白书城 mobai.example 手机同步更新）至今只发表过两篇文章。',
    '另外，我在科研方面比较薄弱，【记住本站网址：www.example.com】至今只发表过两篇文章。',
    '另外，我在科研方面比较薄弱，[墨白小说网首发更新最快]至今只发表过两篇文章。',
    '另外，我在科研方面比较薄弱，本文转载自墨白树http://www.mobaishu.example至今只发表过两篇文章。',
    '另外，我在科研方面比较薄弱，本文来源于:墨白树(www.mobaishu.example)整理至今只发表过两篇文章。',
  ])('cuts the site out of %s', (text) => {
    expect(cleaned(text)).toBe('另外，我在科研方面比较薄弱，至今只发表过两篇文章。');
  });

  it.each([
    '更多实习心得请登录墨白盒子(mobai.example)查看。',
    '更多优质公文请登录墨白写作网mobai.example查阅下载。',
  ])('cuts a whole sentence of the site: %s', (sentence) => {
    expect(cleaned(`整顿还将继续。${sentence}全年共走访企业12家。`)).toBe(
      '整顿还将继续。全年共走访企业12家。',
    );
  });

  it.each(['返回渡口，查看更多', '返回岚溪网首页>>', '返回渡口频道 »'])(
    'cuts the way back to the site: %s',
    (back) => {
      expect(cleaned(`整顿还将继续。${back}`)).toBe('整顿还将继续。');
    },
  );

  it.each([
    '他返回首页，查看了更多的留言。',
    '教育部官方门户网站、中国教育新闻网(www.jyb.cn)先后作了报道。',
    '申报材料请登录县政府门户网站（www.example.gov.cn）下载。',
    '纳税人可以自行办理（详情请登录国家税务总局网站查询）。',
    '更多信息请登录县政府门户网站查询。',
    '第一行写着：“本文由墨白范文网整理，希望对您有所帮助。”',
    '省心又省力，购物乐趣尽在互联网，老人家也学会了。',
    '万般滋味，尽在不言中，网上的话听听就好。',
    '我把槐花放在奶奶的照片前面(那是她六十岁那年照的)。',
    '互联网给大家带来了更多便利，我们可以上网查看资料。',
    '他翻开笔记（记住密码，别写在纸上）又合上了。',
    '数据每月更新（手机和电脑同步），误差不大。',
    'See the appendix (page 12) for more.',
  ])('leaves %s alone', (text) => {
    expect(findPromotions(text)).toEqual([]);
  });
});

describe('what came with a promotion', () => {
  it.each([
    ['师傅说，木头会朽，更多日记请收藏河岸作文网，手不会朽。', '师傅说，木头会朽，手不会朽。'],
    [
      '他慢慢地手机用户请访问m.hean.example拔出了木塞，水流了出来。',
      '他慢慢地拔出了木塞，水流了出来。',
    ],
    ['一个孩子的声音，手机用户请浏览wap.hean.example“叔叔在吗”', '一个孩子的声音，“叔叔在吗”'],
  ])('goes with it: %s', (text, rest) => {
    expect(cleaned(text)).toBe(rest);
  });

  it.each([
    '手机用户请到柜台换卡，老人优先。',
    '公告写明：手机用户请访问掌上营业厅办理。',
    '电费可网上缴，手机用户请访问m.hean.example，再输入户号。',
  ])('leaves %s', (text) => {
    expect(cleaned(text)).toBe(text);
  });
});
