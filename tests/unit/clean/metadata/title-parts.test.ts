import { describe, expect, test } from 'vitest';
import { siteHints, stripSite, stripSuffix } from '#lib/clean/metadata/strip-site.ts';
import { titleParts } from '#lib/clean/metadata/title-parts.ts';

const NO_HINTS = siteHints([], '');

describe('titleParts', () => {
  test.each([
    ['社区志愿服务活动总结 - 好文驿站', ['社区志愿服务活动总结', '好文驿站']],
    ['幼儿园保教工作总结-文卷网', ['幼儿园保教工作总结', '文卷网']],
    ['大棚蔬菜委托管理合同--范本铺', ['大棚蔬菜委托管理合同', '范本铺']],
    ['演讲稿|写作网', ['演讲稿', '写作网']],
    ['换个名字 - 写作漫谈 - 书斋论坛', ['换个名字', '写作漫谈', '书斋论坛']],
    ['关于通知的通知_某县人民政府', ['关于通知的通知', '某县人民政府']],
    ['Title » Blog', ['Title', 'Blog']],
    ['Well-known snake_case in 2019-2020', ['Well-known snake_case in 2019-2020']],
    ['发展规划（2023-2027年）', ['发展规划（2023-2027年）']],
    ['', []],
  ])('cuts %j', (title, parts) => {
    expect(titleParts(title).map(({ text }) => text)).toEqual(parts);
  });
});

describe('stripSite', () => {
  test.each([
    ['Nine Minutes: A Talk | Harbour Bank', ['Harbour Bank'], '', 'Nine Minutes: A Talk'],
    ['Harbour Bank | Nine Minutes', ['Harbour Bank'], '', 'Nine Minutes'],
    ['A - B - Example', [], 'www.example.com', 'A - B'],
    ['Example', ['Example'], '', 'Example'],
    ['A - B', ['C'], '', 'A - B'],
  ])('makes of %j with names %j and host %j %j', (title, names, host, expected) => {
    expect(stripSite(title, siteHints(names, host))).toBe(expected);
  });
});

describe('stripSuffix', () => {
  test.each([
    ['A long enough title - Short Site', 'A long enough title'],
    ['Short - A much longer second part here', 'Short - A much longer second part here'],
    ['关于做好参保缴费工作的通知_某县人民政府门户网站', '关于做好参保缴费工作的通知'],
    ['New Links | Hacker Something', 'New Links'],
    ['No separator', 'No separator'],
  ])('makes of %j %j without any hint', (title, expected) => {
    expect(stripSuffix(title, NO_HINTS)).toBe(expected);
  });
});
