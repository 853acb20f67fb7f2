import type { Block } from '../block.ts';
import type { ParsedPage } from '../dom/parse-page.ts';
import type { LineFacts } from '../lines/line-rules.ts';

export interface Metadata {
  title: string;
  author: string | null;
  publishedAt: string | null;
  site: string | null;
  category: string[];
  language: string | null;
  declaredUrl: string | null;
  page: number | null;
  pageCount: number | null;
  /** Field → where its value came from. */
  origins: Record<string, string>;
  /** robots directives of the page's own meta tags. */
  robots: string[];
}

export interface MetadataInput {
  /** null for text input. */
  readonly page: ParsedPage | null;
  /** All blocks of the page, repaired. */
  readonly all: readonly Block[];
  /** The document's blocks. */
  readonly kept: readonly Block[];
  readonly facts: LineFacts;
  readonly url: string | null;
  /** Undoes damage to characters in strings outside the blocks. */
  readonly repairText: (text: string) => string;
}

export function readMetadata(input: MetadataInput): Metadata {
  return {
    title: input.facts.title ?? '',
    author: input.facts.author ?? null,
    publishedAt: input.facts.publishedAt ?? null,
    site: input.facts.site ?? null,
    category: input.facts.category ?? [],
    language: null,
    declaredUrl: input.facts.declaredUrl ?? null,
    page: input.facts.page ?? null,
    pageCount: input.facts.pageCount ?? null,
    origins: {},
    robots: [],
  };
}
