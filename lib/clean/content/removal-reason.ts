import type { RemovalReason } from '#lib/model/removal.ts';
import { type PageElement, parentElement } from '../dom/page-element.ts';
import { CONTROL_TAGS } from '../dom/tag-sets.ts';
import { CLASS_CATEGORIES, categoryBit } from './class-categories.ts';
import { atInt } from './numbers.ts';
import type { PageFeatures } from './page-features.ts';
import { firstSaid, type TextCategory } from './text-categories.ts';

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
/** In the order they are asked for. */
const BY_TEXT = {
  breadcrumb: 'breadcrumb',
  advertisement: 'advertisement',
  related: 'related',
  comments: 'comments',
  share: 'share',
  login: 'login',
  subscribe: 'subscribe',
  copyright: 'footer',
  pager: 'pager',
  editor: 'metadata',
  byline: 'metadata',
  tags: 'metadata',
  disclaimer: 'disclaimer',
  skip: 'navigation',
  site: 'navigation',
  cookie: 'footer',
  caption: 'media',
} as const satisfies Partial<Record<TextCategory, RemovalReason>>;
const SAID = Object.keys(BY_TEXT) as (keyof typeof BY_TEXT)[];
const MEDIA_TAGS = new Set(['svg', 'iframe', 'object', 'audio', 'video', 'canvas', 'applet']);
/** A name this many steps up still says why. */
const NEAR = 6;
const REASONED: readonly (readonly [number, RemovalReason])[] = CLASS_CATEGORIES.flatMap((name) => {
  const reason = BY_CLASS[name];
  return reason ? [[categoryBit(name), reason] as const] : [];
});

/** Reason for what is never judged: hidden, controls, fallbacks; null for ordinary blocks and the field that holds the document. */
export function fixedReason(
  element: PageElement | null,
  isHidden: boolean,
  isTextBox = false,
): RemovalReason | null {
  if (!element || (isTextBox && !isHidden)) return null;
  if (element.name === 'title') return 'metadata';
  if (CONTROL_TAGS.has(element.name) || element.name === 'datalist') return 'form';
  if (MEDIA_TAGS.has(element.name)) return 'media';
  if (element.name === 'rt' || element.name === 'rp') return 'duplicate';
  return isHidden ? 'hidden' : null;
}

/** The most telling reason why a block was judged not to be the document's: what it is called, then what it says. */
export function removalReason(
  { measures, owners, tree }: PageFeatures,
  index: number,
): RemovalReason {
  const measure = measures[index];
  const owner = owners[index];
  const byClass = owner ? classReason(owner, tree.named) : null;
  if (byClass) return byClass;
  if (!measure || measure.size === 0) return 'boilerplate';
  const said = firstSaid(measure.text, SAID);
  if (said) return BY_TEXT[said];
  return measure.linkSize > measure.size * 0.6 ? 'navigation' : 'boilerplate';
}

function classReason(owner: PageElement, named: Int32Array): RemovalReason | null {
  let element: PageElement | null = owner;
  for (let level = 0; element && level < NEAR; level += 1) {
    const bits = atInt(named, element.index);
    const category = bits === 0 ? undefined : REASONED.find(([bit]) => bits & bit);
    if (category) return category[1];
    element = parentElement(element);
  }
  return null;
}
