import { documentShell } from './html/document-shell.ts';
import { html } from './html/html.ts';
import { masthead } from './html/masthead.ts';
import { viewElement } from './html/view-element.ts';
import { packedView } from './packed-view.ts';
import type { PageView } from './page-view.ts';

export interface ViewNeighbours {
  /** Addresses of the pages before and after it and of the report, where it is served. */
  readonly previous: string | null;
  readonly next: string | null;
  readonly up: string | null;
}

/** A page beside its document as one HTML page that holds all its data. */
export function viewHtml(
  view: PageView,
  { previous, next, up }: ViewNeighbours = { previous: null, next: null, up: null },
): string {
  return documentShell({
    title: `${view.title || view.url || view.id} – Winnow`,
    body: html`${masthead('Before and after')}
<main>${viewElement(true)}</main>
<noscript><p>The view needs JavaScript; <code>winnow clean --explain</code> tells the same as text.</p></noscript>`,
    data: {
      'view-data': { previous, next, up, shown: 'view' },
      'report-views': { [view.id]: packedView(view) },
    },
  });
}
