import { keyLikeness, wordKey } from '../metadata/fold.ts';
import { isRecord, ldText } from '../metadata/json-ld.ts';
import type { DataTexts } from './data-texts.ts';

/** A document as the page's data has it. */
export interface DataDocument {
  /** HTML or plain text, in order. */
  readonly parts: readonly string[];
  readonly size: number;
  readonly title: string;
  /** As the data writes it, or ISO 8601 where that is a number; '' if unknown. */
  readonly published: string;
  readonly author: string;
  readonly section: string;
}

type DataRecord = Readonly<Record<string, unknown>>;

const TITLE = ['title', 'headline', 'subject'];
const PUBLISHED = [
  ...['publishedAt', 'published_at', 'datePublished', 'publishTime', 'publish_time', 'publishDate'],
  ...['pubDate', 'pub_time', 'createdAt', 'created_at', 'createTime', 'create_time', 'dateCreated'],
];
const AUTHOR = ['author', 'authorName', 'author_name', 'creator', 'username', 'nickname', 'user'];
const SECTION = [
  'articleSection',
  'category',
  'categoryName',
  'category_name',
  'channel',
  'section',
];
const NAME = ['name'];
const PERSON = ['name', 'nickname', 'username'];
const MAX_FIELD = 300;
/** The title of the page and one of the data are the same words, but for the site's name. */
const SAME_TITLE = 0.9;
const MIN_TITLE = 4;
/** Seconds since 1970 up to 2100; more are milliseconds. */
const MAX_SECONDS = 4_102_444_800;

/**
 * The document among the data's texts: the longest whose record has the title that the page has. What has another is a
 * neighbour's, or a shop's guide. Null if there is none, or none that is free to read.
 */
export function dataDocument(texts: readonly DataTexts[], headTitle: string): DataDocument | null {
  for (const candidate of texts) {
    const document = readDocument(candidate);
    if (document && isSameTitle(document.title, headTitle)) return document;
  }
  return null;
}

function readDocument(texts: DataTexts): DataDocument | null {
  const { parts, size, records } = texts;
  // schema.org: what is for subscribers is in the data for search engines alone.
  if (records.some((record) => isFalse(record['isAccessibleForFree']))) return null;
  const titled = records.findIndex((record) => textAt(record, TITLE) !== '');
  // A record of a post has its writer's name, so names count only where nothing is titled.
  const title = first(records, (record) => textAt(record, titled < 0 ? NAME : TITLE));
  // The document's record first, then what is inside of it.
  const about = titled < 0 ? records : records.slice(0, titled + 1).reverse();
  return {
    parts,
    size,
    title,
    published: first(about, (record) => dateAt(record)),
    author: first([...about].reverse(), (record) => nameAt(record)),
    section: first(about, (record) => textAt(record, SECTION)),
  };
}

function isFalse(value: unknown): boolean {
  return value === false || (typeof value === 'string' && value.toLowerCase() === 'false');
}

function isSameTitle(title: string, headTitle: string): boolean {
  const own = wordKey(title);
  if (own.length < MIN_TITLE) return false;
  const head = wordKey(headTitle);
  return own.length <= head.length && keyLikeness(own, head) >= SAME_TITLE;
}

function first(records: readonly DataRecord[], read: (record: DataRecord) => string): string {
  for (const record of records) {
    const said = read(record);
    if (said !== '') return said;
  }
  return '';
}

function textAt(record: DataRecord, keys: readonly string[]): string {
  for (const key of keys) {
    const said = ldText(record[key]).trim();
    if (said !== '' && said.length <= MAX_FIELD) return said;
  }
  return '';
}

function nameAt(record: DataRecord): string {
  for (const key of AUTHOR) {
    const value = record[key];
    const said = isRecord(value) ? textAt(value, PERSON) : ldText(value).trim();
    if (said !== '' && said.length <= MAX_FIELD) return said;
  }
  return '';
}

function dateAt(record: DataRecord): string {
  for (const key of PUBLISHED) {
    const value = record[key];
    if (typeof value === 'number' && value > 0) return isoOf(value);
    if (typeof value === 'string' && value.length <= MAX_FIELD) return value;
  }
  return '';
}

function isoOf(value: number): string {
  const date = new Date(value > MAX_SECONDS ? value : value * 1000);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
