import { describe, expect, test } from 'vitest';
import { leadsHome } from '#lib/clean/metadata/home-link.ts';

describe('leadsHome', () => {
  test.each([
    ['/', 'news.example.cn'],
    ['index.html', 'news.example.cn'],
    ['https://news.example.cn/', 'news.example.cn'],
    ['//www.example.cn', 'm.example.cn'],
    ['http://www.example.com.cn/index.shtml', 'finance.example.com.cn'],
    ['https://www.city.gov.cn/', 'fgw.city.gov.cn'],
    ['https://elsewhere.example/', ''],
  ])('%j is home at %j', (href, host) => {
    expect(leadsHome(href, host)).toBe(true);
  });

  test.each([
    ['https://sports.example.cn/', 'news.example.cn'],
    ['https://mail.example.cn/', 'www.example.cn'],
    ['https://partner.example/', 'www.example.cn'],
    ['http://www.gov.cn/', 'www.city.gov.cn'],
    ['/list/', 'www.example.cn'],
    ['', 'www.example.cn'],
    [undefined, 'www.example.cn'],
  ])('%j is not home at %j', (href, host) => {
    expect(leadsHome(href, host)).toBe(false);
  });
});
