/**
 * Names and addresses of the site that its software put inside the sentences of a document: （某某网
 * www.example.com）, 某 某 文 库 with blanks between, ｅｘａｍｐｌｅ in full-width letters. They are told by
 * what the page says of itself outside the document (its host, its names) or by their repetition, and
 * only where they stand in the way of a sentence.
 */
import { addressMarks } from './address-marks.ts';
import { disjoint, foldWidth, LOOSE, type Range, STRICT } from './mark-places.ts';
import { withoutSpaces } from './mark-words.ts';
import { attributedNames, bareNames, bracketedNames, namesApart } from './name-marks.ts';
import type { Identity } from './site-identity.ts';

/** What every mark has something of: most texts are told to have none by one look. */
const MAYBE =
  /[a-z0-9ａ-ｚ] ?[.．][a-zａ-ｚ]{2}|w w w|\p{sc=Han}[~～*^|`_·./-]\p{sc=Han}|@|本文|文章|转载|内容|资料|[ａ-ｚＡ-Ｚ]{3}|\p{sc=Han} \p{sc=Han} \p{sc=Han} |网|站|库|網|庫|集|馆|苑/iu;

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
    signedMarks(text, identity).map(({ from, to }) => withoutSpaces(text.slice(from, to))),
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
