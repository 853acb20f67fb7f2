import { isEdition } from './edition-name.ts';
import { wordKey } from './fold.ts';
import { type TitlePart, titleParts } from './title-parts.ts';

/** What tells a site's name from a title: names the page states, and its host. */
export interface SiteHints {
  /** Word keys of the names the page states. */
  readonly keys: ReadonlySet<string>;
  /** Host labels that can be a name: nytimes of www.nytimes.com. */
  readonly labels: readonly string[];
}

const HOST_NOISE = new Set([
  'www',
  'm',
  'blog',
  'com',
  'net',
  'org',
  'co',
  'cn',
  'html',
  'de',
  'uk',
  'edu',
  'gov',
  'info',
]);

const BAR = /[|｜»«_]/;
const MAX_TAIL = 60;
const MAX_SITE_NAME = 80;
const WWW = /^www\./;
const HAN = /\p{Script=Han}/u;

/** The title without the site's name before or after it; whole if nothing else would be left. */
export function stripSite(title: string, hints: SiteHints): string {
  const parts = titleParts(title);
  let first = 0;
  let last = parts.length - 1;
  while (last > first && isSiteName(parts[last]?.text ?? '', hints)) last -= 1;
  while (first < last && isSiteName(parts[first]?.text ?? '', hints)) first += 1;
  return slice(title, parts, first, last);
}

/**
 * As `stripSite`, and when no part is known, the last part goes: the usual place of a site's name. After a bar a long
 * one goes too; after a hyphen only a short one that is shorter than the rest.
 */
export function stripSuffix(title: string, hints: SiteHints): string {
  const known = stripSite(title, hints);
  const parts = titleParts(known);
  if (known !== title.trim() || parts.length < 2) return known;
  const tail = parts.at(-1)?.text ?? '';
  const before = parts.at(-2);
  const rest = slice(known, parts, 0, parts.length - 2);
  const separator = known.slice(before?.to ?? 0, parts.at(-1)?.from);
  const goes = BAR.test(separator)
    ? tail.length <= MAX_TAIL && wordKey(rest).length > 3
    : isShort(tail) && wordKey(rest).length > wordKey(tail).length;
  return goes ? rest : known;
}

/** Whether a name is the site's: one the page states as such, or its host's. */
export function isSiteName(name: string, hints: SiteHints): boolean {
  if (name.length > MAX_SITE_NAME) return false;
  if (isEdition(name)) return true;
  const key = wordKey(name);
  if (key === '' || hints.keys.has(key)) return true;
  return hints.labels.some((label) => sameLabel(key, label));
}

/** Hints from the names a page states and the host it was fetched from. */
export function siteHints(names: readonly string[], host: string): SiteHints {
  const labels = host
    .toLowerCase()
    .split('.')
    .filter((label) => label.length > 2 && !HOST_NOISE.has(label));
  return {
    keys: new Set(names.map(wordKey)),
    labels: host === '' ? [] : [...labels, host.toLowerCase().replace(WWW, '')].map(wordKey),
  };
}

function sameLabel(key: string, label: string): boolean {
  if (key === label || key === `the${label}` || `the${key}` === label) return true;
  return key.length > 4 && label.startsWith(key) && key.length / label.length > 0.6;
}

function isShort(text: string): boolean {
  const key = wordKey(text);
  const han = HAN.test(key);
  return han ? key.length <= 12 : key.length <= 30 && text.split(' ').length <= 4;
}

function slice(title: string, parts: readonly TitlePart[], first: number, last: number): string {
  const from = parts[first]?.from ?? 0;
  const to = parts[last]?.to ?? title.length;
  return title.slice(from, to).trim();
}
