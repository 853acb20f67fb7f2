import type { ParsedPage } from '../dom/parse-page.ts';
import { parsePage } from '../dom/parse-page.ts';
import { type DataDocument, dataDocument } from './data-document.ts';
import { dataTexts } from './data-texts.ts';
import { heldData } from './held-data.ts';

/** A page that shows a few words holds a document only if that is so much longer. */
const MIN_TIMES = 5;
/** Three sentences: 80 Han characters, 35 words. Less is a slogan, or the words of a shop's options. */
const MIN_SIZE = 200;
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
 * shell until a browser runs them. `shown`: characters of the few words that it shows, which stay. Null if the data has
 * no document.
 */
export function fillPage(page: ParsedPage, source: string, shown: number): ParsedPage | null {
  const found = dataDocument(dataTexts(heldData(page)), page.headTitle ?? '');
  if (!found || found.size < Math.max(MIN_SIZE, shown * MIN_TIMES)) return null;
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
