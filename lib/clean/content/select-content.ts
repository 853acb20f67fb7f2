import type { Block, Cut } from '../block.ts';
import type { CleanInput } from '../clean-input.ts';
import type { ParsedPage } from '../dom/parse-page.ts';

export type PageKind =
  | 'article'
  | 'forum'
  | 'documentation'
  | 'product'
  | 'collection'
  | 'listing'
  | 'service';

/** The main content of the page, and everything else with the reason it is not part of it. */
export interface Selection {
  readonly kept: readonly Block[];
  readonly cuts: readonly Cut[];
  readonly kind: PageKind;
  /** 0..1: how clear the decision was. */
  readonly confidence: number;
}

export function selectContent(
  _page: ParsedPage,
  blocks: readonly Block[],
  _input: CleanInput,
): Selection {
  return { kept: blocks, cuts: [], kind: 'article', confidence: 0 };
}
