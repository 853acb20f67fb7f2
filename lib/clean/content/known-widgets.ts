import type { RemovalReason } from '#lib/model/removal.ts';
import { ofClasses } from '../dom/element-table.ts';
import { isInlineAd } from '../dom/inline-ad.ts';
import type { PageElement } from '../dom/page-element.ts';
import type { ParsedPage } from '../dom/parse-page.ts';
import { reasonsByClass } from './reasons-by-class.ts';

/** Classes and ids of widgets that thousands of sites load and that never hold a document. */
const WIDGETS: ReadonlyMap<string, RemovalReason> = new Map(
  Object.entries({
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
    siteSub: 'header',
    contentSub: 'header',
    'jump-to-nav': 'navigation',
    printfooter: 'footer',
    catlinks: 'metadata',
    disqus_thread: 'comments',
    'ds-thread': 'comments',
    SOHUCS: 'comments',
    'cookie-law-info-bar': 'footer',
    CybotCookiebotDialog: 'footer',
    'onetrust-consent-sdk': 'footer',
  } as const),
);
const widgetByClass = reasonsByClass(WIDGETS);

/** For each element, by its index, the widget it is inside of; undefined outside of them. */
export function knownWidgets({
  elements,
  table,
}: ParsedPage): readonly (RemovalReason | undefined)[] {
  const inside: (RemovalReason | undefined)[] = new Array(elements.length);
  const byClass = ofClasses(table, widgetByClass);
  for (let index = 0; index < elements.length; index += 1) {
    const around = inside[table.up[index] ?? -1];
    inside[index] = around ?? widgetOf(elements[index], table.classOf[index] ?? 0, byClass);
  }
  return inside;
}

function widgetOf(
  element: PageElement | undefined,
  number: number,
  byClass: (number: number) => RemovalReason | undefined,
): RemovalReason | undefined {
  if (!element || element.held.length === 0) return undefined;
  if (isInlineAd(element)) return 'advertisement';
  const id = element.attribute('id');
  const byId = id === undefined ? undefined : WIDGETS.get(id);
  return byId ?? (number === 0 ? undefined : byClass(number));
}
