import { Text } from 'domhandler';
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
  readonly hasBody: boolean;
}

const TYPE = /"@type"\s*:\s*"(\w{3,40})"/g;
const TYPES_IN_LIST = /"@type"\s*:\s*\[([^\]]{1,200})\]/g;
const NAME = /\w{3,40}/g;
const MAX_LD = 300_000;
const WORDS = /[a-z]{2,}/gi;
const DIGITS = /\d/g;

/** Reads the hints in one pass over the elements. */
export function pageHints(page: ParsedPage, url: string | null): PageHints {
  const types = new Set<string>();
  let ogType = '';
  let generator = '';
  let articles = 0;
  let forms = 0;
  let hasBody = false;
  for (const { name, attribs, children } of page.elements) {
    if (name === 'meta') {
      if (attribs['property'] === 'og:type') ogType = attribs['content']?.toLowerCase() ?? '';
      else if (attribs['name'] === 'generator') generator = attribs['content']?.toLowerCase() ?? '';
    } else if (name === 'article') articles += 1;
    else if (name === 'form') forms += 1;
    else if (name === 'script' && attribs['type'] === 'application/ld+json') {
      for (const child of children) {
        if (!(child instanceof Text)) continue;
        const data = child.data.slice(0, MAX_LD);
        if (data.includes('"articleBody"')) hasBody = true;
        for (const match of data.matchAll(TYPE)) types.add(match[1] ?? '');
        for (const match of data.matchAll(TYPES_IN_LIST)) {
          for (const type of match[1]?.match(NAME) ?? []) types.add(type);
        }
      }
    }
    const itemtype = attribs['itemtype'];
    if (itemtype !== undefined) types.add(itemtype.slice(itemtype.lastIndexOf('/') + 1).trim());
  }
  const path = url !== null && URL.canParse(url) ? new URL(url) : null;
  const parts = path?.pathname.split('/').filter(Boolean) ?? [];
  const last = parts.at(-1) ?? '';
  return {
    ogType,
    types,
    articles,
    forms,
    generator,
    hasBody,
    pathDepth: parts.length,
    pathDigits: (`${path?.pathname ?? ''}${path?.search ?? ''}`.match(DIGITS) ?? []).length,
    slugWords: (last.match(WORDS) ?? []).length,
    isFront: parts.length === 0 && (path?.search ?? '') === '',
  };
}
