import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { encodeText, type SampleCharset } from './encode-text.ts';

/** Stands for the server's own origin in source.json, robots.txt and the XML files of the site. */
export const PLACEHOLDER_ORIGIN = 'http://sample.invalid';

/** How one address of the sample site answers: an entry of site.json. */
export interface SamplePage {
  /** Why the page is there: the habit of real sites it shows. */
  readonly note: string;
  /** Body, below site/, kept as UTF-8; without one the answer is empty. */
  readonly file?: string;
  /** 200 if not given. */
  readonly status?: number;
  /** As sent, wrong or missing charset included. ETag and Last-Modified make 304 possible. */
  readonly headers: Readonly<Record<string, string>>;
  /** What the body is encoded in when served, whatever the headers claim; utf-8 if not given. */
  readonly encoding?: SampleCharset;
  /** The body speaks of absolute addresses: the placeholder origin becomes the server's. */
  readonly absolute?: boolean;
  /** `file`: the resource itself is a .gz file. `transfer`: Content-Encoding, if the client accepts it. */
  readonly gzip?: 'file' | 'transfer';
  /** Sent in pieces without Content-Length. */
  readonly chunked?: boolean;
}

/** Path with query → page. */
export type SampleSite = Readonly<Record<string, SamplePage>>;

const here = new URL('.', import.meta.url);

/** The sample site as written down in site.json. */
export function sampleSite(): SampleSite {
  const site: SampleSite = JSON.parse(readFileSync(new URL('site.json', here), 'utf8'));
  return site;
}

/** The payload of a page as its server stores it, before any content encoding. */
export function samplePayload(page: SamplePage, origin: string): Buffer {
  if (page.file === undefined) return Buffer.alloc(0);
  const stored = readFileSync(new URL(`site/${page.file}`, here));
  const isAsStored = !page.absolute && (page.encoding ?? 'utf-8') === 'utf-8';
  if (isAsStored) return page.gzip === 'file' ? gzipSync(stored) : stored;
  const text = stored.toString('utf8').replaceAll(PLACEHOLDER_ORIGIN, origin);
  const payload = encodeText(text, page.encoding ?? 'utf-8');
  return page.gzip === 'file' ? gzipSync(payload) : payload;
}
