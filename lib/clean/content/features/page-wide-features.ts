import { log, share } from '../numbers.ts';
import { PAGE_SHARES, type PageContext } from '../page-context.ts';
import type { FeatureGroup } from './feature-group.ts';

const TYPES: Readonly<Record<string, RegExp>> = {
  Article: /Article$|^BlogPosting$|^Report$/,
  Service: /^(?:Service|LocalBusiness|ProfessionalService|FAQPage|Organization)$/,
};

/** The page as a whole: the same for each of its blocks. */
export const pageWideFeatures: FeatureGroup = {
  isPageWide: true,
  names: [
    ...['size', 'blocks', 'links', 'wide', 'forms', 'pathDepth', 'pathDigits', 'slugWords'],
    ...['repeats', 'unitShare', 'big', 'likely', 'mass', 'prices'],
    ...Object.keys(TYPES).map((name) => `is${name}`),
    ...PAGE_SHARES.map((name) => `in:${name}`),
  ].map((name) => `page:${name}`),
  write(row, from, _index, context) {
    row.set(valuesOf(context), from);
  },
};

function valuesOf(context: PageContext): readonly number[] {
  const { hints, measures, big } = context;
  const types = [...hints.types];
  return [
    log(context.total),
    log(context.blocks.length),
    context.linkShare,
    context.wideShare,
    Math.min(10, hints.forms),
    hints.pathDepth,
    Math.min(12, hints.pathDigits),
    Math.min(12, hints.slugWords),
    context.repeats,
    context.unitShare,
    log(measures[big]?.size ?? 0),
    share(context.mass, context.total),
    log(context.mass),
    log(context.prices),
    ...Object.values(TYPES).map((pattern) => Number(types.some((type) => pattern.test(type)))),
    ...context.shares,
  ];
}
