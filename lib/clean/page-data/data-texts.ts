import { isRecord } from '../metadata/json-ld.ts';
import { tolerantJson } from '../metadata/tolerant-json.ts';

/** Texts that stand at one place of the data: an article's body, or the bodies of all posts of a thread. */
export interface DataTexts {
  /** As the data has them, in order: HTML or plain. */
  readonly parts: readonly string[];
  /** Letters of all parts; Han count 2.5, as in BlockMeasures. */
  readonly size: number;
  /** The records around the first part, innermost first. */
  readonly records: readonly Readonly<Record<string, unknown>>[];
}

type Place = {
  readonly value: unknown;
  /** Keys from the top, `*` for an index. */
  readonly path: string;
  readonly around: Around | null;
};

interface Around {
  readonly record: Readonly<Record<string, unknown>>;
  readonly outer: Around | null;
}

const MAX_PLACES = 200_000;
/** Characters: some twenty steps; a document lies nearer. */
const LONGEST_PATH = 480;
const MAX_RECORDS = 4;
/** Shorter strings are names, labels, codes. */
const MIN_PART = 40;
const WIDE_WEIGHT = 2.5;
const WIDE = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;
const LETTER = /[\p{L}\p{N}]/gu;
const TAGS = /<[^<>]{1,2000}>/g;
/** A sentence, or paragraphs of HTML: addresses, codes and styles have neither. */
const SENTENCE = /[。！？；，、]|[a-z\p{L}][.!?,;:] |[.!?]["')]?$|<(?:p|br|div|li)\b/u;
/** What holds code, or words about the document. */
const NOT_BODY =
  /css|style|script|template|svg|schema|config|i18n|locale|message|translation|summary|excerpt|description|desc$|digest|seo|keyword|related|recommend|suggest|raw$/i;

interface Found {
  readonly parts: string[];
  size: number;
  readonly around: Around | null;
}

/** The texts of the data by their place, the largest first. Iterative; bounded in places and depth. */
export function dataTexts(values: readonly unknown[]): DataTexts[] {
  const found = new Map<string, Found>();
  const stack = values.map((value, at): Place => ({ value, path: String(at), around: null }));
  stack.reverse();
  for (let seen = 0; seen < MAX_PLACES; seen += 1) {
    const place = stack.pop();
    if (!place) break;
    const inner = innerPlaces(place);
    for (let at = inner.length - 1; at >= 0; at -= 1) stack.push(inner[at] ?? place);
    if (typeof place.value === 'string' && inner.length === 0) addText(found, place, place.value);
  }
  return [...found.values()]
    .map(({ parts, size, around }) => ({ parts, size, records: recordsOf(around) }))
    .sort((a, b) => b.size - a.size);
}

function addText(found: Map<string, Found>, { path, around }: Place, text: string): void {
  const size = proseSize(text);
  if (size < MIN_PART) return;
  const texts = found.get(path);
  if (texts) {
    texts.parts.push(text);
    texts.size += size;
  } else found.set(path, { parts: [text], size, around });
}

function innerPlaces({ value, path, around }: Place): Place[] {
  if (path.length > LONGEST_PATH) return [];
  if (typeof value === 'string') {
    const nested = nestedData(value);
    return nested ? [{ value: nested, path, around }] : [];
  }
  if (Array.isArray(value)) {
    return value.slice(0, MAX_PLACES).map((item) => ({ value: item, path: `${path}/*`, around }));
  }
  if (!isRecord(value)) return [];
  const here = { record: value, outer: around };
  return Object.entries(value)
    .filter(([key, inner]) => inner !== null && !NOT_BODY.test(key))
    .map(([key, inner]) => ({ value: inner, path: `${path}/${key.slice(0, 40)}`, around: here }));
}

/** Data whose values are JSON again (Discourse). */
function nestedData(value: string): object | null {
  if (value.length < MIN_PART || !(value.startsWith('{"') || value.startsWith('[{"'))) return null;
  const inner = tolerantJson(value);
  return typeof inner === 'object' ? inner : null;
}

function proseSize(value: string): number {
  if (value.length * WIDE_WEIGHT < MIN_PART || !SENTENCE.test(value)) return 0;
  const text = value.includes('<') ? value.replace(TAGS, ' ') : value;
  const letters = text.match(LETTER)?.length ?? 0;
  const wide = text.match(WIDE)?.length ?? 0;
  return letters + wide * (WIDE_WEIGHT - 1);
}

function recordsOf(around: Around | null): Readonly<Record<string, unknown>>[] {
  const records: Readonly<Record<string, unknown>>[] = [];
  for (let at = around; at && records.length < MAX_RECORDS; at = at.outer) records.push(at.record);
  return records;
}
