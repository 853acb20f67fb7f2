import { applyEdits } from '../block.ts';
import { addressesIn, isOfficial } from '../repairs/addresses.ts';
import { disjoint, foldWidth, type Range } from '../repairs/mark-places.ts';
import { beginsHost } from '../repairs/spelled-name.ts';
import type { SiteWords } from './site-words.ts';

/** Stands for each character of a name of the site. */
export const NAME = '\ue000';
/** Stands for each character of an address of the site. */
export const HOST = '\ue001';
/** What sites put between the characters of their names. */
const SIGNS = ' \u3000_~～*·^|`+-./＋－、';
const MOST_SIGNS = 2;
const LATIN_RUN = /[a-z0-9][a-z0-9 ./:*~+^|_-]{3,80}/gi;
/** www。example。com, example点com */
const LATIN_STOP =
  /(?<=[a-z0-9])。(?=[a-z]{2,20}[。./]|(?:com|cn|net|org|example|test)(?![a-z]))|(?<=[a-z0-9])点(?=(?:com|cn|net|org|example|test)(?![a-z]))/gi;
/** exam*ple*com: the last of such signs stands for a stop. */
const APART = /[*~+^|_]/;
const LETTER = /[a-z0-9]/i;
const MOST_PLACES = 100;

/**
 * The text, unit for unit, with letters and digits of one width and every name and address of the site replaced by
 * signs of their own: 麦 田 网, M+a-i tian.com too. So the shape of an insertion can be told whatever its site is called.
 */
export function maskSite(text: string, words: SiteWords): string {
  const folded = foldWidth(text).replace(LATIN_STOP, '.');
  let masked = covered(folded, addressRanges(folded, words), HOST);
  for (const name of words.names) masked = covered(masked, spelledOut(masked, name), NAME);
  return masked;
}

function covered(text: string, ranges: readonly Range[], sign: string): string {
  const edits = disjoint(ranges).map(({ from, to }) => ({
    from,
    to,
    insert: sign.repeat(to - from),
  }));
  return edits.length === 0 ? text : applyEdits(text, edits);
}

/** Where a name stands, written together or apart. */
function spelledOut(text: string, name: string): Range[] {
  const ranges: Range[] = [];
  const first = name.charAt(0);
  for (let at = text.indexOf(first); at >= 0 && ranges.length < MOST_PLACES; ) {
    const to = endOfSpelled(text, at, name);
    if (to > 0) ranges.push({ from: at, to });
    at = text.indexOf(first, Math.max(at + 1, to));
  }
  return ranges;
}

function endOfSpelled(text: string, from: number, name: string): number {
  let at = from + 1;
  for (let next = 1; next < name.length; next += 1) {
    let signs = 0;
    while (signs < MOST_SIGNS && text.charAt(at) !== '' && SIGNS.includes(text.charAt(at))) {
      at += 1;
      signs += 1;
    }
    if (text.charAt(at) !== name.charAt(next)) return -1;
    at += 1;
  }
  return at;
}

/** Where an address of the site stands, or the label of its host alone, with blanks inside or not. */
function addressRanges(text: string, words: SiteWords): Range[] {
  return [...text.matchAll(LATIN_RUN)].flatMap(({ index, 0: run }) => {
    const { places, squeezed } = squeezedRun(run, index);
    const ranges = addressesIn(squeezed).filter(({ address }) => isSites(address, words));
    const labels = ranges.length > 0 ? ranges : labelsIn(squeezed, words);
    const found = labels.length > 0 ? labels : writtenApart(run, squeezed);
    return found.map(({ from, to }) => ({
      from: places[from] ?? index,
      to: (places[to - 1] ?? index) + 1,
    }));
  });
}

/** The run without blanks and signs, and where each of its characters stands. */
function squeezedRun(run: string, index: number): { places: number[]; squeezed: string } {
  const places: number[] = [];
  let squeezed = '';
  const stop = run.includes('.') ? -1 : lastSign(run);
  for (let at = 0; at < run.length; at += 1) {
    const character = run.charAt(at);
    if (character === ' ' || (at !== stop && APART.test(character))) continue;
    places.push(index + at);
    squeezed += at === stop ? '.' : character.toLowerCase();
  }
  return { places, squeezed };
}

/** w w w. t ljaw.e xample, www.l xht.com: with blanks inside its words, which nobody writes but to be no word for a filter. */
function writtenApart(run: string, squeezed: string): Range[] {
  const pieces = run.trim().split(BLANKS);
  const isWhole = (piece: string): boolean => addressesIn(piece).length > 0;
  const isWww =
    squeezed.startsWith('www.') && !pieces.some((piece) => WWW.test(piece) && isWhole(piece));
  const letters = pieces.some(isWhole) ? 0 : pieces.filter((piece) => SINGLE.test(piece)).length;
  if (pieces.length < 2 || !(isWww || letters >= LEAST_SINGLE)) return [];
  return addressesIn(squeezed).filter(({ from }) => from === 0);
}

const BLANKS = / {1,4}/;
const SINGLE = /^[a-z]$/i;
const WWW = /www\./i;
const LEAST_SINGLE = 3;

function lastSign(run: string): number {
  for (let at = run.length - 2; at > 0; at -= 1) if (APART.test(run.charAt(at))) return at;
  return -1;
}

function isSites(address: string, { names, labels }: SiteWords): boolean {
  if (isOfficial(address)) return false;
  return (
    labels.some((label) => address.toLowerCase().includes(label)) ||
    names.some((name) => beginsHost(name, address))
  );
}

function labelsIn(squeezed: string, { names, labels }: SiteWords): Range[] {
  const known = labels.flatMap((label) => {
    const from = squeezed.indexOf(label);
    const isPart = LETTER.test(squeezed.charAt(from - 1)) || from < 0;
    return isPart ? [] : [{ from, to: from + label.length }];
  });
  if (known.length > 0) return known;
  const word = LABEL.exec(squeezed)?.[0] ?? '';
  const isName = word.length >= SHORTEST_LABEL && names.some((name) => beginsHost(name, word));
  return isName ? [{ from: 0, to: word.length }] : [];
}

const LABEL = /^[a-z]{5,20}/;
const SHORTEST_LABEL = 5;
