import { Parser } from 'htmlparser2';

/** More links than this on one page are not read. */
const MAX_ANCHORS = 20_000;
const MAX_LABEL = 200;
const SPACE = /\s+/;
const NOFOLLOW = /nofollow|\bnone\b/i;
const NEXT = /^(?:next|nextpostslink)$/;

/** A link of a page. */
export interface Anchor {
  /** Absolute, http or https. */
  readonly url: string;
  /** What a person sees on it; the title or alternative text of an image if it shows no text. */
  readonly label: string;
  /** Words of its rel attribute, lower case. */
  readonly rel: readonly string[];
}

export interface PageLinks {
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
export function readAnchors(html: string, pageUrl: string): PageLinks {
  const found: OpenAnchor[] = [];
  let base = pageUrl;
  let hasBase = false;
  let nofollow = false;
  let open: OpenAnchor | null = null;
  let unread = 0; // depth inside elements whose text nobody sees

  const begin = (
    href: string | undefined,
    attributes: Record<string, string>,
  ): OpenAnchor | null => {
    if (href === undefined || found.length >= MAX_ANCHORS) return null;
    const rel = (attributes['rel'] ?? '').toLowerCase().split(SPACE).filter(Boolean);
    const title = attributes['title'] ?? attributes['aria-label'] ?? '';
    const anchor = { href, rel, title, text: '' };
    found.push(anchor);
    return anchor;
  };

  const onTag: Record<string, (attributes: Record<string, string>) => void> = {
    base: ({ href }) => {
      if (hasBase || href === undefined || !URL.canParse(href, pageUrl)) return;
      base = new URL(href, pageUrl).href;
      hasBase = true;
    },
    meta: ({ name = '', content = '' }) => {
      if (name.toLowerCase() === 'robots' && NOFOLLOW.test(content)) nofollow = true;
    },
    a: (attributes) => {
      open = begin(attributes['href'], attributes);
    },
    area: (attributes) => {
      begin(attributes['href'], { ...attributes, title: attributes['alt'] ?? '' });
    },
    link: (attributes) => {
      const rel = (attributes['rel'] ?? '').toLowerCase();
      if (NEXT.test(rel) || rel === 'prev') begin(attributes['href'], attributes);
    },
    option: (attributes) => {
      open = begin(attributes['value'], attributes);
    },
    img: ({ alt }) => {
      if (open && alt) open.text += alt;
    },
    script: () => {
      unread += 1;
    },
    style: () => {
      unread += 1;
    },
  };

  const parser = new Parser({
    onopentag(name, attributes) {
      // a plain object has names of its own, such as constructor
      if (Object.hasOwn(onTag, name)) onTag[name]?.(attributes);
    },
    ontext(text) {
      if (open && unread === 0 && open.text.length < MAX_LABEL) open.text += text;
    },
    onclosetag(name) {
      if (name === 'a' || name === 'option' || name === 'select') open = null;
      if (name === 'script' || name === 'style') unread = Math.max(0, unread - 1);
    },
  });
  parser.end(html);
  return { anchors: found.flatMap((anchor) => resolved(anchor, base)), nofollow };
}

function resolved({ href, rel, title, text }: OpenAnchor, base: string): Anchor[] {
  const address = href.trim();
  if (address === '' || address.startsWith('#') || !URL.canParse(address, base)) return [];
  const url = new URL(address, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return [];
  const label = (text.trim() || title).replaceAll(/\s+/g, ' ').trim().slice(0, MAX_LABEL);
  return [{ url: url.href, label, rel }];
}
