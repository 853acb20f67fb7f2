import type { PageContext } from './page-context.ts';
import { PAGE_SHARES } from './page-context.ts';
import { ADDRESS_WORDS } from './page-hints.ts';

export type PageKind =
  | 'article'
  | 'forum'
  | 'documentation'
  | 'product'
  | 'collection'
  | 'listing'
  | 'service';

const FORUM_TYPES = ['DiscussionForumPosting', 'QAPage'];
const PRODUCT_TYPES = ['Product', 'ProductGroup'];
const FORUM_SHARE = 0.25;
const MANY_PRICES = 8;
const MIN_PROSE = 0.25;

/** The kind of page, told by its own declarations first, then by its make-up. For reports, and for what only articles need. */
export function pageKind(context: PageContext): PageKind {
  return declaredKind(context) ?? kindByMakeUp(context);
}

function speaksOf({ hints }: PageContext, word: string): boolean {
  return hints.address[Object.keys(ADDRESS_WORDS).indexOf(word)] === true;
}

function declaredKind(context: PageContext): PageKind | null {
  const { hints, prices, shares } = context;
  const declares = (types: readonly string[]): boolean =>
    types.some((type) => hints.types.has(type));
  const inForum = shares[PAGE_SHARES.indexOf('forum')] ?? 0;
  if (declares(FORUM_TYPES)) return 'forum';
  if (speaksOf(context, 'forum') && inForum > FORUM_SHARE) return 'forum';
  if (!declares(PRODUCT_TYPES) && !hints.ogType.startsWith('product')) return null;
  return prices >= MANY_PRICES && speaksOf(context, 'list') ? 'collection' : 'product';
}

function kindByMakeUp(context: PageContext): PageKind {
  const { hints, prices, proseShare, repeats } = context;
  const isRepeated = repeats > 0.5;
  if (prices >= MANY_PRICES && isRepeated) return 'collection';
  if (hints.ogType.startsWith('article') || speaksOf(context, 'article')) return 'article';
  if (proseShare < MIN_PROSE && isRepeated) return 'listing';
  if (speaksOf(context, 'docs')) return 'documentation';
  return speaksOf(context, 'service') || hints.isFront ? 'service' : 'article';
}
