import { Text } from 'domhandler';
import type { PageElement } from '../dom/page-element.ts';
import type { ParsedPage } from '../dom/parse-page.ts';

/** What the head and the address say about the kind of the page. */
export interface PageHints {
  readonly ogType: string;
  /** Names of schema.org types anywhere in JSON-LD or microdata. */
  readonly types: ReadonlySet<string>;
  readonly articles: number;
  readonly forms: number;
  readonly pathDepth: number;
  readonly pathDigits: number;
  readonly slugWords: number;
  readonly isFront: boolean;
  readonly generator: string;
  /** What the words of the address speak of: one flag an entry of ADDRESS_WORDS. */
  readonly address: readonly boolean[];
  /** The address speaks of a thread or of questions, in more words than the model was trained with. */
  readonly isThread: boolean;
}

export const ADDRESS_WORDS: Readonly<Record<string, RegExp>> = {
  forum:
    /forum|thread|topic|question|discuss|community|\bbbs|\bt-?\d{3}|viewtopic|showthread|\/q\//i,
  product: /product|\/p\/|\/dp\/|item|\/shop\/|\bbuy|\bsku/i,
  list: /categor|collection|\/tags?\/|search|archive|\/list|\/c\/|browse|catalog|directory|\ball\b/i,
  docs: /docs?\b|wiki|help|\bapi|guide|manual|reference|tutorial|learn|support|documentation/i,
  article: /blog|news|article|story|stories|post|\/20\d\d\/|\/20\d{6}|magazine/i,
  service: /service|pricing|solution|about|feature|company|platform|consult/i,
};

const THREAD =
  /forum|thread|topic|question|discuss|community|bbs|faq|wenda|zhidao|tieba|club|group|\/(?:ask|qa?|t|p)\//i;
const TYPE = /"@type"\s*:\s*"(\w{3,40})"/g;
const TYPES_IN_LIST = /"@type"\s*:\s*\[([^\]]{1,200})\]/g;
const NAME = /\w{3,40}/g;
const MAX_LD = 300_000;
const WORDS = /[a-z]{2,}/gi;
const DIGITS = /\d/g;

/** Reads the hints; linear. */
export function pageHints(page: ParsedPage, url: string | null): PageHints {
  const { named } = page.table;
  const types = new Set<string>();
  const said = { ogType: '', generator: '' };
  for (const element of page.elements) {
    const itemtype = element.held.length === 0 ? undefined : element.attribute('itemtype');
    if (itemtype !== undefined) types.add(itemtype.slice(itemtype.lastIndexOf('/') + 1).trim());
  }
  for (const meta of named('meta')) readMeta(meta, said);
  for (const script of named('script')) readScript(script, types);
  const [articles, forms] = [named('article').length, named('form').length];
  return { ...said, articles, forms, types, ...addressHints(url) };
}

function readScript(element: PageElement, types: Set<string>): void {
  if (element.attribute('type') !== 'application/ld+json') return;
  for (const child of element.children) {
    if (child instanceof Text) readLinkedData(child.data.slice(0, MAX_LD), types);
  }
}

function readMeta(meta: PageElement, found: { ogType: string; generator: string }): void {
  const content = meta.attribute('content')?.toLowerCase() ?? '';
  if (meta.attribute('property') === 'og:type') found.ogType = content;
  else if (meta.attribute('name') === 'generator') found.generator = content;
}

/** Types only, by their text: a page's JSON is often broken, its type names hardly ever. */
function readLinkedData(data: string, types: Set<string>): void {
  for (const match of data.matchAll(TYPE)) types.add(match[1] ?? '');
  for (const match of data.matchAll(TYPES_IN_LIST)) {
    for (const type of match[1]?.match(NAME) ?? []) types.add(type);
  }
}

function addressHints(
  url: string | null,
): Pick<PageHints, 'address' | 'isThread' | 'pathDepth' | 'pathDigits' | 'slugWords' | 'isFront'> {
  const parsed = url === null ? null : URL.parse(url);
  const { pathname = '', search = '' } = parsed ?? {};
  const parts = pathname.split('/').filter(Boolean);
  return {
    address: Object.values(ADDRESS_WORDS).map((words) => words.test(url ?? '')),
    isThread: isThreadAddress(url),
    pathDepth: parts.length,
    pathDigits: (pathname + search).match(DIGITS)?.length ?? 0,
    slugWords: parts.at(-1)?.match(WORDS)?.length ?? 0,
    isFront: parts.length === 0 && search === '',
  };
}

/** Whether an address is a thread's or a question's by its words. */
export function isThreadAddress(url: string | null): boolean {
  return THREAD.test(url ?? '');
}
