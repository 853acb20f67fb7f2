import type { ParsedPage } from '../dom/parse-page.ts';
import { parsePage } from '../dom/parse-page.ts';
import { type DataDocument, dataDocument } from './data-document.ts';
import { dataTexts } from './data-texts.ts';
import { heldData } from './held-data.ts';

/** Some sentences: 120 Han characters, 50 words. Less is a slogan of the site. */
const MIN_SIZE = 300;
/** A page that shows a few words holds a document only if that is so much longer. */
const MIN_TIMES = 5;
/** Where the page's title names it, a short text is a document too. */
const MIN_NAMED = 100;
const HTML =
  /<\/?(?:p|br|div|span|h[1-6]|ul|ol|li|table|section|img|a|strong|em|blockquote|pre)\b/i;
const SPECIAL = /[&<>"]/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const LINE_END = /\r?\n/;

/**
 * The page with the document that it holds only as data for its scripts put where they would: for pages that are an empty
 * shell until a browser runs them. `shown`: characters of the few words that it shows. Null if the data has no document, or
 * one that the page's title does not name where there are such words. What a page shows is never replaced by it.
 */
export function fillPage(page: ParsedPage, source: string, shown: number): ParsedPage | null {
  const found = dataDocument(dataTexts(heldData(page)), page.headTitle ?? '');
  if (!found || (shown > 0 && !found.isNamed)) return null;
  const least = found.isNamed ? MIN_NAMED : MIN_SIZE;
  if (found.size < Math.max(least, shown * MIN_TIMES)) return null;
  return parsePage(source + asHtml(found));
}

function asHtml({ parts, title, published, author, section }: DataDocument): string {
  const meta = (name: string, value: string): string =>
    value === '' ? '' : `<meta name="${name}" content="${escaped(value)}">`;
  const heading = title === '' ? '' : `<h1>${escaped(title)}</h1>`;
  const metas = [
    meta('article:published_time', published),
    meta('author', author),
    meta('article:section', section),
  ];
  const posts = parts.map(
    (part) => `<div class="post">${HTML.test(part) ? part : paragraphs(part)}</div>`,
  );
  return `${metas.join('')}<main><article>${heading}${posts.join('')}</article></main>`;
}

function paragraphs(text: string): string {
  return text
    .split(LINE_END)
    .map((line) => `<p>${escaped(line)}</p>`)
    .join('');
}

function escaped(text: string): string {
  return text.replace(SPECIAL, (char) => ENTITIES[char] ?? char);
}
