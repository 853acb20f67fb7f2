import { readFileSync } from 'node:fs';
import type { Document } from '#lib/model/document.ts';
import type { PageKind } from '#lib/model/row.ts';
import type { Reason, TerminalState } from '#lib/model/states.ts';
import { sampleSite } from './sample-site.ts';

/** What is written down of a document: fields that are absent are not promised. */
export type ExpectedDocument = Pick<Document, 'title' | 'text'> &
  Partial<
    Pick<
      Document,
      | 'publishedAt'
      | 'site'
      | 'author'
      | 'category'
      | 'declaredUrl'
      | 'page'
      | 'pageCount'
      | 'incomplete'
      | 'repairs'
    >
  >;

/** What becomes of one address of the sample site in a first run: a file below expected/. */
export interface ExpectedPage {
  readonly kind: PageKind;
  readonly state: TerminalState;
  readonly reason: Reason;
  /** What cleaning makes of this page alone; absent where it finds no document. */
  readonly document?: ExpectedDocument;
  /** First page of an article over several pages: what the pipeline publishes. */
  readonly merged?: Required<Pick<ExpectedDocument, 'text' | 'pageCount' | 'incomplete'>>;
}

const expectedFolder = new URL('expected/', import.meta.url);

/** File below expected/ for a path with query: `/a/` → a/index.json, `/b.asp?id=1` → b.asp~id=1.json. */
export function expectedFile(path: string): string {
  const whole = path.endsWith('/') ? `${path}index` : path;
  return `${whole.slice(1).replace('?', '~')}.json`;
}

/** The expectation for one path of the sample site. */
export function expectedPage(path: string): ExpectedPage {
  const text = readFileSync(new URL(expectedFile(path), expectedFolder), 'utf8');
  const expected: ExpectedPage = JSON.parse(text);
  return expected;
}

/**
 * URL → expectation for all that a crawl of the sample site meets. robots.txt is not among it:
 * it is asked for, but never an item of a run.
 */
export function expectedPages(origin: string): ReadonlyMap<string, ExpectedPage> {
  const paths = Object.keys(sampleSite()).filter((path) => path !== '/robots.txt');
  return new Map(paths.map((path) => [`${origin}${path}`, expectedPage(path)]));
}
