import {
  CONTINUES,
  interrupts,
  LOOSE,
  labelOf,
  pieceAround,
  placesOf,
  type Range,
} from './mark-places.ts';
import { leadLength, SAYS, withoutSpaces } from './mark-words.ts';
import type { Identity } from './site-identity.ts';

/** Signs that a site puts between the characters of its name, so that no filter knows it. */
const SIGNS = [' ', '_', '~', '～', '*', '·', '^', '|', '`', '-', '.', '/'];
/** A site that calls itself so: 某 某 作 文 网, with one blank between all its characters, behind a clause. */
const SPACED_SITE =
  /(?<=[，。；！？”])(?:\p{sc=Han} ){3,9}(?:[网網站库庫坊苑]|文 库)(?= ?\p{sc=Han}{2})/gu;
/** What says that the text is a site's, before its name. */
const SAYS_WHOSE =
  /(?:本文|文章|内容|资料)(?:来源于?|来自于?|转自|选自|摘自|出自|由)[:：]?\s?$|转载请注明(?:出自|来自|来源)?[:：]?\s?$|@$/u;
const SAYS_REACH = 12;
const CLAIMS = /^ ?(?:收集整理|整理发布|整理|提供|首发|发布|原创|收集)/u;
const CLAIMS_REACH = 6;

/** 某 某 文 库, 某_某_坊: a name of the site written apart. */
export function namesApart(text: string, names: readonly string[]): Range[] {
  const known = names.flatMap((name) =>
    SIGNS.flatMap((sign) => {
      const apart = [...name].join(sign);
      return placesOf(text, apart).map((from) => ({ from, to: from + apart.length }));
    }),
  );
  const others = [...text.matchAll(SPACED_SITE)].map(({ index, 0: mark }) => ({
    from: index,
    to: index + mark.length,
  }));
  return [...known, ...others];
}

/** 本文来自某某, @某某: a name of the site with the words that claim the text, in the way of a sentence. */
export function attributedNames(text: string, names: readonly string[]): Range[] {
  return names.flatMap((name) =>
    placesOf(text, name).flatMap((at) => {
      const before = text.slice(Math.max(0, at - SAYS_REACH), at);
      const says = SAYS_WHOSE.exec(before)?.[0].length ?? 0;
      if (says === 0 || !CLAUSE_END.test(before.charAt(before.length - says - 1))) return [];
      const end = at + name.length;
      const claim = CLAIMS.exec(text.slice(end, end + CLAIMS_REACH))?.[0].length ?? 0;
      const after = text.slice(end + claim, end + claim + CLAIMS_REACH);
      return STARTS.test(after) && !CONTINUES.test(after)
        ? [{ from: at - says, to: end + claim }]
        : [];
    }),
  );
}

/** （某某网）, （example小说）: brackets that hold a name or the label of the host and what marks say. */
export function bracketedNames(text: string, { host, names }: Identity): Range[] {
  const label = labelOf(host);
  const known = label.length > 3 ? [...names, label] : names;
  return known.flatMap((name) =>
    placesOf(text.toLowerCase(), name.toLowerCase()).flatMap((at) => {
      const piece = pieceAround(text, { from: at, to: at + name.length });
      if (!piece) return [];
      const said = text.slice(piece.from + 1, piece.to - 1).toLowerCase();
      const rest = withoutSpaces(said.replace(name.toLowerCase(), ''));
      return SAYS.test(rest) && interrupts(text, piece, LOOSE) ? [piece] : [];
    }),
  );
}

/** The places of a name alone, with what leads to it and a label of the host behind it. */
export function bareNames(
  text: string,
  name: string,
  { host, names }: Identity,
  named: RegExp,
): Range[] {
  const label = labelOf(host);
  return placesOf(text, name).flatMap((at) => {
    const end = at + name.length;
    // Part of a longer name, which has its own places.
    if (names.some((longer) => longer.length > name.length && text.startsWith(longer, at)))
      return [];
    const range = {
      from: at - leadLength(text, at),
      to: label.length > 3 && text.startsWith(label, end) ? end + label.length : end,
    };
    return interrupts(text, range, named) ? [range] : [];
  });
}

const CLAUSE_END = /[，。；！？”,;!?]/u;
const STARTS = /^\s?[\p{sc=Han}“]/u;
