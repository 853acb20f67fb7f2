/**
 * Pictures of report and view for the README: `npm run screenshots`. Needs Chromium and the fonts
 * Inter and Noto CJK (apt-get install chromium fonts-inter fonts-noto-cjk).
 */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { reportHtml } from '../lib/report/report-html.ts';
import { storedSamples } from '../tests/browser/stored-samples.ts';
import { openBrowser } from '../tests/support/chromium.ts';
import { madeUpReport } from './screenshots/made-up-run.ts';

const MAX_BYTES = 150_000;
const PHONE = { width: 390, height: 780 };
const DAMAGED = '关于上半年教育局工作总结';

type Open = Parameters<Awaited<ReturnType<typeof openBrowser>>['open']>[1];

const folder = mkdtempSync(join(tmpdir(), 'winnow-pictures-'));
const made = join(folder, 'made-up.html');
writeFileSync(made, reportHtml(madeUpReport()));
const samples = await storedSamples();
const browser = await openBrowser();
const MADE = pathToFileURL(made).href;
const SAMPLES = pathToFileURL(samples.report).href;
try {
  await take('report.png', SAMPLES, { width: 1200, height: 900 });
  await take('report-dark.png', MADE, { width: 1040, height: 740, colorScheme: 'dark' });
  await take('report-plots.png', MADE, { width: 1200, height: 900 }, (page) =>
    scrollTo(page, '.hosts'),
  );
  await take('report-phone.png', MADE, PHONE);
  await take('view.jpg', SAMPLES, { width: 1200, height: 720 }, (page) => openView(page, DAMAGED));
  await take('view-dark.jpg', SAMPLES, { width: 1120, height: 760, colorScheme: 'dark' }, (page) =>
    openView(page, '小学生校外研学活动'),
  );
  await take('view-phone.jpg', SAMPLES, PHONE, (page) => openView(page, '小学生校外研学活动'));
} finally {
  await browser.close();
  samples.remove();
  rmSync(folder, { recursive: true, force: true });
}

async function take(
  name: string,
  url: string,
  options: Open,
  prepare: (page: Page) => Promise<void> = async () => undefined,
): Promise<void> {
  const { page, troubles } = await browser.open(url, options);
  await prepare(page);
  await page.waitForTimeout(200);
  // pages full of struck characters are half the size as JPEG
  const file = `docs/images/${name}`;
  await page.screenshot(name.endsWith('.jpg') ? { path: file, quality: 74 } : { path: file });
  await page.close();
  const { size } = statSync(file);
  console.log(`${file}  ${size} bytes${troubles.length > 0 ? `  ${troubles.join('; ')}` : ''}`);
  if (size > MAX_BYTES) throw new Error(`${file} is larger than ${MAX_BYTES} bytes`);
}

async function scrollTo(page: Page, selector: string): Promise<void> {
  await page.locator(selector).evaluate((element) => element.scrollIntoView());
}

async function openView(page: Page, words: string): Promise<void> {
  await page.fill('#search', words);
  await page.locator('.row:visible .row-link').first().click();
  await page.waitForSelector('#view .panes');
}
