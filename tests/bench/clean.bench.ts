import { parseDocument } from 'htmlparser2';
import { test } from 'vitest';
import { cleanPage } from '#lib/clean/clean-page.ts';
import { samplePayload, sampleSite } from '#samples/sample-site.ts';

/** The pages of the sample site as their server sends them. */
const pages = Object.entries(sampleSite()).flatMap(([path, page]) => {
  const contentType = page.headers['content-type'] ?? page.headers['Content-Type'] ?? null;
  if (page.file === undefined || !page.file.endsWith('.html')) return [];
  const bytes = samplePayload(page, 'http://127.0.0.1');
  return [{ bytes, contentType, url: `http://127.0.0.1${path}` }];
});

/** Cleaning is to cost no more than twice what parsing alone costs. */
test('clean the sample site, beside parsing alone', async ({ bench }) => {
  await bench.compare(
    bench('htmlparser2 alone', () => {
      for (const { bytes } of pages) parseDocument(new TextDecoder().decode(bytes));
    }),
    bench('cleanPage', () => {
      for (const page of pages) cleanPage(page);
    }),
    { iterations: 20, time: 0, warmupIterations: 2, warmupTime: 0 },
  );
}, 60_000);
