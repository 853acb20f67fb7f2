import { Text } from 'domhandler';
import type { PageElement } from '../dom/page-element.ts';
import type { ParsedPage } from '../dom/parse-page.ts';
import { stringEnd, tolerantJson } from '../metadata/tolerant-json.ts';

/** Scripts and attributes read at most. */
const MAX_HOLDERS = 200;
/** A document's worth of data; less is settings. */
const MIN_CHARS = 100;
const JSON_TYPE = /json/i;
/** `window.__STATE__ = {`, `var page = [{`: where an assignment's value begins. */
const ASSIGNED = /=\s{0,20}(?=[{[])/g;
const ASSIGNMENTS = 8;
/** `= JSON.parse("{\"doc\":…`: JSON as a string of JSON. */
const PARSED = /JSON\.parse\(\s{0,20}(?=")/g;
/** A whole script of percent escapes, as some sites hide their state from careless parsers. */
const ESCAPED = /^\s{0,20}%(?:7B|5B)/i;

/** Characters read of one page: two of the largest states that pages have. */
const MOST_READ = 4_000_000;

/**
 * What the page holds as data for its own scripts: JSON scripts (`__NEXT_DATA__`, JSON-LD), state assigned to a variable
 * (`window.__INITIAL_STATE__ = {…}`), and `data-*` attributes that are JSON (Discourse, Inertia). Nothing is executed.
 */
export function heldData(page: ParsedPage): unknown[] {
  const held: unknown[] = [];
  let left = MOST_READ;
  for (const source of page.elements.flatMap(sourcesIn).slice(0, MAX_HOLDERS)) {
    left -= source.text.length;
    if (left < 0) break;
    const value = source.isString ? parsedTwice(source.text) : tolerantJson(source.text);
    if (typeof value === 'object' && value !== null) held.push(value);
  }
  return held;
}

/** A text that may be JSON, or a string literal that holds JSON. */
interface Source {
  readonly text: string;
  readonly isString: boolean;
}

function sourcesIn(element: PageElement): Source[] {
  return element.name === 'script' ? scriptSources(element) : attributeSources(element);
}

function scriptSources(element: PageElement): Source[] {
  const code = element.children.map((child) => (child instanceof Text ? child.data : '')).join('');
  if (code.length < MIN_CHARS) return [];
  if (JSON_TYPE.test(element.attribute('type') ?? '') || ESCAPED.test(code)) {
    return [{ text: unescaped(code), isString: false }];
  }
  return [
    ...valuesBehind(code, ASSIGNED, valueEnd).map((text) => ({ text, isString: false })),
    ...valuesBehind(code, PARSED, stringEnd).map((text) => ({ text, isString: true })),
  ];
}

/** What stands behind the places of a pattern, one after the other; none that does not end. */
function valuesBehind(
  code: string,
  pattern: RegExp,
  endOf: (code: string, from: number) => number,
): string[] {
  const values: string[] = [];
  let next = 0;
  for (const match of code.matchAll(pattern)) {
    const from = match.index + match[0].length;
    if (from < next) continue;
    const end = endOf(code, from);
    // Nothing closes it, so nothing that begins later is outside of it.
    if (end < 0) break;
    next = end;
    if (end - from >= MIN_CHARS) values.push(code.slice(from, end));
    if (values.length >= ASSIGNMENTS) break;
  }
  return values;
}

const BRACKETS = /["[\]{}]/g;

/** Where the object or list ends that begins at `from`; -1 if it does not. */
function valueEnd(code: string, from: number): number {
  let depth = 0;
  BRACKETS.lastIndex = from;
  for (let found = BRACKETS.exec(code); found; found = BRACKETS.exec(code)) {
    const [sign] = found;
    if (sign === '"') BRACKETS.lastIndex = stringEnd(code, found.index);
    else depth += sign === '{' || sign === '[' ? 1 : -1;
    if (depth === 0) return found.index + 1;
  }
  return -1;
}

function parsedTwice(literal: string): unknown {
  const inner = tolerantJson(`[${literal}]`);
  const text: unknown = Array.isArray(inner) ? inner[0] : null;
  return typeof text === 'string' ? tolerantJson(text) : null;
}

function attributeSources({ held }: PageElement): Source[] {
  const sources: Source[] = [];
  for (let at = 1; at < held.length; at += 2) {
    const text = held[at] ?? '';
    if (text.length < MIN_CHARS || !(text.startsWith('{') || text.startsWith('[{'))) continue;
    if (held[at - 1]?.startsWith('data-')) sources.push({ text, isString: false });
  }
  return sources;
}

function unescaped(code: string): string {
  if (!ESCAPED.test(code)) return code;
  try {
    return decodeURIComponent(code.trim());
  } catch {
    return code;
  }
}
