import { hasChinese } from '../has-chinese.ts';
import { type Address, addressesIn, hostIn, isHome, isOfficial } from './addresses.ts';
import { foldWidth, isBehindAll, isBetweenClauses, pieceAround } from './mark-places.ts';
import { endOfName, nameBefore } from './name-before.ts';
import { beginsHost, spelledBefore } from './spelled-name.ts';

/** What a text says of the site it was taken from, where no address of the page is known. */
export interface Owner {
  /** Hosts that the frame names, and those that stand in the way of sentences again and again. */
  readonly hosts: readonly string[];
  /** Names that belong to such a host: they stand beside it, or their pinyin is its label. */
  readonly bound: readonly string[];
}

const NOBODY: Owner = { hosts: [], bound: [] };
const REPEATED = 2;
const HINT = /[a-z0-9ａ-ｚ][.．][a-zａ-ｚ]{2}/i;

/**
 * Learns hosts and names of the site from the lines of the frame and from its marks. `heads` are what may be its name: the
 * first step of a path, who claims the page.
 */
export function learnOwner(
  frame: readonly string[],
  texts: readonly string[],
  heads: readonly string[],
): Owner {
  const framed = placed(frame);
  const inside = placed(texts);
  if (framed.length === 0 && inside.length === 0) return NOBODY;
  const hosts = new Set([...framed.map(({ address }) => hostIn(address)), ...repeated(inside)]);
  const bound = new Set(framed.map(spelledName).filter((name) => name !== ''));
  for (const place of [...framed, ...inside]) {
    for (const head of heads.filter((name) => isBound(name, place))) {
      bound.add(head);
      hosts.add(hostIn(place.address));
    }
  }
  return { hosts: [...hosts], bound: [...bound] };
}

interface Placed extends Address {
  readonly text: string;
}

function placed(lines: readonly string[]): Placed[] {
  return lines
    .filter((line) => HINT.test(line) && hasChinese(line))
    .flatMap((line) => {
      const text = foldWidth(line);
      return addressesIn(text).map((address) => ({ ...address, text }));
    })
    .filter(({ address }) => !isOfficial(address));
}

/** 某某之路(http://www.moumouzhilu.com): the name before an address that spells it; '' if there is none. */
function spelledName({ text, from, address }: Placed): string {
  const end = endOfName(text, from);
  const at = spelledBefore(text, end, address);
  if (at >= 0) return text.slice(at, end).replace(/\s/g, '');
  // 某某写作屋 beside moumouxz.com: the host spells its beginning.
  const whole = WHOLE_NAME.exec(text.slice(Math.max(0, end - LONGEST_NAME), end))?.[0] ?? '';
  return whole !== '' && beginsHost(whole, address) ? whole : '';
}

const WHOLE_NAME = /(?<=^|[^\p{sc=Han}])\p{sc=Han}{4,8}$/u;
const LONGEST_NAME = 9;

function isBound(name: string, { text, from, address }: Placed): boolean {
  return nameBefore(text, from, [name]) >= 0 || beginsHost(name, address);
}

/** Addresses of whole sites between two clauses or behind the last one, more than once: no document says one so. */
function repeated(places: readonly Placed[]): string[] {
  const counts = new Map<string, number>();
  for (const { text, from, to, address } of places) {
    const range = pieceAround(text, { from, to }) ?? { from, to };
    const isMark = isBetweenClauses(text, range) || isBehindAll(text, range);
    if (!isHome(address) || !isMark) continue;
    counts.set(hostIn(address), (counts.get(hostIn(address)) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count >= REPEATED).map(([host]) => host);
}
