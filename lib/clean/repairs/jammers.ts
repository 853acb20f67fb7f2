import { type Block, blockText, type Cut, editBlock } from '../block.ts';
import { textEdits } from './edit-lines.ts';

/**
 * Forum software plants strings against copying: `, _, X: p1 y/ B2 N4 q$ n& b`. They are tokens of one
 * to three ASCII characters in which letters, digits and signs mix, so no language and no formula.
 */
const TOKEN = /\S+/g;
const PRINTABLE = /^[\x21-\x7e]+$/;
const WORD = /[A-Za-z]{4}/;
/** Two of letters, digits and signs in one token. */
const MIXED = /[A-Za-z][^A-Za-z]|[^A-Za-z][A-Za-z]|[0-9][^A-Za-z0-9]|[^A-Za-z0-9][0-9]/;
const SIGN = /^[^A-Za-z0-9]+$/;

const MIN_TOKENS = 6;
/** Where the page has proved that it plants them, a shorter one is one too. */
const FEWER_TOKENS = 4;
const MAX_TOKEN = 8;
/** Share of the tokens that are at most three characters long. */
const MIN_SHORT = 0.7;
/** Share of the tokens that mix letters with signs or digits, or are signs alone. */
const MIN_NOISE = 0.4;

/** Is all of `text` such a string, of at least `minTokens` tokens? */
export function isJammer(text: string, minTokens = MIN_TOKENS): boolean {
  const tokens = text.match(TOKEN) ?? [];
  if (tokens.length < minTokens || !isMix(text) || isFormula(text)) return false;
  let short = 0;
  let noise = 0;
  for (const token of tokens) {
    if (!PRINTABLE.test(token) || WORD.test(token) || token.length > MAX_TOKEN) return false;
    if (token.length <= 3) short += 1;
    if (MIXED.test(token) || SIGN.test(token)) noise += 1;
  }
  return short >= tokens.length * MIN_SHORT && noise >= tokens.length * MIN_NOISE;
}

const SMALL = /[a-z]/;
const CAPITAL = /[A-Z]/;
const DIGIT = /[0-9]/;
const MARKS = /[^A-Za-z0-9\s]/g;
const MIN_MARKS = 3;

/** Letters of both cases, and digits or many kinds of signs. */
function isMix(text: string): boolean {
  if (!SMALL.test(text) || !CAPITAL.test(text)) return false;
  return new Set(text.match(MARKS)).size >= (DIGIT.test(text) ? MIN_MARKS - 1 : MIN_MARKS);
}

const OPERATOR = / [=<>+*/|-] |[=!<>+&|-]=|&&|\|\||->|=>|::|\+\+|--|\.\.\.|"[^"]*"|'[^']*'/;
const BRACKETS = /\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}/;

/** Operators, quotations and closed brackets are of formulas, code and commands. */
function isFormula(text: string): boolean {
  return OPERATOR.test(text) || (BRACKETS.test(text) && isBalanced(text));
}

/** Formulas close what they open. */
function isBalanced(text: string): boolean {
  return PAIRS.every(([open, close]) => text.split(open).length === text.split(close).length);
}

const PAIRS = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
] as const;

const ASCII_RUN = /[\x20-\x7e]{8,}/g;
const HAN_OR_MARK = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”‘’…—]/;

/** The jammers of a line: all of it, or a run between Chinese text. */
export function jammerRanges(line: string, minTokens = MIN_TOKENS): { from: number; to: number }[] {
  if (isJammer(line, minTokens)) return [{ from: 0, to: line.length }];
  const ranges: { from: number; to: number }[] = [];
  for (const match of line.matchAll(ASCII_RUN)) {
    const from = match.index;
    const to = from + match[0].length;
    const borders = HAN_OR_MARK.test(line.charAt(from - 1)) || HAN_OR_MARK.test(line.charAt(to));
    if (borders && isJammer(match[0], minTokens)) ranges.push({ from, to });
  }
  return ranges;
}

/** A page with jammers has many; one alone may be anything. */
const MIN_JAMMERS = 2;
/** It takes more if all are short. */
const MIN_SHORT_JAMMERS = 3;

/** Do the lines end with jammers? Forums plant them where a line ends on purpose. */
export function areJammed(lines: readonly { readonly text: string }[]): boolean {
  const jammed = lines.filter(({ text }) => {
    if (!SPACED.test(text.slice(-SHORTEST_RUN))) return false;
    return jammerRanges(text, FEWER_TOKENS).at(-1)?.to === text.length;
  });
  return jammed.length >= MIN_SHORT_JAMMERS;
}

const SHORTEST_RUN = 12;

/** The blocks without jammers, and what was cut from which block. */
export function cutJammers(blocks: readonly Block[]): Jammed {
  const all = cutTokens(blocks, FEWER_TOKENS);
  if (all.cuts.length < MIN_JAMMERS) return { blocks, cuts: [] };
  const isProven =
    all.cuts.length >= MIN_SHORT_JAMMERS ||
    cutTokens(blocks, MIN_TOKENS).cuts.length >= MIN_JAMMERS;
  if (!isProven) return { blocks, cuts: [] };
  const ends = cutRanges(all.blocks, endRanges);
  return { blocks: ends.blocks, cuts: [...all.cuts, ...ends.cuts] };
}

interface Jammed {
  readonly blocks: readonly Block[];
  readonly cuts: Cut[];
}

/** 。0 s, g5 X: on such a page so little at the end of a line is one. */
const AT_END = /(?<=[。！？：；，…”])(?:[!-~]{1,3} {1,2}){2,5}[!-~]{1,3}$/u;

function endRanges(line: string): { from: number; to: number }[] {
  const found = AT_END.exec(line);
  const isMixed = found && CAPITAL.test(found[0]) && SMALL.test(found[0]) && DIGIT.test(found[0]);
  return isMixed ? [{ from: found.index, to: line.length }] : [];
}

function cutTokens(blocks: readonly Block[], minTokens: number): Jammed {
  return cutRanges(blocks, (line) => jammerRanges(line, minTokens));
}

function cutRanges(
  blocks: readonly Block[],
  rangesOf: (line: string) => { from: number; to: number }[],
): Jammed {
  const cuts: Cut[] = [];
  const left = blocks.map((block) => {
    if (block.kind === 'code') return block;
    const text = blockText(block);
    if (!SPACED.test(text)) return block;
    const edits = textEdits(text, (line) =>
      rangesOf(line).map(({ from, to }) => ({ from, to, insert: '' })),
    );
    for (const { from, to } of edits) {
      cuts.push({ block, from, to, step: 'repair-damage', reason: 'jammer' });
    }
    return editBlock(block, edits);
  });
  return { blocks: left, cuts };
}

/** Three short tokens of ASCII in a row: cheap to look for, rare outside jammers. */
const SPACED = /(?:[!-~]{1,3} ){3}/;
