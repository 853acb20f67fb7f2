/**
 * Names of tags and attributes, each one string however often and however it is written: a page says a few dozen names
 * some thousand times, and names that are one string are told apart by identity.
 */
const SLOTS = 4096;
/** Half of the slots: searches stay short. One more, and all are forgotten: rare names of many pages must not keep out those of the next. */
const MOST_NAMES = SLOTS / 2;
/** No name of HTML is longer. */
const LONGEST = 24;

const slots: (string | undefined)[] = new Array<string | undefined>(SLOTS).fill(undefined);
let count = 0;

/** The name between two places of a page, in lower case. */
export function nameBetween(html: string, start: number, end: number): string {
  const hash = end - start > LONGEST ? NOT_ASCII : hashOf(html, start, end);
  if (hash === NOT_ASCII) return html.slice(start, end).toLowerCase();
  let slot = hash & (SLOTS - 1);
  let known = slots[slot];
  while (known !== undefined) {
    if (isSaid(known, html, start, end)) return known;
    slot = (slot + 1) & (SLOTS - 1);
    known = slots[slot];
  }
  const name = ownString(html.slice(start, end).toLowerCase());
  if (count >= MOST_NAMES) {
    slots.fill(undefined);
    count = 0;
    slot = hash & (SLOTS - 1);
  }
  count += 1;
  slots[slot] = name;
  return name;
}

const NOT_ASCII = -1;

function hashOf(html: string, start: number, end: number): number {
  let hash = 0;
  for (let at = start; at < end; at += 1) {
    const code = html.charCodeAt(at);
    if (code > 0x7f) return NOT_ASCII;
    hash = Math.imul(hash, 31) + lower(code);
  }
  return (hash ^ (hash >>> 12)) & 0x7fffffff;
}

function isSaid(name: string, html: string, start: number, end: number): boolean {
  if (name.length !== end - start) return false;
  for (let at = 0; at < name.length; at += 1) {
    if (name.charCodeAt(at) !== lower(html.charCodeAt(start + at))) return false;
  }
  return true;
}

const lower = (code: number): number => (code >= 65 && code <= 90 ? code | 32 : code);

/** A string that shares no memory with the page it was cut from, and is one with all others that became a key. */
function ownString(text: string): string {
  // Without a prototype the engine makes no hidden class for each name.
  const keys: Record<string, true> = Object.create(null);
  keys[text] = true;
  return Object.keys(keys)[0] ?? text;
}
