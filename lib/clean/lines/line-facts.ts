import type { Incomplete } from '#lib/model/document.ts';
import type { Block, Cut } from '../block.ts';

/** What lines of the page said about the document; each value is the page's own. */
export interface LineFacts {
  title?: string;
  author?: string;
  publishedAt?: string;
  site?: string;
  category?: string[];
  declaredUrl?: string;
  page?: number;
  pageCount?: number;
  incomplete: Incomplete[];
}

export interface LineContext {
  /** text: extracted from a page by somebody else, so the frame of the page is still in it. */
  readonly kind: 'html' | 'text';
  /** <title> of the page, null for text input. */
  readonly headTitle: string | null;
  readonly url: string | null;
  /** All blocks of the page before selection: facts may stand outside the main content. */
  readonly all: readonly Block[];
}

export interface LineResult {
  readonly blocks: readonly Block[];
  readonly cuts: readonly Cut[];
  readonly facts: LineFacts;
}
