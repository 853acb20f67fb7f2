import { stat } from 'node:fs/promises';
import { traceArticle } from '#lib/clean/trace/trace-article.ts';
import type { ObjectStore } from '#lib/io/object-store.ts';
import { openObjectStore } from '#lib/io/open-object-store.ts';
import { warcReader } from '#lib/io/warc-reader.ts';
import type { CleanInput } from '#lib/model/cleaning.ts';
import { PermanentError, UsageError } from '#lib/model/errors.ts';
import { runKey } from '#lib/model/keys.ts';
import { readJson } from '#lib/model/object-reader.ts';
import type { UrlState } from '#lib/model/row.ts';
import { runRecord } from '#lib/model/run.ts';
import type { SourceDefinition } from '#lib/model/source.ts';
import { type PageView, pageView } from '#lib/report/page-view.ts';
import { storedInputs, viewOfPage } from '#lib/run/view-of-page.ts';
import { fetchOne } from './fetch-one.ts';
import { findPage } from './find-page.ts';
import { readInput } from './read-input.ts';
import { documentTypeOf } from './type-of-file.ts';

export interface PageOptions {
  readonly out: string;
  readonly url?: string;
  readonly contentType?: string;
  readonly contact?: string;
  readonly allowPrivate?: boolean;
}

/** The pages of one article, and where they are from. */
export interface FoundPages {
  readonly inputs: readonly CleanInput[];
  /** What a stored page is known by; null for a file or a page fetched now. */
  readonly known: UrlState | null;
  view(): Promise<PageView>;
}

const HTTP_URL = /^https?:\/\//i;

/**
 * The pages a person names: an id of the store (or its beginning), a file, or a URL. A URL the store
 * knows comes from the store; any other is fetched now and not kept.
 */
export async function pagesOf(what: string, options: PageOptions): Promise<FoundPages> {
  if (HTTP_URL.test(what)) {
    const store = await openObjectStore(options.out, { readOnly: true }).catch(() => null);
    const known = store && (await findPage(store, what).catch(() => null));
    if (store && known?.fetch?.raw) return await storedPages(store, known, options.out);
    return newPages(what, await fetchOne(what, options));
  }
  if (await isFile(what)) {
    const bytes = await readInput(what);
    const contentType = options.contentType ?? documentTypeOf(what, bytes);
    return newPages(what, [{ bytes, contentType, url: options.url ?? null }]);
  }
  const store = await openObjectStore(options.out, { readOnly: true });
  const known = await findPage(store, what);
  if (known === null) {
    throw new UsageError(`neither a file nor a document of ${options.out}: ${what}`);
  }
  return await storedPages(store, known, options.out);
}

async function storedPages(
  store: ObjectStore,
  known: UrlState,
  location: string,
): Promise<FoundPages> {
  const raw = warcReader(store);
  const rules = await rulesOf(store, known);
  const inputs = await storedInputs({ store, raw }, known, rules);
  if (inputs === null) {
    const { state, reason } = known.last;
    throw new PermanentError(`no response of ${known.url} is kept: ${state} (${reason})`);
  }
  return {
    inputs,
    known,
    async view() {
      const view = await viewOfPage({ store, raw, location }, known, rules);
      if (view === null) throw new PermanentError(`no response of ${known.url} is kept`);
      return view;
    },
  };
}

/** Selectors of the source as they were in the last run of the page. */
export async function rulesOf(
  store: ObjectStore,
  { last }: UrlState,
): Promise<SourceDefinition['rules']> {
  return (await readJson(store, runKey(last.run), runRecord).catch(() => null))?.value.source.rules;
}

function newPages(what: string, inputs: readonly CleanInput[]): FoundPages {
  return {
    inputs,
    known: null,
    async view() {
      const { result, pages } = traceArticle(inputs);
      return pageView(result, pages, {
        outcome: null,
        fetchedAt: null,
        urls: inputs.map(({ url }) => url),
        commands: [{ label: 'From complaint to test:', command: `winnow cases add ${what}` }],
      });
    },
  };
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}
