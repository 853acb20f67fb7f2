import { isHomeName } from './path-names.ts';
import { ARROW } from './path-signs.ts';

interface Row {
  readonly text: string;
  readonly kept: boolean;
}

/** A sign between two steps, alone on its line. */
const SIGN = new RegExp(`^${ARROW}$`, 'u');
/** Signs that part other things too. */
const WEAK_SIGN = /^(?:[/／∕|｜\\·-]|::)$/u;
const STEP = 24;
const MOST_STEPS = 8;
/** 当前位置： alone on its line. */
const LABEL = /(?:位置|所在|路径|导航|栏目)\s?[:：]$/u;
const SENTENCE = /[。！？；，,;!?]/u;

/**
 * Lines in which a path stands as one: extractors that part all elements put each of its steps and each of its signs on a line
 * of its own. Two signs, or one below the label, tell it from a lone arrow. `join` makes a line of the first one and all their
 * words. Linear.
 */
export function joinBrokenPaths<T extends Row>(
  lines: readonly T[],
  join: (first: T, text: string) => T,
): T[] {
  const joined: T[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const end = pathEnd(lines, at);
    const line = lines[at];
    if (!line) continue;
    joined.push(end > at ? join(line, textOf(lines.slice(at, end))) : line);
    if (end > at) at = end - 1;
  }
  return joined;
}

/** Behind the last line of the path that begins here; the index itself if none does. */
function pathEnd(lines: readonly Row[], from: number): number {
  const isLabelled = LABEL.test(lines[from]?.text ?? '');
  let at = isLabelled ? from + 1 : from;
  const isHome = isHomeName(lines[at]?.text ?? '');
  const isSign = ({ text }: Row): boolean =>
    SIGN.test(text) || ((isLabelled || isHome) && WEAK_SIGN.test(text));
  let signs = 0;
  while (isStep(lines[at]) && isSignRow(lines[at + 1], isSign) && signs < MOST_STEPS) {
    at += 2;
    signs += 1;
  }
  if (signs < (isLabelled ? 1 : 2)) return from;
  // The last sign may have its step below it, or the reader's own place, which has no text.
  return isStep(lines[at]) ? at + 1 : at;
}

const isSignRow = (row: Row | undefined, isSign: (row: Row) => boolean): boolean =>
  row !== undefined && isSign(row);

function isStep(line: Row | undefined): boolean {
  if (!line || line.kept) return false;
  return (
    line.text.length <= STEP &&
    !SIGN.test(line.text) &&
    !WEAK_SIGN.test(line.text) &&
    !SENTENCE.test(line.text)
  );
}

const textOf = (lines: readonly Row[]): string => lines.map(({ text }) => text).join(' ');
