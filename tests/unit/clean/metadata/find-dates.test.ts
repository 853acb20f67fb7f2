import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { findDates, readDate } from '#lib/clean/metadata/find-dates.ts';
import { processorTime } from '../../../support/processor-time.ts';

const all = (text: string, monthFirst = false): string[] =>
  findDates(text, { monthFirst }).map(({ iso }) => iso);

describe('findDates', () => {
  test.each([
    ['时间:2022-11-25 05:41:00', '2022-11-25T05:41:00'],
    ['时间:2007/1/22栏目:工作总结', '2007-01-22'],
    ['日期:2006-1-9　来源:网络', '2006-01-09'],
    ['发表于 2011-11-3 22:48 资料', '2011-11-03T22:48'],
    ['二〇二一年三月二十二日', '2021-03-22'],
    ['二○一○年十月三十日', '2010-10-30'],
    ['一九九八年廿八日', null],
    ['2020年3月5日 下午3:20', '2020-03-05T15:20'],
    ['２０２０年３月５日　１５：２０', '2020-03-05T15:20'],
    ['2020年3月5日15时20分', '2020-03-05T15:20'],
    ['2020-01-13 星期三 10:20:30', '2020-01-13T10:20:30'],
    ['2020年1月13日 （星期一） 10:20', '2020-01-13T10:20'],
    ['民國110年3月5日', '2021-03-05'],
    ['令和元年5月1日', '2019-05-01'],
    ['2020/3/5(木) 10:00', '2020-03-05T10:00'],
    ['2020년 3월 5일 오후 3:20', '2020-03-05T15:20'],
    ['2021-08-16T07:45:00+08:00', '2021-08-16T07:45:00+08:00'],
    ['2020-03-05T10:00:00.000Z', '2020-03-05T10:00:00Z'],
    ['2020-03-05T10:00:00+0100', '2020-03-05T10:00:00+01:00'],
    ['Thu, 05 Mar 2020 10:00:00 GMT', '2020-03-05T10:00:00Z'],
    ['Posted 24 June 2018 · By Agnes Lau', '2018-06-24'],
    ['March 5th, 2020 at 3:20 pm', '2020-03-05T15:20'],
    ['12 May 2020 12:05 AM', '2020-05-12T00:05'],
    ['Sep 21 Mon 2015 23:14', '2015-09-21T23:14'],
    ['Sep 21 Lauds 2015', null],
    ['Jan. 5, 2020 10:00 EST', '2020-01-05T10:00-05:00'],
    ['05-Mar-2020', '2020-03-05'],
    ['2020 March 5', '2020-03-05'],
    ['5. März 2020, 14:30 Uhr', '2020-03-05T14:30'],
    ['الأربعاء، 07 أكتوبر 2020', '2020-10-07'],
    ['5. März 2020, 14.30 Uhr', '2020-03-05T14:30'],
    ['31.05.2012', '2012-05-31'],
    ['31. 5. 2012', '2012-05-31'],
    ['31.05.12', '2012-05-31'],
    ['26 | 01 | 2022', '2022-01-26'],
    ['le 1er janvier 2020 à 14h30', '2020-01-01T14:30'],
    ['5 de marzo de 2020', '2020-03-05'],
    ['5 de março de 2020', '2020-03-05'],
    ['5 marzo 2020', '2020-03-05'],
    ['5 maart 2020', '2020-03-05'],
    ['20 maja 2020', '2020-05-20'],
    ['5 мая 2020', '2020-05-05'],
    ['5 augusti 2020', '2020-08-05'],
    ['March 2020', '2020-03'],
    ['2020年3月', '2020-03'],
    ['2023-02-30', null],
    ['2020-13-01', null],
    ['1066-10-14', null],
    ['电话：2020-12345678', null],
    ['第2020-12号', null],
    ['Copyright © 2020', null],
    ['2019-2020年度', null],
    ['version 10.2.3', null],
    ['12:30', null],
    ['', null],
  ])('reads %j as %j', (text, expected) => {
    expect(all(text)[0] ?? null).toBe(expected);
  });

  it('takes a number over 12 for the day in either order', () => {
    expect(all('13/05/2020')).toEqual(['2020-05-13']);
    expect(all('05/13/2020')).toEqual(['2020-05-13']);
  });

  it('lets the language decide an ambiguous order, but never for dots', () => {
    expect(all('01/02/2020')).toEqual(['2020-02-01']);
    expect(all('01/02/2020', true)).toEqual(['2020-01-02']);
    expect(all('01.02.2020', true)).toEqual(['2020-02-01']);
  });

  it('gives all dates of a line with their places', () => {
    const text = '发布时间：2020-01-13 更新时间：2020-02-01 10:00';

    expect(findDates(text)).toEqual([
      { iso: '2020-01-13', from: 5, to: 15 },
      { iso: '2020-02-01T10:00', from: 21, to: 37 },
    ]);
  });

  it('reads eight digits only where a machine wrote them', () => {
    expect(all('20200305')).toEqual([]);
    expect(readDate('20200305')).toBe('2020-03-05');
  });

  it('never gives a day the calendar does not have, whatever the text', () => {
    const piece = fc.constantFrom(
      '2020',
      '1999',
      '02',
      '30',
      '31',
      '/',
      '-',
      '.',
      ' ',
      '年',
      '月',
      '日',
      'March',
      'May',
      ':',
      'T',
      'Z',
      '二',
      '〇',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        for (const { iso } of findDates(pieces.join(''), { compact: true })) {
          const day = iso.slice(0, 10);
          const parsed = new Date(day.length === 7 ? `${day}-01` : day);
          expect(parsed.toISOString().startsWith(day)).toBe(true);
        }
      }),
    );
  });

  test.each([
    '1'.repeat(100_000),
    '2020-'.repeat(20_000),
    '年'.repeat(100_000),
    'a '.repeat(50_000),
  ])('is quick on adversarial text', (text) => {
    expect(processorTime(() => void findDates(text))).toBeLessThan(200);
  });
});
