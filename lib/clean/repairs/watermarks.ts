import {
  belongsTo,
  disjoint,
  foldWidth,
  interrupts,
  isOfSentence,
  LOOSE,
  labelOf,
  pieceAround,
  placesOf,
  type Range,
  STRICT,
} from './mark-places.ts';
import { attributedNames, namesApart } from './name-marks.ts';

/**
 * Names and addresses of the site that its software put inside the sentences of a document: （某某网
 * www.example.com）, 某 某 文 库 with blanks between, ｅｘａｍｐｌｅ in full-width letters. They are told by
 * what the page says of itself outside the document (its host, its names) or by their repetition, and
 * only where they stand in the way of a sentence.
 */
export interface Identity {
  /** Host of the page; null if unknown. */
  readonly host: string | null;
  /** What the frame of the page calls the site. */
  readonly names: readonly string[];
  /** What may be such a name: counts only where it is written apart. */
  readonly mastheads: readonly string[];
}

const ADDRESS =
  /(?:https?:\/\/)?(?:[a-z0-9-]{1,40}\.){1,4}(?:com|cn|net|org|cc|top|xyz|vip|info|site|club|wang|co|me|tv|la|example)(?![a-z0-9])(?:\/[\w./?=&%-]{0,60})?/gi;
const MAYBE =
  /[a-z0-9ａ-ｚ] ?[.．][a-zａ-ｚ]{2}|w w w|\p{sc=Han}[~～*^|`_·./-]\p{sc=Han}|@|本文|文章|转载|内容|资料|[ａ-ｚＡ-Ｚ]{3}|\p{sc=Han} \p{sc=Han} \p{sc=Han} |网|站|库|網|庫|集|馆|苑/iu;

const LONGEST_NAME = 12;
/** What such a mark says beside the name. */
const SAYS =
  /^(?:来源|来自|本文来自|转自|转载自|转载请注明|首发|首发于|收集|整理|收集整理|提供|小说|小说网|欢迎您|免费|阅读|更新|最快|手机版|网址|原创|发布|www|https?|[:：,，\s/.])*$/iu;
/** The marks of the site in a text, in order. `marking` are names that stand alone as marks. */
export function watermarksIn(
  text: string,
  identity: Identity,
  marking: ReadonlySet<string>,
): Range[] {
  if (!MAYBE.test(text)) return [];
  // Full-width letters fold to one unit each, so that places are the same.
  const folded = foldWidth(text);
  const marks = disjoint([
    ...signedMarks(folded, identity),
    ...[...marking].flatMap((name) => bareNames(folded, name, identity, LOOSE)),
  ]);
  return marks.map((mark) => withComma(text, mark));
}

/** A mark between two commas came with one of them. */
function withComma(text: string, { from, to }: Range): Range {
  const before = text.charAt(from - 1);
  return '，。；、'.includes(before) && before !== '' && text.charAt(to) === before
    ? { from, to: to + 1 }
    : { from, to };
}

/** The names that mark the lines: beside the address or in brackets once, or alone at least twice. */
export function markingNames(lines: readonly string[], identity: Identity): Set<string> {
  if (identity.names.length === 0) return new Set();
  const texts = lines.filter((line) => MAYBE.test(line)).map(foldWidth);
  const signed = texts.flatMap((text) =>
    signedMarks(text, identity).map(({ from, to }) => text.slice(from, to).replace(SPACES, '')),
  );
  const aloneOf = (name: string): number =>
    texts.reduce((sum, text) => sum + bareNames(text, name, identity, STRICT).length, 0);
  return new Set(
    identity.names.filter(
      (name) => signed.some((said) => said.includes(name)) || aloneOf(name) >= 2,
    ),
  );
}

/** 某~某~阁~小~说~网~首~发, w w w . e x a m p l e . c o m: nobody writes so but to be no word for a filter. */
const WRITTEN_APART =
  /\p{sc=Han}([~～*^|`])(?:\p{sc=Han}\1){2,}\p{sc=Han}|(?:w ){2}w ?\. ?(?:[a-z0-9] ?){2,30}\. ?(?:[a-z] ){1,7}[a-z](?![a-z])/giu;

/** Marks that need no other beside them: with an address, in brackets, written apart. */
function signedMarks(text: string, identity: Identity): Range[] {
  return [
    ...[...text.matchAll(WRITTEN_APART)].map(({ index, 0: mark }) => ({
      from: index,
      to: index + mark.length,
    })),
    ...addressMarks(text, identity),
    ...namesApart(text, [...identity.names, ...identity.mastheads]),
    ...attributedNames(text, [...identity.names, ...identity.mastheads]),
    ...bracketedNames(text, identity),
  ];
}

function addressMarks(text: string, identity: Identity): Range[] {
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
  const end = to + lengthOf(FOLLOWS, text.slice(to, to + 8));
  if (name >= 0) {
    return STRICT.test(text.slice(Math.max(0, name - 6), name)) ? null : { from: name, to: end };
  }
  const isAlone = isOwn || (host === null && CLAUSE_END.test(text.charAt(from - 1)));
  return isAlone && interrupts(text, { from, to: end }, STRICT) ? { from, to: end } : null;
}

/** Nobody makes a clause of an address alone: behind such a mark it is in the way, even where no host is known. */
const CLAUSE_END = /[，。；！？”]/;

const FOLLOWS = /^ ?(?:首发|收集整理|整理|提供|小说|版权所有|收藏|收录|收集|发布|原创|制作|上传)/u;
const PRECEDES = /(?:转载请注明(?:出自|来自)?|(?:本文)?(?:来源|来自)[:：]?)$/u;
const SPACES = /\s/g;

function lengthOf(pattern: RegExp, text: string): number {
  return pattern.exec(text)?.[0].length ?? 0;
}

function namesSite(said: string, names: readonly string[]): boolean {
  const bare = said.replace(SPACES, '');
  return names.some((name) => bare.includes(name));
}

/** Nothing but the site's name and what marks say. */
function saysNoMore(said: string, names: readonly string[]): boolean {
  let rest = said.replace(SPACES, '');
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
    if (left === 0) return at - lengthOf(PRECEDES, text.slice(Math.max(0, at - 8), at));
  }
  return -1;
}

/** （某某网）, （example小说）: brackets that hold a name or the label of the host and what marks say. */
function bracketedNames(text: string, { host, names }: Identity): Range[] {
  const label = labelOf(host);
  const known = label.length > 3 ? [...names, label] : names;
  return known.flatMap((name) =>
    placesOf(text.toLowerCase(), name.toLowerCase()).flatMap((at) => {
      const piece = pieceAround(text, { from: at, to: at + name.length });
      if (!piece) return [];
      const said = text.slice(piece.from + 1, piece.to - 1).toLowerCase();
      const rest = said.replace(name.toLowerCase(), '').replace(SPACES, '');
      return SAYS.test(rest) && interrupts(text, piece, LOOSE) ? [piece] : [];
    }),
  );
}

/** The places of a name alone, with what leads to it and a label of the host behind it. */
function bareNames(text: string, name: string, { host, names }: Identity, named: RegExp): Range[] {
  const label = labelOf(host);
  return placesOf(text, name).flatMap((at) => {
    const end = at + name.length;
    // Part of a longer name, which has its own places.
    if (names.some((longer) => longer.length > name.length && text.startsWith(longer, at)))
      return [];
    const range = {
      from: at - lengthOf(PRECEDES, text.slice(Math.max(0, at - 8), at)),
      to: label.length > 3 && text.startsWith(label, end) ? end + label.length : end,
    };
    return interrupts(text, range, named) ? [range] : [];
  });
}
