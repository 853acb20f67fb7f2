import { describe, expect, it } from 'vitest';
import { cleanPage } from '#lib/clean/clean-page.ts';
import { findDates } from '#lib/clean/metadata/find-dates.ts';

const publishedAt = (head: string, body: string): string | null =>
  cleanPage({
    bytes: new TextEncoder().encode(`<html><head>${head}</head><body>${body}</body></html>`),
    contentType: 'text/html; charset=utf-8',
    url: 'https://www.example.org/x.html',
  }).document.publishedAt;

const TEXT = `<p>${'渡口的老人每天清早把船洗干净，等第一个过河的人来。'.repeat(14)}</p>`;

describe('the day of publication', () => {
  it('is none of the entries of a list', () => {
    const list =
      '<section><h3>更多文章</h3><a><time>2023.02.14</time>桥修好以后的第一个春天</a><a><time>2023.01.30</time>冬天的河</a></section>';
    const by = '<p class="by">沈某 律师　|　2023年3月8日　|　阅读需4分钟</p>';

    expect(publishedAt('', `<h1>渡口的老人</h1>${by}<div>${TEXT}</div>${list}`)).toBe('2023-03-08');
  });

  it('may stand in a link to the page itself', () => {
    const head = '<a href="/x.html"><h1>渡口的老人</h1><time>2023-03-08</time></a>';

    expect(publishedAt('', `${head}<div>${TEXT}</div>`)).toBe('2023-03-08');
  });

  it('is the one an account’s page shows where its script is of another year', () => {
    const page = (shown: string): string =>
      `<h1 id="activity-name">渡口的老人</h1><div><a id="js_name">河边</a> <em id="publish_time">${shown}</em></div><div id="js_content" class="rich_media_content">${TEXT}</div>`;
    const script = '<script>var ct="1610974800";</script>';

    expect(publishedAt(script, page('2021-01-18 21:00'))).toBe('2021-01-18T21:00');
    expect(publishedAt(script, page('2023-06-02 09:30'))).toBe('2023-06-02T09:30');
    expect(publishedAt(script, page('2021-01-18'))).toBe('2021-01-18T21:00:00+08:00');
  });
});

describe('findDates', () => {
  it.each([
    ['(Banshan Daily Online) 13:48, May 22, 2015', '2015-05-22T13:48'],
    ['Posted 8:05 am, 12 June 2015', '2015-06-12T08:05'],
    ['Mar 08 Sun 2015 22:17', '2015-03-08T22:17'],
    ['Sun Mar 08 22:17:00 CST 2015', '2015-03-08T22:17:00'],
    ['Open 9:00-17:00, May 22, 2015', '2015-05-22'],
    ['Open 9:00 to 17:00, May 22, 2015', '2015-05-22'],
    ['Score 3:45 2015-05-22', '2015-05-22'],
  ])('reads the time ahead of a date or inside it: %s', (text, iso) => {
    expect(findDates(text).map((date) => date.iso)).toEqual([iso]);
  });
});
