import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blockText } from '#lib/clean/block.ts';
import { cleanArticle } from '#lib/clean/clean-article.ts';
import { tracePage } from '#lib/clean/clean-page.ts';
import { traceArticle } from '#lib/clean/trace/trace-article.ts';
import type { CleanInput } from '#lib/model/cleaning.ts';

const PAGES = join(import.meta.dirname, '../../../golden/pages');
const SPACE = /\s+/gu;

function inputOf(slug: string): CleanInput {
  const file = (name: string): string => join(PAGES, slug, name);
  const { contentType, url } = JSON.parse(readFileSync(file('page.json'), 'utf8'));
  const source = existsSync(file('source.txt')) ? 'source.txt' : 'source.html';
  return { bytes: readFileSync(file(source)), contentType, url };
}

const page = (html: string): CleanInput => ({
  bytes: new TextEncoder().encode(html),
  contentType: 'text/html; charset=utf-8',
  url: 'https://www.example.com/a.html',
});

const PROSE =
  '秋天到了，田野里一片金黄。农民伯伯开着收割机，把成熟的稻子收进粮仓，脸上露出了丰收的喜悦。';

describe.each(readdirSync(PAGES))('the trace of %s', (slug) => {
  const input = inputOf(slug);
  const { result, pages } = traceArticle([input]);
  const { trace } = tracePage(input);
  const [first] = pages;

  it('holds every character of the page as fetched', () => {
    const shown = first?.before.map(({ pieces }) => pieces.map(({ text }) => text).join(''));

    expect(shown).toEqual(trace.source.map(blockText));
  });

  it('comes to the document when removed pieces go and repairs are made', () => {
    const left = (first?.before ?? []).flatMap(({ pieces }) =>
      pieces.map(({ text, now, reason }) => (reason ? '' : (now ?? text))),
    );

    expect(left.join('').replace(SPACE, '')).toBe(result.document.text.replace(SPACE, ''));
  });

  it('marks repairs of the document where its text differs', () => {
    for (const { cells, fixes } of first?.after ?? []) {
      const text = cells.map((spans) => spans.map((span) => span.text).join('')).join('\t');
      for (const fix of fixes) {
        expect(fix.to).toBeLessThanOrEqual(text.length);
        expect(text.slice(fix.from, fix.to)).not.toBe(fix.was);
      }
    }
  });
});

describe('traceArticle', () => {
  it('gives the same document as cleaning', () => {
    const input = inputOf('genre--lanxi-2');

    expect(traceArticle([input]).result).toEqual(cleanArticle([input]));
  });

  it('has a trace for each page of an article', () => {
    const parts = [page(`<p>${PROSE}</p>`), page(`<p>${PROSE.replaceAll('秋', '春')}</p>`)];

    const { pages, result } = traceArticle(parts);

    expect(pages).toHaveLength(2);
    expect(result.document.pageCount).toBe(2);
  });
});

describe('the page as harmless HTML', () => {
  const hostile = `<html><head><base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=//evil.example">
<style>@import url(//evil.example/a.css); body{background:url(//evil.example/b.png)}</style><link rel="stylesheet" href="//evil.example/c.css"></head>
<body onload="steal()"><p style="background:url(//evil.example/d.png)" onclick="steal()">${PROSE}</p>
<p>${PROSE}<a href="javascript:steal()">链接</a><img src="//evil.example/e.gif" onerror="steal()" alt="&quot;><script>steal()</script>"></p>
<svg onload="steal()"><script>steal()</script></svg><iframe src="//evil.example/f" srcdoc="<script>steal()</script>"></iframe>
<form action="//evil.example/g"><input autofocus onfocus="steal()"><button formaction="javascript:steal()">好</button></form>
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=steal()&gt;"></table></mtext></math>
<object data="//evil.example/h"></object><embed src="//evil.example/i"><video src="//evil.example/j" poster="//evil.example/k"></video></body></html>`;
  const html = traceArticle([page(hostile)]).pages[0]?.html ?? '';

  it('keeps the text and the structure', () => {
    expect(html).toContain('<p>秋天到了');
    expect(html).toContain('class="w-link"');
  });

  it('has no tag, attribute or address that could run or load anything', () => {
    const tags = [...html.matchAll(/<([a-z0-9]+)((?:\s[^>]*)?)>/g)];

    expect(tags.map(([, name]) => name)).toEqual(
      expect.not.arrayContaining(['script', 'style', 'iframe', 'svg', 'img', 'form', 'base']),
    );
    expect(tags.map(([, , attributes]) => attributes).join(' ')).not.toMatch(
      /\son|\s(?:href|src|style|action|background|srcdoc|poster)=/i,
    );
    expect(html).not.toContain('evil.example');
  });

  it('is not made for a text, and survives a page made to hurt', () => {
    const text = { ...page(PROSE), contentType: 'text/plain; charset=utf-8' };
    const nested = traceArticle([page(`${'<div>'.repeat(20_000)}${PROSE}`)]).pages[0];

    expect(traceArticle([text]).pages[0]?.html).toBeNull();
    expect(nested?.before.length).toBeGreaterThan(0);
  });
});
