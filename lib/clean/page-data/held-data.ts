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

/**
 * What the page holds as data for its own scripts: JSON scripts (`__NEXT_DATA__`, JSON-LD), state assigned to a variable
 * (`window.__INITIAL_STATE__ = {…}`), and `data-*` attributes that are JSON (Discourse, Inertia). Nothing is executed.
 */
export function heldData(page: ParsedPage): unknown[] {
  const held: unknown[] = [];
  for (const element of page.elements) {
    if (held.length >= MAX_HOLDERS) break;
    if (element.name === 'script') held.push(...scriptData(element));
    else held.push(...attributeData(element));
  }
  return held.filter((value) => typeof value === 'object' && value !== null);
}

function scriptData(element: PageElement): unknown[] {
  const code = element.children.map((child) => (child instanceof Text ? child.data : '')).join('');
  if (code.length < MIN_CHARS) return [];
  if (JSON_TYPE.test(element.attribute('type') ?? '')) return [tolerantJson(unescaped(code))];
  if (ESCAPED.test(code)) return [tolerantJson(unescaped(code))];
  return [
    ...assigned(code, ASSIGNED).map(tolerantJson),
    ...assigned(code, PARSED).map(parsedTwice),
  ];
}

/** The code from where each value begins; the reader of JSON stops at its end. */
function assigned(code: string, pattern: RegExp): string[] {
  const values: string[] = [];
  for (const match of code.matchAll(pattern)) {
    if (values.length >= ASSIGNMENTS) break;
    const from = match.index + match[0].length;
    if (code.length - from >= MIN_CHARS) values.push(code.slice(from));
  }
  return values;
}

function parsedTwice(code: string): unknown {
  const inner = tolerantJson(`[${code.slice(0, stringEnd(code, 0))}]`);
  const text: unknown = Array.isArray(inner) ? inner[0] : null;
  return typeof text === 'string' ? tolerantJson(text) : null;
}

function attributeData({ held }: PageElement): unknown[] {
  const values: unknown[] = [];
  for (let at = 1; at < held.length; at += 2) {
    const value = held[at] ?? '';
    if (value.length < MIN_CHARS || !(value.startsWith('{') || value.startsWith('[{'))) continue;
    if (held[at - 1]?.startsWith('data-')) values.push(tolerantJson(value));
  }
  return values;
}

function unescaped(code: string): string {
  if (!ESCAPED.test(code)) return code;
  try {
    return decodeURIComponent(code.trim());
  } catch {
    return code;
  }
}
