import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONTENT_POLICY } from '#lib/report/html/document-shell.ts';
import { findRun } from '../../bin/cli/find-run.ts';
import { reportPages } from '../../bin/cli/report-pages.ts';
import { servePages } from '../../bin/cli/serve-pages.ts';
import { type Browser, openBrowser, type Watched, whyNoChromium } from '../support/chromium.ts';
import { seriousFindings } from './accessibility.ts';
import { type StoredSamples, storedSamples } from './stored-samples.ts';

const missing = whyNoChromium();
if (missing) process.stderr.write(`tests/browser are skipped: ${missing}\n`);

describe.skipIf(missing !== null)('the report of the sample run', () => {
  let samples: StoredSamples;
  let browser: Browser;
  let served: Awaited<ReturnType<typeof servePages>>;
  beforeAll(async () => {
    samples = await storedSamples();
    browser = await openBrowser();
    const record = await findRun(samples.store, undefined);
    served = await servePages(reportPages(samples.store, samples.folder, record), {
      port: 0,
      policy: CONTENT_POLICY,
    });
  });
  afterAll(async () => {
    await served?.close();
    await browser?.close();
    samples?.remove();
  });

  const fromDisk = () => browser.open(pathToFileURL(samples.report).href);
  const overHttp = () => browser.open(served.url);

  it.each([
    ['from disk', fromDisk],
    ['over HTTP', overHttp],
  ])('opens %s with all its plots, no console error and no request', async (_, open) => {
    const { page, troubles, requests } = await open();

    expect(await page.textContent('h1')).toBe('30 documents from 70 addresses');
    expect(await drawnPlots(page)).toEqual([true, true, true, true, true]);
    expect(await page.locator('.row').count()).toBe(70);
    expect({ troubles, requests }).toEqual({ troubles: [], requests: [] });
    await page.close();
  });

  it('shows the way of all 70 URLs, each step with its states and reasons', async () => {
    const { page } = await fromDisk();

    const steps = await page.locator('.funnel .step strong').allTextContents();
    const leaving = await page.locator('.funnel .leaving b').allTextContents();

    expect(steps).toEqual(['70', '66', '59', '42', '30']);
    expect(leaving.reduce((sum, text) => sum + Number(text), 0)).toBe(70 - 30);
    await page.close();
  });

  it('filters by a step of the funnel, by selects and by words, and remembers it in its address', async () => {
    const { page } = await fromDisk();
    const shown = () => page.locator('.row:visible').count();

    await page.click('.chip[data-filter="state:no-document reason:login-wall"]');
    expect(await shown()).toBe(4);
    await page.click('#clear');
    await page.selectOption('select[name=state]', 'gone');
    expect(await shown()).toBe(3);
    await page.fill('#search', '民宿经营');
    expect(await shown()).toBe(1);
    expect(await page.textContent('#count')).toBe('1 of 70 addresses');
    expect(decodeURIComponent(page.url())).toContain('#q=民宿经营');
    await page.close();
  });

  it('is used by keys: search, rows, view, next page, back', async () => {
    const { page, troubles, requests } = await fromDisk();

    await page.keyboard.press('/');
    await page.keyboard.type('is:document 教育局');
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    const first = await focusedText(page);
    await page.keyboard.press('Enter');
    await page.waitForSelector('#view .panes');
    expect(await page.textContent('#view h1')).toBe(first);
    await page.keyboard.press('j');
    await page.waitForFunction(
      (was) =>
        document.querySelector('#view h1')?.textContent !== was ||
        document.querySelector('.place')?.textContent?.startsWith('2 '),
      first,
    );
    expect(await page.textContent('.place')).toMatch(/^2 of/);
    await page.keyboard.press('Escape');
    expect(await page.isVisible('#view')).toBe(false);
    await page.keyboard.press('?');
    expect(await page.isVisible('#help')).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('t');
    expect(await page.textContent('#theme-button')).toBe('Theme: light');
    expect({ troubles, requests }).toEqual({ troubles: [], requests: [] });
    await page.close();
  });

  it('opens the view of any cleaned page from disk, and tells how to see the others', async () => {
    const { page } = await fromDisk();

    await page.fill('#search', 'state:no-document reason:login-wall');
    await page.locator('.row:visible .row-link').first().click();
    await page.waitForSelector('#view .panes');
    expect(await page.textContent('.completeness')).toContain(
      'No document: the page asks to log in',
    );
    await page.keyboard.press('Escape');
    await page.fill('#search', 'state:robots-disallowed');
    await page.locator('.row:visible .row-link').first().click();
    expect(await page.textContent('#view .command code')).toMatch(/^winnow history [0-9a-f]{24}$/);
    await page.close();
  });

  it('leads over HTTP to the view of every page, made when asked for, and back', async () => {
    const watched = await overHttp();
    const { page, troubles } = watched;

    await page.fill('#search', '关于下达2023年度农村');
    await page.locator('.row:visible .row-link').first().click();
    await page.waitForURL(/\/view\/[0-9a-f]{24}$/);
    await page.waitForSelector('.panes');
    expect(await page.textContent('h1')).toContain('农村');
    await page.keyboard.press('j');
    await page.waitForSelector('.panes');
    await page.keyboard.press('Escape');
    await page.waitForURL(served.url);
    expect(troubles).toEqual([]);
    await page.close();
  });

  it.each([
    ['on a screen', { colorScheme: 'light' }],
    ['in the dark', { colorScheme: 'dark' }],
    ['on a phone', { width: 390, height: 844 }],
  ] as const)('has no serious accessibility finding %s, nor has its view', async (_, options) => {
    const { page } = await browser.open(pathToFileURL(samples.report).href, options);

    expect(await seriousFindings(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await page.fill('#search', '关于上半年教育局工作总结');
    await page.locator('.row:visible .row-link').first().click();
    await page.waitForSelector('#view .panes');
    expect(await seriousFindings(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await page.close();
  });
});

async function drawnPlots(page: Page): Promise<boolean[]> {
  return await page.$$eval('.plot canvas', (canvases) =>
    canvases.map((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const pixels = (canvas as HTMLCanvasElement)
        .getContext('2d')
        ?.getImageData(0, 0, width, height);
      return new Set(new Uint32Array(pixels?.data.buffer ?? new ArrayBuffer(0))).size > 4;
    }),
  );
}

async function focusedText(page: Page): Promise<string> {
  return await page.evaluate(() => document.activeElement?.textContent ?? '');
}

/** Pixels by which the page is wider than its window. */
async function overflow(page: Watched['page']): Promise<number> {
  return await page.evaluate(() =>
    Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
  );
}
