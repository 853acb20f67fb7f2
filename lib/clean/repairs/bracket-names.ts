import type { Identity } from './identity.ts';
import {
  interrupts,
  isAfterClause,
  LOOSE,
  labelOf,
  pieceAround,
  placesOf,
  type Range,
  startsClause,
} from './mark-places.ts';
import { isMarkTalk, isMotto } from './mark-talk.ts';

const SPACES = /\s/g;
/** No word of the language is so long. */
const NO_WORD = 5;

/** （某某网）, （example小说）, [某某网-您的私人秘书]: brackets that hold a name or the label of the host and what marks say. */
export function bracketedNames(text: string, { host, names, bound }: Identity): Range[] {
  const label = labelOf(host);
  const known = label.length > 3 ? [...names, label] : names;
  return [
    ...known.flatMap((name) =>
      piecesOf(text, name).filter(
        (piece) =>
          isMark(text, piece, name) ||
          isBehindClause(text, piece, name) ||
          isSource(text, piece, name),
      ),
    ),
    ...bound.flatMap((name) =>
      piecesOf(text, name).filter(
        (piece) =>
          isBehindClause(text, piece, name) ||
          isSource(text, piece, name) ||
          (name.length >= NO_WORD && isMark(text, piece, name)),
      ),
    ),
  ];
}

function piecesOf(text: string, name: string): Range[] {
  return placesOf(text.toLowerCase(), name.toLowerCase()).flatMap(
    (at) => pieceAround(text, { from: at, to: at + name.length }) ?? [],
  );
}

function isMark(text: string, piece: Range, name: string): boolean {
  const rest = wordsIn(text, piece).replace(name.toLowerCase(), '');
  return isMarkTalk(rest) && interrupts(text, piece, LOOSE);
}

/** 拧得出水[来源:某某范文]。: before the end of a sentence nobody names the site that shows it as its source. */
function isSource(text: string, piece: Range, name: string): boolean {
  if (!SQUARE.test(text.charAt(piece.from)) || piece.from === 0) return false;
  const said = wordsIn(text, piece);
  if (!SOURCE.test(said)) return false;
  const rest = said.replace(SOURCE, '').replace(name.toLowerCase(), '');
  return SITE_END.test(rest) && ENDS.test(text.slice(piece.to));
}

const SQUARE = /[[【〔]/u;
const SOURCE = /^(?:(?:本文|文章|内容|资料)?(?:来源于?|来自于?|转自|转载自|摘自|选自|出自))[:：]?/u;
const SITE_END = /^(?:网|网站|站)?$/u;
const ENDS = /^\s?(?:[。！？；!?]|$)/u;

/** Between two clauses a name may have its motto beside it, and a colon before it. */
function isBehindClause(text: string, piece: Range, name: string): boolean {
  if (!isAfterClause(text, piece.from) || !startsClause(text, piece.to)) return false;
  const said = wordsIn(text, piece);
  if (!said.startsWith(name.toLowerCase())) return false;
  const rest = said.slice(name.length);
  return isMarkTalk(rest) || isMotto(rest);
}

function wordsIn(text: string, piece: Range): string {
  return text
    .slice(piece.from + 1, piece.to - 1)
    .toLowerCase()
    .replace(SPACES, '');
}
