import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { traceArticle } from '#lib/clean/trace/trace-article.ts';
import { type PageView, pageView } from '#lib/report/page-view.ts';
import { viewHtml } from '#lib/report/view-html.ts';
import { samplePayload, sampleSite } from '#samples/sample-site.ts';
import { type Browser, openBrowser, whyNoChromium } from '../support/chromium.ts';

const ORIGIN = 'http://127.0.0.1:8080';
const missing = whyNoChromium();

function viewOf(html: string | Uint8Array, contentType = 'text/html; charset=utf-8'): PageView {
  const bytes = typeof html === 'string' ? new TextEncoder().encode(html) : html;
  const { result, pages } = traceArticle([{ bytes, contentType, url: `${ORIGIN}/a.html` }]);
  return pageView(result, pages, {
    outcome: null,
    fetchedAt: null,
    urls: [`${ORIGIN}/a.html`],
    commands: [{ label: 'From complaint to test:', command: 'winnow cases add page.html' }],
  });
}

function sampleView(path: string): PageView {
  const page = sampleSite()[path];
  if (!page) throw new Error(`no page ${path}`);
  return viewOf(samplePayload(page, ORIGIN), page.headers['Content-Type']);
}

const PROSE =
  '秋天到了，田野里一片金黄。农民伯伯开着收割机，把成熟的稻子收进粮仓，脸上露出了丰收的喜悦。';
/** Each tries to run, to load or to leave; `gotcha` is what they would call. */
const HOSTILE: Readonly<Record<string, string>> = {
  'scripts and handlers': `<script>gotcha()</script><body onload="gotcha()" onpageshow="gotcha()"><p onmouseover="gotcha()">${PROSE}</p><img src="x" onerror="gotcha()"><details open ontoggle="gotcha()"><summary>x</summary></details><video><source onerror="gotcha()"></video>`,
  'addresses that run': `<p>${PROSE}<a href="javascript:gotcha()" autofocus onfocus="gotcha()">一</a><a href="data:text/html,<script>gotcha()</script>">二</a></p><form action="javascript:gotcha()"><button>三</button></form>`,
  'refresh and base': `<meta http-equiv="refresh" content="0;url=http://evil.invalid/"><base href="http://evil.invalid/" target="_top"><p>${PROSE}<a href="b.html">四</a></p>`,
  'styles that load': `<style>@import url(http://evil.invalid/a.css);body{background:url(http://evil.invalid/b.png)}@font-face{font-family:x;src:url(http://evil.invalid/c.woff)}</style><link rel="stylesheet" href="http://evil.invalid/d.css"><link rel="preconnect" href="http://evil.invalid/"><p style="background:url(http://evil.invalid/e.png);position:fixed;inset:0">${PROSE}</p>`,
  'frames and media': `<iframe src="http://evil.invalid/f" srcdoc="<script>parent.gotcha()</script>"></iframe><object data="http://evil.invalid/g"></object><embed src="http://evil.invalid/h"><video src="http://evil.invalid/i" poster="http://evil.invalid/j" autoplay></video><img srcset="http://evil.invalid/k 1x"><p>${PROSE}</p>`,
  'forms that leave': `<form action="http://evil.invalid/" id="f"><input name="a" value="b" autofocus onfocus="gotcha()"><button formaction="javascript:gotcha()">好</button></form><button form="f">好</button><p>${PROSE}</p>`,
  'SVG and MathML': `<svg onload="gotcha()"><script>gotcha()</script><animate onbegin="gotcha()" attributeName="x"/><use href="http://evil.invalid/l.svg#m"/><foreignObject><iframe src="javascript:parent.gotcha()"></iframe></foreignObject></svg><math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=gotcha()&gt;"></table></mtext></math><p>${PROSE}</p>`,
  'text that looks like markup': `<title>&lt;/script&gt;&lt;script&gt;gotcha()&lt;/script&gt;</title><h1>&lt;img src=x onerror=gotcha()&gt;</h1><p>${PROSE}&lt;/script&gt;&lt;script&gt;gotcha()&lt;/script&gt;\u2028\u2029&lt;!--</p><img alt='"&gt;&lt;script&gt;gotcha()&lt;/script&gt;' src="x">`,
  'metadata that is markup': `<meta property="og:title" content="&lt;img src=x onerror=gotcha()&gt;"><meta name="author" content="&lt;script&gt;gotcha()&lt;/script&gt;"><script type="application/ld+json">{"@type":"Article","headline":"</"+"script><script>gotcha()","author":"<img src=x onerror=gotcha()>"}</script><p>${PROSE}</p>`,
};

