import type { RemovalReason } from '#lib/model/removal.ts';
import { parentElement } from '../dom/page-element.ts';
import type { ParsedPage } from '../dom/parse-page.ts';

/** Classes and ids of widgets that thousands of sites load and that never hold a document. */
const WIDGETS: Readonly<Record<string, RemovalReason>> = {
  sharedaddy: 'share',
  'sd-sharing': 'share',
  addtoany_share_save_container: 'share',
  addthis_toolbox: 'share',
  a2a_kit: 'share',
  bdsharebuttonbox: 'share',
  jiathis_style: 'share',
  'bshare-custom': 'share',
  'social-share': 'share',
  'jp-relatedposts': 'related',
  'yarpp-related': 'related',
  OUTBRAIN: 'related',
  taboola: 'related',
  disqus_thread: 'comments',
  'ds-thread': 'comments',
  SOHUCS: 'comments',
  'cookie-law-info-bar': 'footer',
  CybotCookiebotDialog: 'footer',
  'onetrust-consent-sdk': 'footer',
};
const SPLIT = /\s+/;

/** For each element, by its index, the widget it is inside of; undefined outside of them. */
export function knownWidgets({ elements }: ParsedPage): readonly (RemovalReason | undefined)[] {
  const inside: (RemovalReason | undefined)[] = new Array(elements.length);
  for (const element of elements) {
    const up = parentElement(element);
    inside[element.index] = (up ? inside[up.index] : undefined) ?? widgetOf(element.attribs);
  }
  return inside;
}

function widgetOf({
  id,
  class: classes,
}: Readonly<Record<string, string>>): RemovalReason | undefined {
  const byId = id === undefined ? undefined : WIDGETS[id];
  if (byId || classes === undefined) return byId;
  for (const name of classes.split(SPLIT)) if (WIDGETS[name]) return WIDGETS[name];
  return undefined;
}
