import { lookupIds } from '#lib/consume/lookup.ts';
import type { ObjectStore } from '#lib/io/object-store.ts';
import { warcReader } from '#lib/io/warc-reader.ts';
import type { RunRecord } from '#lib/model/run.ts';
import { viewHtml } from '#lib/report/view-html.ts';
import { viewOrder } from '#lib/report/view-order.ts';
import { viewOfPage } from '#lib/run/view-of-page.ts';
import type { Pages } from './serve-pages.ts';
import { storeReportOf } from './store-report.ts';

const VIEW_PATH = /^\/view\/([0-9a-f]{24})$/;

/** What `report --serve` serves: the report at /, and the view of every cleaned page, made when asked for. */
export function reportPages(store: ObjectStore, location: string, record: RunRecord): Pages {
  let page: Promise<{ html: string; ids: string[] }> | null = null;
  const report = (): NonNullable<typeof page> => {
    page ??= storeReportOf(store, location, record, { maxViews: 0, viewsAt: '/view/' }).then(
      ({ html, input }) => {
        const viewable = new Set(viewOrder(input.outcomes).map(({ id }) => id));
        const ids = input.outcomes.map(({ id }) => id).filter((id) => viewable.has(id));
        return { html, ids };
      },
    );
    return page;
  };
  return async (path) => {
    if (path === '/') return (await report()).html;
    const id = VIEW_PATH.exec(path)?.[1];
    if (id === undefined) return null;
    const known = (await lookupIds(store, new Set([id]))).get(id);
    const pages = { store, raw: warcReader(store), location };
    const view = known ? await viewOfPage(pages, known, record.source.rules) : null;
    if (view === null) return null;
    const { ids } = await report();
    const at = ids.indexOf(id);
    const href = (to: string | undefined): string | null => (to ? `/view/${to}` : null);
    return viewHtml(view, {
      previous: at > 0 ? href(ids[at - 1]) : null,
      next: at >= 0 ? href(ids[at + 1]) : null,
      up: '/',
    });
  };
}