describe.skipIf(missing !== null)('the view', () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'winnow-view-'));
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function saved(name: string, view: PageView): string {
    const file = join(folder, `${name.replaceAll(' ', '-')}.html`);
    writeFileSync(file, viewHtml(view));
    return pathToFileURL(file).href;
  }

  const damaged = '/texts/001_d338a8111b9f731b.txt';

  it('strikes through what was removed, by reason, and shows repairs as old and new', async () => {
    const { page, troubles, requests } = await browser.open(saved('damaged', sampleView(damaged)));

    const cut = page.locator('del.cut.reason-related').first();
    expect(await cut.textContent()).toContain('相關(guān)推薦');
    expect(await cut.evaluate((element) => getComputedStyle(element).textDecorationLine)).toBe(
      'line-through',
    );
    const colours = await page.$$eval('del.cut', (cuts) => [
      ...new Set(
        cuts.map((one) => `${one.getAttribute('data-reason')} ${getComputedStyle(one).color}`),
      ),
    ]);
    expect(new Set(colours.map((one) => one.split(' ').slice(1).join(' '))).size).toBe(
      colours.length,
    );
    const fix = page.locator('.fix', { hasText: '學(xué)發(fā)' }).first();
    expect(await fix.locator('del').textContent()).toBe('學(xué)發(fā)');
    expect(await fix.locator('ins').textContent()).toBe('学发');
    expect(await page.locator('.text mark.fixed').first().getAttribute('title')).toContain('was: ');
    expect({ troubles, requests }).toEqual({ troubles: [], requests: [] });
    await page.close();
  });

  it('tells where every field came from, completeness, charset and the command for a case', async () => {
    const { page } = await browser.open(saved('fields', sampleView('/wenku/p-50311.html')));

    expect(await page.locator('.fields tr', { hasText: 'Published' }).textContent()).toBe(
      'Published2021-04-09date-element',
    );
    expect(await page.locator('.fields tr', { hasText: 'Charset' }).textContent()).toContain(
      'utf-8',
    );
    expect(await page.textContent('.completeness')).toMatch(
      /^Not whole: a viewer shows only part of the file(?:Flags: |$)/,
    );
    await page.click('.commands summary');
    expect(await page.textContent('.commands code')).toBe('winnow cases add page.html');
    await page.close();
  });

  it('hides and shows the pieces of a reason, and steps from change to change', async () => {
    const { page } = await browser.open(saved('reasons', sampleView('/wenku/p-50311.html')));
    const related = page.locator('del.reason-related');
    const before = await related.locator('visible=true').count();

    await page.click('.chip.reason-related');
    expect(await related.locator('visible=true').count()).toBe(0);
    await page.click('.chip.reason-related');
    expect(await related.locator('visible=true').count()).toBe(before);
    await page.keyboard.press('n');
    await page.keyboard.press('n');
    expect(await page.textContent('.status')).toMatch(/^change 2 of \d+$/);
    await page.keyboard.press('p');
    expect(await page.textContent('.status')).toMatch(/^change 1 of/);
    await page.close();
  });

  it('finds words on both sides', async () => {
    const { page } = await browser.open(saved('search', sampleView('/wenku/p-50311.html')));

    await page.keyboard.press('/');
    await page.keyboard.type('研学活动');
    expect(Number((await page.textContent('.status'))?.split(' ')[0])).toBeGreaterThan(3);
    await page.keyboard.press('Enter');
    expect(await page.textContent('.status')).toMatch(/^1 of/);
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(1);
    await page.close();
  });

  it('shows one side at a time on a phone, no wider than the phone', async () => {
    const { page } = await browser.open(saved('phone', sampleView(damaged)), {
      width: 390,
      height: 844,
    });

    expect(await page.isVisible('.pane.before')).toBe(true);
    expect(await page.isVisible('.pane.after')).toBe(false);
    await page.click('.tab-after');
    expect(await page.isVisible('.pane.after')).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.close();
  });

  it('says what language its text is, so that it is set in the right glyphs', async () => {
    const { page } = await browser.open(saved('language', sampleView(damaged)));

    expect(await page.getAttribute('.text', 'lang')).toBe('zh-Hans');
    expect(await page.getAttribute('h1', 'lang')).toBe('zh-Hans');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await page.close();
  });

  it.each(Object.entries(HOSTILE))('lets %s do nothing', async (name, html) => {
    const { page, troubles, requests } = await browser.open(saved(name, viewOf(html)));
    const isCalled = () => page.evaluate(() => 'called' in globalThis);
    await page.evaluate(() => {
      Object.assign(globalThis, { gotcha: () => Object.assign(globalThis, { called: true }) });
    });
    const address = page.url();

    await page.keyboard.press('m'); // as it was built
    await page.waitForTimeout(150);
    await page.$$eval('.pieces *, .text *', (elements) => {
      for (const name of ['click', 'mouseover', 'focus', 'error', 'load', 'toggle']) {
        for (const element of elements) element.dispatchEvent(new Event(name, { bubbles: true }));
      }
    });
    await page.waitForTimeout(50);

    expect(await isCalled()).toBe(false);
    expect(page.url()).toBe(address);
    expect(requests.filter((url) => !url.startsWith('about:'))).toEqual([]);
    expect(troubles).toEqual([]);
    await page.close();
  });

  it('would stop what sanitising let through: the frame runs and loads nothing', async () => {
    const view = viewOf(`<p>${PROSE}</p>`);
    const [first] = view.pages;
    const evil = `<h1><a href="http://evil.invalid/" target="_top">${PROSE}</a></h1><img src="http://evil.invalid/a.png" onerror="parent.gotcha()"><script>parent.gotcha()</script><style>body{background:url(http://evil.invalid/b.png)}</style>`;
    const { page, requests } = await browser.open(
      saved('let-through', { ...view, pages: first ? [{ ...first, html: evil }] : [] }),
    );
    await page.evaluate(() => {
      Object.assign(globalThis, { gotcha: () => Object.assign(globalThis, { called: true }) });
    });

    await page.keyboard.press('m');
    const frame = await page.locator('iframe').boundingBox();
    await page.mouse.click((frame?.x ?? 0) + 60, (frame?.y ?? 0) + 60);
    await page.waitForTimeout(200);

    expect(await page.evaluate(() => 'called' in globalThis)).toBe(false);
    expect(requests.filter((url) => !url.startsWith('about:'))).toEqual([]);
    expect(page.url()).toContain('let-through');
    await page.close();
  });
});
