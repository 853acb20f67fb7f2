import { describe, expect, it } from 'vitest';
import type { Row } from '#lib/model/row.ts';
import { aContent, aFetch, aRow, countingUlids } from '../../support/manifest-rows.ts';
import { reportOf } from '../../support/report-of.ts';

const ulid = countingUlids(() => 0);
const HOSTILE = '</title></script><script>alert(1)</script><img src=x onerror=alert(1)>\u2028';

function aPublished(n: number, title = `文章 ${n}`): Row {
  return aRow({
    ulid: ulid(),
    canonicalUrl: `https://www.example.com/${n}.html`,
    state: 'published',
    reason: 'new',
    fetch: aFetch({ ms: 10 + n }),
    content: aContent({
      key: `documents/${n}`,
      sha: String(n),
      textSha: String(n),
      title,
      chars: 100 + n,
    }),
  });
}

function dataOf(html: string): { rows: { title?: string; url: string }[] } {
  return JSON.parse(
    /<script type="application\/json" id="report-data">(.*?)<\/script>/s.exec(html)?.[1] ?? '',
  );
}

describe('the report', () => {
  it('has one script that runs, named by its digest, and no address to load from', () => {
    const html = reportOf([aPublished(1, HOSTILE)]);
    const scripts = [...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag);

    expect(scripts).toEqual([
      '<script type="application/json" id="report-data">',
      '<script type="application/json" id="report-views">',
      '<script>',
    ]);
    expect(html.includes('default-src &#39;none&#39;')).toBe(true);
    expect(html.includes('<img')).toBe(false);
    const rest = html.replace(/<script>.*<\/script>/s, '');
    expect(/\s(?:src|href)="(?!#|data:)/.test(rest)).toBe(false);
  });

  it('gives titles back as they were', () => {
    expect(dataOf(reportOf([aPublished(1, HOSTILE)])).rows[0]?.title).toBe(HOSTILE);
  });

  it('says what came of the run in its headline', () => {
    const html = reportOf([aPublished(1), aPublished(2)]);

    expect(html).toContain('2 documents from 2 addresses');
    expect(html).toContain('Nothing to look at');
  });

  it('lists 5,000 at most, failures before ordinary documents', () => {
    const failed = aRow({
      ulid: ulid(),
      canonicalUrl: 'https://www.example.com/zzz.html',
      state: 'failed',
      reason: 'timeout',
    });

    const html = reportOf([...Array.from({ length: 5200 }, (_, n) => aPublished(n)), failed]);

    expect(dataOf(html).rows).toHaveLength(5000);
    expect(dataOf(html).rows.some(({ url }) => url.endsWith('zzz.html'))).toBe(true);
    expect(html).toContain('5,000 of 5,201');
  });

  it('is made of an empty run too', () => {
    const html = reportOf([]);

    expect(html).toContain('0 documents from 0 addresses');
    expect(html).toContain('Nothing was discovered.');
  });
});
