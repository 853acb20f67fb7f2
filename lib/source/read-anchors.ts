import { type Attributes, scanTags } from './scan-tags.ts';

/** More links than this on one page are not read. */
const MAX_ANCHORS = 20_000;
const MAX_LABEL = 200;
const SPACE = /\s+/;
const SPACES = /\s+/g;
const NOFOLLOW = /nofollow|\bnone\b/i;
const PAGER_REL = /^\s*(?:next|prev)\s*$/i;
const UNREAD = /^(?:script|style)$/;
const CLOSING = /^(?:a|option|select)$/;

/** A link of a page. */
export interface Anchor {
  /** Absolute, http or https. */
  readonly url: string;
  /** What a person sees on it; the title or alternative text of an image if it shows no text. */
  readonly label: string;
  /** Words of its rel attribute, lower case. */
  readonly rel: readonly string[];
}

export interface PageAnchors {
  readonly anchors: readonly Anchor[];
  /** The page asks that none of its links be followed. */
  readonly nofollow: boolean;
}

interface OpenAnchor {
  readonly href: string;
  readonly rel: string[];
  readonly title: string;
  text: string;
}

/**
 * The links of a page in their order: a, area, link rel=next and prev, and the options of page
 * selectors. Addresses are relative to the first base element. Tolerant, and without a tree: depth
 * of nesting and number of attributes cost nothing.
 */
export function readAnchors(html: string, pageUrl: string): PageAnchors {
  const found: OpenAnchor[] = [];
  let base: string | null = null;
  let nofollow = false;
  let open: OpenAnchor | null = null;
  let isUnread = false; // inside an element whose text nobody sees

  const begin = (href: string | undefined, attributes: Attributes): OpenAnchor | null => {
    if (href === undefined || found.length >= MAX_ANCHORS) return null;
    const rel = (attributes.get('rel') ?? '').toLowerCase().split(SPACE).filter(Boolean);
    const title = attributes.get('title') ?? attributes.get('aria-label') ?? '';
    const anchor = { href, rel, title, text: attributes.get('alt') ?? '' };
    found.push(anchor);
    return anchor;
  };

  const onTag: Readonly<Record<string, (attributes: Attributes) => void>> = {
    base(attributes) {
      const href = attributes.get('href') ?? '';
      if (href !== '' && URL.canParse(href, pageUrl)) base ??= new URL(href, pageUrl).href;
    },
    meta(attributes) {
      const name = attributes.get('name') ?? '';
      if (name.toLowerCase() !== 'robots') return;
      nofollow ||= NOFOLLOW.test(attributes.get('content') ?? '');
    },
    a(attributes) {
      open = begin(attributes.get('href'), attributes);
    },
    area(attributes) {
      begin(attributes.get('href'), attributes);
    },
    link(attributes) {
      if (PAGER_REL.test(attributes.get('rel') ?? '')) begin(attributes.get('href'), attributes);
    },
    option(attributes) {
      open = begin(attributes.get('value'), attributes);
    },
    img(attributes) {
      if (open && open.text.length < MAX_LABEL) open.text += attributes.get('alt') ?? '';
    },
  };

  scanTags(html, {
    onTag(name, attributes) {
      if (UNREAD.test(name)) isUnread = true;
      // a plain object has names of its own, such as constructor
      else if (Object.hasOwn(onTag, name)) onTag[name]?.(attributes);
    },
    onText(text) {
      if (open && !isUnread && open.text.length < MAX_LABEL) open.text += text;
    },
    onClose(name) {
      if (UNREAD.test(name)) isUnread = false;
      else if (CLOSING.test(name)) open = null;
    },
  });
  return { anchors: found.flatMap((anchor) => resolved(anchor, base ?? pageUrl)), nofollow };
}

function resolved({ href, rel, title, text }: OpenAnchor, base: string): Anchor[] {
  const address = href.trim();
  if (address === '' || address.startsWith('#') || !URL.canParse(address, base)) return [];
  const url = new URL(address, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return [];
  const label = (text.trim() || title).replaceAll(SPACES, ' ').trim().slice(0, MAX_LABEL);
  return [{ url: url.href, label, rel }];
}
