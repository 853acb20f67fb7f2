import { Parser } from 'htmlparser2';
import { PermanentError } from '#lib/model/errors.ts';
import { isoDate } from './iso-date.ts';

const MAX_ENTRIES = 10_000;
const MAX_TEXT = 4096;
/** The parser's time grows with the square of the depth. */
const MAX_DEPTH = 100;
const ITEM = /^(?:item|entry)$/;

export interface FeedEntry {
  readonly url: string;
  /** When it was published or updated, whichever is later; ISO 8601. */
  readonly lastModified: string | null;
}

export interface Feed {
  readonly kind: 'rss' | 'rdf' | 'atom' | 'unknown';
  readonly entries: readonly FeedEntry[];
  /** Entries without an address, or whose address is not http(s). */
  readonly invalid: number;
}

interface Entry {
  links: { rel: string; href: string }[];
  guid: string;
  isPermalink: boolean;
  dates: string[];
}

const KINDS: Readonly<Record<string, Feed['kind']>> = { rss: 'rss', rdf: 'rdf', feed: 'atom' };
const DATES: ReadonlySet<string> = new Set(['pubdate', 'date', 'updated', 'published', 'modified']);

/** The articles a feed names: RSS 0.9x to 2.0, RSS 1.0 (RDF) or Atom. Never throws. */
export function readFeed(xml: string, feedUrl: string): Feed {
  let kind: Feed['kind'] | null = null;
  let entry: Entry | null = null;
  let text: string | null = null;
  const entries: FeedEntry[] = [];
  let invalid = 0;
  let depth = 0;
  let base = feedUrl;

  const close = ({ links, guid, isPermalink, dates }: Entry): void => {
    const alternate = links.find(({ rel }) => rel === 'alternate') ?? links[0];
    const address = (alternate?.href ?? (isPermalink ? guid : '')).trim();
    const url = address !== '' && URL.canParse(address, base) ? new URL(address, base) : null;
    if (url?.protocol !== 'http:' && url?.protocol !== 'https:') invalid += 1;
    else if (entries.length < MAX_ENTRIES) {
      const known = dates.flatMap((date) => isoDate(date) ?? []).sort();
      entries.push({ url: url.href, lastModified: known.at(-1) ?? null });
    }
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (depth > MAX_DEPTH) throw new PermanentError('no feed is nested so deep');
        const local = localName(name);
        kind ??= KINDS[local] ?? 'unknown';
        if (depth === 1) base = resolved(attributes['xml:base'], feedUrl);
        if (ITEM.test(local)) {
          entry = { links: [], guid: '', isPermalink: true, dates: [] };
        } else if (entry && local === 'link' && attributes['href'] !== undefined) {
          entry.links.push({ rel: relation(attributes['rel']), href: attributes['href'] });
        } else if (entry && local === 'guid') {
          entry.isPermalink = attributes['isPermaLink'] !== 'false';
        }
        text = entry ? '' : null;
      },
      ontext(part) {
        if (text !== null && text.length < MAX_TEXT) text += part;
      },
      onclosetag(name, isImplied) {
        depth -= 1;
        // the file ends inside: an address there may be cut
        if (isImplied) return;
        const local = localName(name);
        if (entry && text !== null) readField(entry, local, text, name);
        if (entry && ITEM.test(local)) {
          close(entry);
          entry = null;
        }
        text = null;
      },
    },
    { xmlMode: true },
  );
  try {
    parser.end(xml);
  } catch {
    // what came before the nesting counts
  }
  return kind === null || kind === 'unknown'
    ? { kind: 'unknown', entries: [], invalid: 0 }
    : { kind, entries, invalid };
}

/** RFC 4287, section 4.2.7.2: a link that does not say what it is leads to the entry itself. */
function relation(rel: string | undefined): string {
  return (rel ?? 'alternate').toLowerCase();
}

/** RFC 4287, section 2: addresses are relative to the feed's xml:base; here, to its outermost element's. */
function resolved(address: string | undefined, base: string): string {
  return address && URL.canParse(address, base) ? new URL(address, base).href : base;
}

function readField(entry: Entry, local: string, text: string, name: string): void {
  // other vocabularies have links too, of images and of comments; Atom's own are attributes
  if (name === 'link' && text.trim() !== '') entry.links.push({ rel: 'alternate', href: text });
  else if (local === 'guid') entry.guid = text;
  else if (DATES.has(local)) entry.dates.push(text);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}
