import { addressMarks } from './address-marks.ts';
import { bracketedNames } from './bracket-names.ts';
import { advertisements, keywordSites } from './clause-marks.ts';
import type { Identity } from './identity.ts';
import {
  disjoint,
  foldWidth,
  interrupts,
  LOOSE,
  labelOf,
  placesOf,
  type Range,
  STRICT,
} from './mark-places.ts';
import { claimBefore } from './name-before.ts';
import { attributedNames, namesApart } from './name-marks.ts';
import { isOfSite, isOwnSubject } from './own-subject.ts';

const MAYBE =
  /[a-z0-9ａ-ｚ] ?[.．][a-zａ-ｚ]{2}|w w w|\p{sc=Han}[~～*^|`_·./-]\p{sc=Han}|@|本文|文章|转载|内容|资料|[ａ-ｚＡ-Ｚ]{3}|\p{sc=Han} \p{sc=Han} \p{sc=Han} |网|站|库|網|庫|集|馆|苑/iu;

/**
 * The marks of the site in a text, in order: names and addresses that its software put inside the sentences of a
 * document, （某某网 www.example.com）, 某 某 文 库 with blanks between, ｅｘａｍｐｌｅ in full-width letters. They are
 * told by what the page says of itself outside the document or by their repetition, and only where they stand in
 * the way of a sentence. `marking` are names that stand alone as marks.
 */
export function watermarksIn(
  text: string,
  identity: Identity,
  marking: ReadonlySet<string>,
): Range[] {
  if (!MAYBE.test(text) && !identity.bound.some((name) => text.includes(name))) return [];
  // Full-width letters fold to one unit each, so that places are the same.
  const folded = foldWidth(text);
  const marks = disjoint([
    ...signedMarks(folded, identity),
    ...[...marking].flatMap((name) => bareNames(folded, name, identity, LOOSE)),
  ]);
  return marks.map((mark) => withComma(text, withBlank(text, mark)));
}

/** The blank between a mark behind a clause and the next word came with the mark. */
function withBlank(text: string, { from, to }: Range): Range {
  const isParted =
    text.charAt(to) === ' ' && SIGN_THEN_WORD.test(text.charAt(from - 1) + text.charAt(to + 1));
  return { from, to: isParted ? to + 1 : to };
}

const SIGN_THEN_WORD = /^[，。；！？：“”,;!?:"]\p{sc=Han}$/u;

/** A mark between two commas came with one of them, one before a full stop with the comma before it. */
export function withComma(text: string, { from, to }: Range): Range {
  const before = text.charAt(from - 1);
  const after = text.charAt(to);
  if (before === '' || after === '' || !COMMA_OR_STOP.test(before)) return { from, to };
  if (after === before) return { from, to: to + 1 };
  return COMMA.test(before) && STOP.test(after) ? { from: from - 1, to } : { from, to };
}

const COMMA_OR_STOP = /[，。；、,;]/u;
const COMMA = /[，,、]/u;
const STOP = /[。！？；;!?]/u;

/**
 * The names that mark the lines: beside the address or in brackets once, or alone at least twice where no sentence is about
 * them.
 */
export function markingNames(lines: readonly string[], identity: Identity): Set<string> {
  if (identity.names.length === 0) return new Set();
  const texts = lines.filter((line) => MAYBE.test(line)).map(foldWidth);
  const signed = texts.flatMap((text) =>
    signedMarks(text, identity).map(({ from, to }) => text.slice(from, to).replace(SPACES, '')),
  );
  return new Set(
    identity.names.filter(
      (name) =>
        (signed.some((said) => said.includes(name)) || isAlone(name, texts, identity)) &&
        !isOwnSubject(name, { texts: lines, frame: identity.frame }),
    ),
  );
}

/** In the way of sentences again and again, and hardly ever what one of them is about: 归某某所有, 购买某某产品. */
function isAlone(name: string, texts: readonly string[], identity: Identity): boolean {
  if (!isOfSite(name)) return false;
  let marks = 0;
  let all = 0;
  for (const text of texts) {
    all += placesOf(text, name).length;
    marks += bareNames(text, name, identity, STRICT).filter(
      ({ from }) => !SPEAKS_OF.test(text.slice(Math.max(0, from - SPEAKS_REACH), from)),
    ).length;
  }
  return marks >= 2 && marks >= all * MOSTLY;
}

const MOSTLY = 0.7;
const SPEAKS_REACH = 2;
/** Words that want a name behind them. */
const SPEAKS_OF =
  /(?:[去上到在用给找问看逛搜靠从于叫让请帮替比像读买卖投寄往由向归跟同与和及是为把被说登查访按照经受对向持凭]|购买|选用|使用|联系|参加|加入|根据|有关|位于|\d号)$/u;

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
    ...advertisements(text, identity.names),
    ...keywordSites(text, identity.frame),
  ];
}

const SPACES = /\s/g;

/** The places of a name alone, with what leads to it and a label of the host behind it. */
function bareNames(text: string, name: string, { host, names }: Identity, named: RegExp): Range[] {
  const label = labelOf(host);
  return placesOf(text, name).flatMap((at) => {
    const end = at + name.length;
    // Part of a longer name, which has its own places.
    if (names.some((longer) => longer.length > name.length && text.startsWith(longer, at)))
      return [];
    const range = {
      from: claimBefore(text, at),
      to: label.length > 3 && text.startsWith(label, end) ? end + label.length : end,
    };
    return interrupts(text, range, named) ? [range] : [];
  });
}
