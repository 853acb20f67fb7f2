import type { RemovalReason } from '#lib/model/removal.ts';
import { type PageElement, parentElement } from '../dom/page-element.ts';
import type { ParsedPage } from '../dom/parse-page.ts';

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
    disqus_thread: 'comments',
    'ds-thread': 'comments',
    SOHUCS: 'comments',
    'cookie-law-info-bar': 'footer',
    CybotCookiebotDialog: 'footer',
    'onetrust-consent-sdk': 'footer',
  } as const),
);
const SPLIT = /\s+/;

/** For each element, by its index, the widget it is inside of; undefined outside of them. */
export function knownWidgets({ elements }: ParsedPage): readonly (RemovalReason | undefined)[] {
  const inside: (RemovalReason | undefined)[] = new Array(elements.length);
  const known = new Map<string, RemovalReason | undefined>();
  for (const element of elements) {
    const up = parentElement(element);
    const around = up ? inside[up.index] : undefined;
    if (around) inside[element.index] = around;
    else if (element.held.length > 0) inside[element.index] = widgetOf(element, known);
  }
  return inside;
}

/** `known` has the classes that were read before: many elements have the same. */
function widgetOf(
  element: PageElement,
  known: Map<string, RemovalReason | undefined>,
): RemovalReason | undefined {
  const id = element.attribute('id');
  const byId = id === undefined ? undefined : WIDGETS.get(id);
  const classes = element.attribute('class');
  if (byId || classes === undefined) return byId;
  const before = known.get(classes);
  if (before !== undefined || known.has(classes)) return before;
  const widget = widgetByClass(classes);
  known.set(classes, widget);
  return widget;
}

function widgetByClass(classes: string): RemovalReason | undefined {
  for (const name of classes.split(SPLIT)) {
    const widget = WIDGETS.get(name);
    if (widget) return widget;
  }
  return undefined;
}
