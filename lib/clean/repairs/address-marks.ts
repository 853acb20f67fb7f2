import {
  belongsTo,
  interrupts,
  isOfSentence,
  pieceAround,
  type Range,
  STRICT,
} from './mark-places.ts';
import { claimLength, leadLength, SAYS, withoutSpaces } from './mark-words.ts';
import type { Identity } from './site-identity.ts';

const ADDRESS =
  /(?:https?:\/\/)?(?:[a-z0-9-]{1,40}\.){1,4}(?:com|cn|net|org|cc|top|xyz|vip|info|site|club|wang|co|me|tv|la|example)(?![a-z0-9])(?:\/[\w./?=&%-]{0,60})?/gi;
/** A rest this short is another name of the site. */
const LONGEST_NAME = 12;

/** The addresses in a text that mark it as the site's: in brackets, or between the words of a sentence. */
export function addressMarks(text: string, identity: Identity): Range[] {
  const ranges: Range[] = [];
  for (const { index, 0: address } of text.matchAll(ADDRESS)) {
    const range = { from: index, to: index + address.length };
    const isOwn = belongsTo(address, identity.host);
    const piece = pieceAround(text, range);
    const mark = piece
      ? bracketMark(text, piece, { address, isOwn, names: identity.names })
      : openMark(text, range, { isOwn, names: identity.names, host: identity.host });
    if (mark) ranges.push(mark);
  }
  return ranges;
}

/** （某某网 www.example.com） with the name before it, if the brackets hold no more. */
function bracketMark(
  text: string,
  piece: Range,
  { address, isOwn, names }: { address: string; isOwn: boolean; names: readonly string[] },
): Range | null {
  const said = text.slice(piece.from + 1, piece.to - 1).replace(address, '');
  if (!isOwn && !namesSite(said, names)) return null;
  if (!saysNoMore(said, names)) return null;
  const name = nameBefore(text, piece.from, names);
  if (name >= 0) return { from: name, to: piece.to };
  return isOfSentence(text, { from: piece.from, said, address }) ? null : piece;
}

/** 某某网www.example.com首发 between the words of a sentence. */
function openMark(
  text: string,
  { from, to }: Range,
  { isOwn, names, host }: { isOwn: boolean; names: readonly string[]; host: string | null },
): Range | null {
  const name = nameBefore(text, from, names);
  const end = to + claimLength(text, to);
  if (name >= 0) {
    return STRICT.test(text.slice(Math.max(0, name - 6), name)) ? null : { from: name, to: end };
  }
  const isAlone = isOwn || (host === null && CLAUSE_END.test(text.charAt(from - 1)));
  return isAlone && interrupts(text, { from, to: end }, STRICT) ? { from, to: end } : null;
}

/** Nobody makes a clause of an address alone: behind such a mark it is in the way, even where no host is known. */
const CLAUSE_END = /[，。；！？”]/;

function namesSite(said: string, names: readonly string[]): boolean {
  const bare = withoutSpaces(said);
  return names.some((name) => bare.includes(name));
}

/** Nothing but the site's name and what marks say. */
function saysNoMore(said: string, names: readonly string[]): boolean {
  let rest = withoutSpaces(said);
  for (const name of names) rest = rest.replaceAll(name, '');
  return SAYS.test(rest) || (rest.length <= LONGEST_NAME && !SENTENCE_MARK.test(rest));
}

const SENTENCE_MARK = /[，。；！？]/;

/** Where a name of the site begins that ends at `end`, blanks between its characters or not; -1 if none does. */
function nameBefore(text: string, end: number, names: readonly string[]): number {
  for (const name of names) {
    let at = end;
    let left = name.length;
    while (at > 0 && left > 0) {
      const character = text.charAt(at - 1);
      if (character === name.charAt(left - 1)) left -= 1;
      else if (!' \u3000:：(（'.includes(character)) break;
      at -= 1;
    }
    if (left === 0) return at - leadLength(text, at);
  }
  return -1;
}
