import { test } from 'vitest';
import { cleanPage } from '#lib/clean/clean-page.ts';
import { traceArticle } from '#lib/clean/trace/trace-article.ts';
import { figuresOfRun } from '#lib/report/figures-of-run.ts';
import { packedView } from '#lib/report/packed-view.ts';
import { pageView } from '#lib/report/page-view.ts';
import { reportHtml } from '#lib/report/report-html.ts';
import { samplePayload, sampleSite } from '#samples/sample-site.ts';
import { madeUpReport } from '../../scripts/screenshots/made-up-run.ts';

const pages = Object.entries(sampleSite()).flatMap(([path, page]) => {
  if (page.file === undefined || !page.file.endsWith('.html')) return [];
  const contentType = page.headers['Content-Type'] ?? null;
  const bytes = samplePayload(page, 'http://127.0.0.1');
  return [{ bytes, contentType, url: `http://127.0.0.1${path}` }];
});

const input = madeUpReport();

/** What a view costs beside the cleaning it shows, and what the page of a run costs. */
test('views of the sample site, and a report of 926 addresses', async ({ bench }) => {
  await bench.compare(
    bench('cleanPage', () => {
      for (const page of pages) cleanPage(page);
    }),
    bench('trace and pack the view', () => {
      for (const page of pages) {
        const { result, pages: traces } = traceArticle([page]);
        packedView(
          pageView(result, traces, {
            outcome: null,
            fetchedAt: null,
            urls: [page.url],
            commands: [],
          }),
        );
      }
    }),
    { iterations: 5, time: 0, warmupIterations: 1, warmupTime: 0 },
  );
  await bench.compare(
    bench('figures', () => {
      figuresOfRun(input.record, input.outcomes, input.earlier, null);
    }),
    bench('page', () => {
      reportHtml(input);
    }),
    { iterations: 10, time: 0, warmupIterations: 1, warmupTime: 0 },
  );
}, 120_000);
