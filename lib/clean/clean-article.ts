import type { CleanInput, CleanResult } from '#lib/model/cleaning.ts';
import { DOCUMENT_SCHEMA, type Document, type Incomplete } from '#lib/model/document.ts';
import { assessText } from './assess/assess-text.ts';
import { cleanPage, tracePage } from './clean-page.ts';
import type { CleanTrace } from './clean-trace.ts';

/** A paragraph that ends like this was not cut by the page's end. */
const ENDS_SENTENCE = /[。．.！!？?…；;：:”"』」）)》\]】]\s*$/u;

const HAN_AT_END = /[\p{Script=Han}，、,]$/u;

/** A line this short is a heading or a verse, not a sentence the page break cut. */
const SHORT_LINE = 20;

/** What a part says of itself that is no longer true of the whole. */
const OF_A_PART: ReadonlySet<Incomplete> = new Set([
  'starts-mid-document',
  'continues-on-next-page',
  'no-document',
]);

/**
 * One document from the pages of an article, in order; for a single page the same as `cleanPage`.
 * The first page gives identity and metadata. A part that is no document (a login wall) adds nothing
 * and leaves `parts-missing`.
 */
export function cleanArticle(parts: readonly CleanInput[]): CleanResult {
  return joinResults(parts.map(cleanPage));
}

/** The same with what each step did to each page. */
export function traceArticle(parts: readonly CleanInput[]): {
  result: CleanResult;
  traces: readonly CleanTrace[];
} {
  const traced = parts.map(tracePage);
  return {
    result: joinResults(traced.map(({ result }) => result)),
    traces: traced.map(({ trace }) => trace),
  };
}

function joinResults(parts: readonly CleanResult[]): CleanResult {
  const [first, ...rest] = parts;
  if (first === undefined) throw new RangeError('an article has at least one page');
  if (rest.length === 0) return first;

  const readable = [first, ...rest].filter((part) => part.noDocument === null);
  const documents = readable.map((part) => part.document);
  const last = documents.at(-1) ?? first.document;
  const incomplete = new Set<Incomplete>(
    documents.flatMap((part) => part.incomplete).filter((value) => !OF_A_PART.has(value)),
  );
  if (first.document.incomplete.includes('starts-mid-document')) {
    incomplete.add('starts-mid-document');
  }
  if (last.incomplete.includes('continues-on-next-page')) incomplete.add('continues-on-next-page');
  if (readable.length < parts.length) incomplete.add('parts-missing');

  const text = joinTexts(documents.map((part) => part.text));
  const confidence = Math.min(...documents.map((part) => part.quality.confidence));
  const document: Document = {
    ...first.document,
    schema: DOCUMENT_SCHEMA,
    text,
    markdown: documents.map((part) => part.markdown).join('\n\n'),
    page: null,
    pageCount: parts.length,
    incomplete: [...incomplete],
    repairs: [...new Set(documents.flatMap((part) => part.repairs))],
    quality: assessText(text, Number.isFinite(confidence) ? confidence : 0),
    removed: sumCounts([first, ...rest].map((part) => part.document.removed)),
  };
  return {
    ...first,
    document,
    removals: [first, ...rest].flatMap((part) => part.removals),
    repairEvents: [first, ...rest].flatMap((part) => part.repairEvents),
    noDocument: readable.length > 0 ? null : first.noDocument,
  };
}

/** Texts one after the other; a sentence the page break cut is one paragraph again. */
function joinTexts(texts: readonly string[]): string {
  let joined = '';
  for (const text of texts) {
    if (text === '') continue;
    joined += separatorAfter(joined) + withoutOverlap(joined, text);
  }
  return joined;
}

function separatorAfter(text: string): string {
  if (text === '') return '';
  const lastLine = text.slice(text.lastIndexOf('\n') + 1);
  if (lastLine.length < SHORT_LINE || ENDS_SENTENCE.test(lastLine.slice(-20))) return '\n';
  return HAN_AT_END.test(lastLine.slice(-2)) ? '' : ' ';
}

/** `next` without leading lines that already end `text`: some sites repeat a paragraph at the break. */
function withoutOverlap(text: string, next: string): string {
  const [firstLine = ''] = next.split('\n', 1);
  const repeats = firstLine.length >= 10 && text.endsWith(`\n${firstLine}`);
  return repeats ? next.slice(firstLine.length + 1) : next;
}

function sumCounts(counts: readonly Document['removed'][]): Document['removed'] {
  const sum: Record<string, number> = {};
  for (const count of counts) {
    for (const [reason, n] of Object.entries(count)) sum[reason] = (sum[reason] ?? 0) + (n ?? 0);
  }
  return sum;
}
