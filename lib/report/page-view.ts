import type { CharsetDecision, CleanResult } from '#lib/model/cleaning.ts';
import type { PageTrace } from '#lib/model/page-trace.ts';

/** A page beside its document, as the view shows them. */
export interface PageView {
  readonly id: string;
  readonly url: string | null;
  readonly title: string;
  readonly language: string | null;
  /** How its run ended, `published (new)`; null outside a run. */
  readonly outcome: string | null;
  readonly fetchedAt: string | null;
  readonly charset: CharsetDecision;
  readonly fields: readonly ViewField[];
  readonly chars: number;
  readonly confidence: number;
  readonly flags: readonly string[];
  readonly incomplete: readonly string[];
  readonly noDocument: string | null;
  readonly pages: readonly (PageTrace & { readonly url: string | null })[];
  readonly commands: readonly ViewCommand[];
}

export interface ViewField {
  readonly name: string;
  readonly value: string;
  /** Where on the page it was found; null: it follows from the text or the address. */
  readonly origin: string | null;
}

export interface ViewCommand {
  readonly label: string;
  readonly command: string;
}

export interface ViewContext {
  readonly outcome: string | null;
  readonly fetchedAt: string | null;
  /** Addresses of the pages, in order. */
  readonly urls: readonly (string | null)[];
  readonly commands: readonly ViewCommand[];
}

/** What cleaning said of a page, put together for a reader. */
export function pageView(
  { document, charset, origins, noDocument }: CleanResult,
  traces: readonly PageTrace[],
  { outcome, fetchedAt, urls, commands }: ViewContext,
): PageView {
  const { page, pageCount } = document;
  const fields: (readonly [string, string | null])[] = [
    ['title', document.title || null],
    ['author', document.author],
    ['publishedAt', document.publishedAt],
    ['site', document.site],
    ['category', document.category.join(' › ') || null],
    ['language', document.language],
    ['declaredUrl', document.declaredUrl],
    ['page', page === null ? null : String(page)],
    ['pageCount', pageCount === null ? null : String(pageCount)],
  ];
  return {
    id: document.id,
    url: document.url,
    title: document.title,
    language: document.language,
    outcome,
    fetchedAt,
    charset,
    fields: fields.flatMap(([name, value]) =>
      value === null ? [] : { name, value, origin: origins[name] ?? null },
    ),
    chars: document.quality.chars,
    confidence: document.quality.confidence,
    flags: document.quality.flags,
    incomplete: document.incomplete,
    noDocument,
    pages: traces.map((trace, index) => ({ ...trace, url: urls[index] ?? null })),
    commands,
  };
}
