import { Parser } from 'htmlparser2';
import { PermanentError } from '#lib/model/errors.ts';
import { isoDate } from './iso-date.ts';
import { plainPieces } from './plain-pieces.ts';

/** Sitemap protocol, "Sitemap file requirements": 50,000 URLs and 50 MB (uncompressed) a file. */
const MAX_ENTRIES = 50_000;
const MAX_BYTES = 50 * 1024 * 1024;
const MAX_URL = 2048; // sitemap protocol: loc must be shorter
const MAX_TEXT = 4096;
/** The parser's time grows with the square of the depth; sitemaps with extensions have six levels. */
const MAX_DEPTH = 50;
const ENCODING = /^\s*<\?xml[^>]{0,200}encoding=["']([\w.:-]{1,40})["']/i;
const LINE = /\r\n|\r|\n/;

export interface SitemapEntry {
  readonly url: string;
  /** ISO 8601; null if it gives none that can be read. */
  readonly lastModified: string | null;
  /** On another host than the sitemap: to be trusted only if that host is in scope. */
  readonly crossHost: boolean;
}

export interface Sitemap {
  /** `index`: the entries are sitemaps. `unknown`: this is no sitemap, entries is empty. */
  readonly kind: 'urlset' | 'index' | 'text' | 'unknown';
  /** Name of the outermost element; null without one. */
  readonly root: string | null;
  readonly entries: readonly SitemapEntry[];
  /** Entries whose address is missing, relative, too long or not http(s). */
  readonly invalid: number;
  /** Entries or bytes beyond the protocol's limits were not read. */
  readonly cut: boolean;
}

/**
 * The URLs of a sitemap or sitemap index (sitemaps.org), XML or one URL a line, gzipped or not. Read
 * piece by piece, so 50,000 entries or a gzip bomb cost no more memory than the entries. Relative
 * addresses are invalid by the protocol and reported. Never throws.
 */
export async function readSitemap(bytes: Uint8Array, sitemapUrl: string): Promise<Sitemap> {
  const collector = entryCollector(sitemapUrl);
  let left = MAX_BYTES;
  let reader: SitemapReader | null = null;
  let decoder = new TextDecoder();
  try {
    for await (const piece of plainPieces(bytes)) {
      if (reader === null) {
        decoder = decoderFor(piece);
        reader = isMarkup(piece) ? xmlReader(collector) : textReader(collector);
      }
      reader.write(decoder.decode(piece.subarray(0, left), { stream: true }));
      left -= piece.byteLength;
      if (left < 0 || collector.isFull()) {
        collector.cut();
        break;
      }
    }
    reader?.write(decoder.decode());
  } catch {
    collector.cut(); // damaged: what came before it counts
  }
  reader?.end();
  const { kind, root } = reader?.found() ?? { kind: 'unknown' as const, root: null };
  return { kind, root, ...collector.result() };
}

type Decoder = InstanceType<typeof TextDecoder>;

interface SitemapReader {
  write(text: string): void;
  end(): void;
  found(): Pick<Sitemap, 'kind' | 'root'>;
}

interface EntryCollector {
  add(url: string, lastModified: string | null): void;
  cut(): void;
  isFull(): boolean;
  result(): Pick<Sitemap, 'entries' | 'invalid' | 'cut'>;
}

function entryCollector(sitemapUrl: string): EntryCollector {
  const entries: SitemapEntry[] = [];
  const { host } = new URL(sitemapUrl);
  let invalid = 0;
  let isCut = false;
  return {
    add(text, lastModified) {
      const url = text.trim();
      const parsed = url.length <= MAX_URL && URL.canParse(url) ? new URL(url) : null;
      if (parsed?.protocol !== 'http:' && parsed?.protocol !== 'https:') invalid += 1;
      else if (entries.length >= MAX_ENTRIES) isCut = true;
      else entries.push({ url: parsed.href, lastModified, crossHost: parsed.host !== host });
    },
    cut() {
      isCut = true;
    },
    isFull: () => entries.length > MAX_ENTRIES || invalid > MAX_ENTRIES,
    result: () => ({ entries, invalid, cut: isCut }),
  };
}

function xmlReader(collector: EntryCollector): SitemapReader {
  const open: string[] = [];
  let root: string | null = null;
  let kind: Sitemap['kind'] = 'unknown';
  let text: string | null = null; // of the element that is being read
  let url = '';
  let lastModified: string | null = null;

  const parser = new Parser(
    {
      onopentagname(name) {
        const local = localName(name);
        root ??= local;
        if (open.length === 0 && local === 'urlset') kind = 'urlset';
        if (open.length === 0 && local === 'sitemapindex') kind = 'index';
        open.push(name);
        if (open.length > MAX_DEPTH) throw new PermanentError('no sitemap is nested so deep');
        if (open.length === 2) {
          url = '';
          lastModified = null;
        }
        // deeper elements with these names are of images, videos or news
        const isWanted = open.length === 3 && (local === 'loc' || local === 'lastmod');
        text = isWanted ? '' : null;
      },
      ontext(part) {
        if (text !== null && text.length < MAX_TEXT) text += part;
      },
      onclosetag(name, isImplied) {
        const depth = open.length;
        open.pop();
        // the file ends inside: an address there may be cut
        if (isImplied) return;
        const local = localName(name);
        if (depth === 3 && text !== null) {
          if (local === 'loc') url = text;
          else lastModified = isoDate(text);
          text = null;
        }
        if (depth === 2 && (local === 'url' || local === 'sitemap') && kind !== 'unknown') {
          collector.add(url, lastModified);
        }
      },
    },
    { xmlMode: true },
  );
  return {
    write: (part) => parser.write(part),
    end: () => parser.end(),
    found: () => ({ kind, root }),
  };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

/** One URL a line; empty lines do not count. */
function textReader(collector: EntryCollector): SitemapReader {
  let rest = '';
  let isSitemap = false;
  const line = (text: string): void => {
    const url = text.trim();
    if (url === '') return;
    isSitemap ||= URL.canParse(url);
    if (isSitemap) collector.add(url, null);
  };
  const write = (part: string): void => {
    const lines = (rest + part).split(LINE);
    rest = (lines.pop() ?? '').slice(0, MAX_TEXT);
    for (const one of lines) line(one);
  };
  return {
    write,
    end() {
      write('\n');
    },
    found: () => ({ kind: isSitemap ? 'text' : 'unknown', root: null }),
  };
}

function isMarkup(piece: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(piece.subarray(0, 512)).includes('<');
}

/** UTF-8, as the protocol wants it, unless a byte order mark or the XML declaration names another charset. */
function decoderFor(piece: Uint8Array): Decoder {
  if (piece[0] === 0xff && piece[1] === 0xfe) return new TextDecoder('utf-16le');
  if (piece[0] === 0xfe && piece[1] === 0xff) return new TextDecoder('utf-16be');
  const head = new TextDecoder('latin1').decode(piece.subarray(0, 256));
  try {
    return new TextDecoder(ENCODING.exec(head)?.[1] ?? 'utf-8');
  } catch {
    return new TextDecoder();
  }
}
