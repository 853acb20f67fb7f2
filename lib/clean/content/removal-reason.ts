import type { RemovalReason } from '#lib/model/removal.ts';
import type { PageElement } from '../dom/page-element.ts';
import { CONTROL_TAGS } from '../dom/tag-sets.ts';
import { CATEGORY_COUNT, CLASS_CATEGORIES } from './class-categories.ts';
import { FRAME_CATEGORIES } from './opened-sections.ts';
import type { PageFeatures } from './page-features.ts';
import { TEXT_CATEGORIES, type TextCategory } from './text-categories.ts';

type ClassCategory = (typeof CLASS_CATEGORIES)[number];

const BY_CLASS: Partial<Record<ClassCategory, RemovalReason>> = {
  navigation: 'navigation',
  breadcrumb: 'breadcrumb',
  footer: 'footer',
  header: 'header',
  sidebar: 'sidebar',
  comments: 'comments',
  related: 'related',
  share: 'share',
  advertisement: 'advertisement',
  meta: 'metadata',
  author: 'metadata',
  tags: 'metadata',
  account: 'subscribe',
  media: 'media',
  pager: 'pager',
  tools: 'form',
  filter: 'form',
};
const BY_TEXT: readonly (readonly [TextCategory, RemovalReason])[] = [
  ['breadcrumb', 'breadcrumb'],
  ['advertisement', 'advertisement'],
  ['related', 'related'],
  ['comments', 'comments'],
  ['share', 'share'],
  ['login', 'login'],
  ['subscribe', 'subscribe'],
  ['copyright', 'footer'],
  ['pager', 'pager'],
  ['editor', 'metadata'],
  ['byline', 'metadata'],
  ['tags', 'metadata'],
  ['disclaimer', 'disclaimer'],
  ['skip', 'navigation'],
  ['site', 'navigation'],
  ['cookie', 'footer'],
  ['caption', 'media'],
];
const BY_SECTION: Partial<Record<(typeof FRAME_CATEGORIES)[number], RemovalReason>> = {
  related: 'related',
  comments: 'comments',
  share: 'share',
  subscribe: 'subscribe',
  login: 'login',
  tags: 'metadata',
};
const MEDIA_TAGS = new Set(['svg', 'iframe', 'object', 'audio', 'video', 'canvas', 'applet']);
/** A name this many steps up still says why. */
const NEAR = 6;

/** Reason for what is never judged: hidden, controls, fallbacks; null for ordinary blocks. */
export function fixedReason(element: PageElement | null, isHidden: boolean): RemovalReason | null {
  if (!element) return null;
  if (element.name === 'title') return 'metadata';
  if (CONTROL_TAGS.has(element.name) || element.name === 'datalist') return 'form';
  if (MEDIA_TAGS.has(element.name)) return 'media';
  if (element.name === 'rt' || element.name === 'rp') return 'duplicate';
  return isHidden ? 'hidden' : null;
}

/** The most telling reason why a block was judged not to be the document's. */
export function removalReason(
  { measures, owners, tree, sections }: PageFeatures,
  index: number,
): RemovalReason {
  const measure = measures[index];
  const says = measure?.says ?? 0;
  for (const [name, reason] of BY_TEXT) {
    if (says & (1 << TEXT_CATEGORIES.indexOf(name))) return reason;
  }
  const owner = owners[index];
  const byClass = owner ? classReason(tree.distance, owner.index) : null;
  if (byClass) return byClass;
  const opened = FRAME_CATEGORIES[sections[index]?.category ?? 0];
  const bySection = opened === undefined ? undefined : BY_SECTION[opened];
  if (bySection) return bySection;
  if (measure && measure.size > 0 && measure.linkSize > measure.size * 0.6) return 'navigation';
  return 'boilerplate';
}

function classReason(distance: Uint8Array, index: number): RemovalReason | null {
  let nearest = NEAR;
  let found: RemovalReason | null = null;
  for (let category = 0; category < CATEGORY_COUNT; category++) {
    const steps = distance[index * CATEGORY_COUNT + category] ?? NEAR;
    if (steps >= nearest) continue;
    const name = CLASS_CATEGORIES[category];
    const reason = name === undefined ? undefined : BY_CLASS[name];
    if (!reason) continue;
    nearest = steps;
    found = reason;
  }
  return found;
}
