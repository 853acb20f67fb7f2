import { log, share } from '../numbers.ts';
import { PAGE_SHARES, type PageContext } from '../page-context.ts';
import type { FeatureGroup } from './feature-group.ts';

const TYPES: Readonly<Record<string, RegExp>> = {
  Article: /Article$|^BlogPosting$|^Report$/,
  Product: /^Product|^Offer$|^AggregateOffer$|^Book$|^Course$|^SoftwareApplication$/,
  Forum: /^(?:DiscussionForumPosting|QAPage|Question|Answer)$/,
  List: /^(?:ItemList|CollectionPage|SearchResultsPage|Blog|OfferCatalog)$/,
  Service: /^(?:Service|LocalBusiness|ProfessionalService|FAQPage|Organization)$/,
  Docs: /^(?:TechArticle|APIReference|HowTo)$/,
};
const SOFTWARE: Readonly<Record<string, RegExp>> = {
  forum: /discourse|vbulletin|phpbb|xenforo|discuz|mybb|invision|smf|flarum|nodebb|vanilla|bbpress/,
  shop: /shopify|magento|woocommerce|prestashop|opencart|bigcommerce/,
  blog: /wordpress|blogger|ghost|drupal|joomla|typepad|hugo|jekyll|wix|squarespace/,
};

/** The page as a whole: the same for each of its blocks. */
export const pageWideFeatures: FeatureGroup = {
  names: [
    ...['size', 'blocks', 'links', 'prose', 'wide', 'articles', 'forms', 'pathDepth', 'pathDigits'],
    ...['slugWords', 'isFront', 'ogArticle', 'ogProduct', 'ogSite', 'prices', 'repeats'],
    ...['unitShare', 'big', 'likely', 'mass'],
    ...Object.keys(TYPES).map((name) => `is${name}`),
    ...Object.keys(SOFTWARE).map((name) => `${name}Software`),
    ...PAGE_SHARES.map((name) => `in:${name}`),
  ].map((name) => `page:${name}`),
  write(row, from, _index, context) {
    row.set(valuesOf(context), from);
  },
};

const known = new WeakMap<PageContext, readonly number[]>();

function valuesOf(context: PageContext): readonly number[] {
  const before = known.get(context);
  if (before) return before;
  const values = compute(context);
  known.set(context, values);
  return values;
}

function compute(context: PageContext): readonly number[] {
  const { hints, measures, big } = context;
  const types = [...hints.types];
  return [
    log(context.total),
    log(context.blocks.length),
    context.linkShare,
    context.proseShare,
    context.wideShare,
    Math.min(30, hints.articles),
    Math.min(10, hints.forms),
    hints.pathDepth,
    Math.min(12, hints.pathDigits),
    Math.min(12, hints.slugWords),
    Number(hints.isFront),
    Number(hints.ogType.startsWith('article')),
    Number(hints.ogType.startsWith('product')),
    Number(hints.ogType.startsWith('website')),
    log(context.prices),
    context.repeats,
    context.unitShare,
    log(measures[big]?.size ?? 0),
    share(context.mass, context.total),
    log(context.mass),
    ...Object.values(TYPES).map((pattern) => Number(types.some((type) => pattern.test(type)))),
    ...Object.values(SOFTWARE).map((pattern) => Number(pattern.test(hints.generator))),
    ...context.shares,
  ];
}
