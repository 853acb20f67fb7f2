import { describe, expect, it } from 'vitest';
import { detectTrap } from '#lib/source/detect-trap.ts';
import { processorTime } from '../../support/processor-time.ts';

const now = new Date('2026-06-01T00:00:00Z');

describe('detectTrap', () => {
  it.each([
    [`http://a.cn/${'x'.repeat(2000)}`, 'too-long'],
    [
      `http://a.cn/?${Array.from({ length: 17 }, (_, n) => `f${n}=1`).join('&')}`,
      'many-parameters',
    ],
    [`http://a.cn/${Array.from({ length: 21 }, (_, n) => `d${n}`).join('/')}`, 'many-segments'],
    ['http://a.cn/news/news/news/1.html', 'repeated-segments'],
    ['http://a.cn/a/b/a/b/a/b', 'repeated-segments'],
    ['http://a.cn/a/b/c/a/b/c/a/b/c/d', 'repeated-segments'],
    ['http://a.cn/x/a/x/b/x/c/x/d/x', 'repeated-segments'],
    ['http://a.cn/?sid=ABCDEFGHIJKLMNOPQRSTUVWX', 'session-id'],
    ['http://a.cn/list?page=1001', 'endless-pagination'],
    ['http://a.cn/calendar/2031/05/', 'calendar'],
    ['http://a.cn/events?month=2040-01', 'calendar'],
    ['http://a.cn/?calendar=1&date=1801-01-01', 'calendar'],
  ])('takes %s for %s', (url, trap) => {
    expect(detectTrap(url, now)).toBe(trap);
  });

  it.each([
    'http://a.cn/',
    'http://a.cn/2031/05/06/report.html',
    'http://a.cn/calendar/2026/05/',
    'http://a.cn/news/2024/05/05/05/1.html',
    'http://a.cn/zwgk/zwgk/1.html',
    'http://a.cn/a/b/a/b/1.html',
    'http://a.cn/list?page=1000',
    'http://a.cn/list?start=5000',
    'http://a.cn/art/20240101/123456789.html',
    'http://a.cn/?id=ABCDEFGHIJKLMNOPQRSTUVWX',
    'http://a.cn/?s=short',
    'http://a.cn/events/t20231231_99.html',
  ])('lets %s pass', (url) => {
    expect(detectTrap(url, now)).toBeNull();
  });

  it('takes time in proportion to the length', () => {
    const time = processorTime(() => {
      for (const text of ['a/', '1-', '/2031', '?s=', 'calendar']) {
        detectTrap(`http://a.cn/${text.repeat(1990 / text.length)}`, now);
      }
    });
    expect(time).toBeLessThan(2000);
  });
});
