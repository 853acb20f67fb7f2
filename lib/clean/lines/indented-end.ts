import { isPlain, type Line } from './scan-lines.ts';

/** So many paragraphs show that the text is indented. */
const LEAST = 4;
/** Below its last paragraph stand a few lines at most: the address of a shop, its hours. */
const MOST = 6;

/**
 * Keeps indented lines right below the document where its paragraphs are indented and no other line of the page is: an
 * address and opening hours below a feature are set as its paragraphs are, those of the site are not.
 */
export function keepIndented(lines: readonly Line[], kept: boolean[]): void {
  const [first, last] = [kept.indexOf(true), kept.lastIndexOf(true)];
  const own = lines.slice(first, last + 1).filter(({ prose }, at) => prose && kept[first + at]);
  const least = Math.min(...own.map(indentOf));
  if (own.length < LEAST || least === 0) return;
  const below = lines.slice(last + 1);
  const length = below.findIndex((line) => indentOf(line) < least);
  if (length < 1 || length > MOST || !below.slice(0, length).every(isPlain)) return;
  const others = [...lines.slice(0, first), ...below.slice(length)];
  if (others.every((line) => indentOf(line) < least)) kept.fill(true, last + 1, last + 1 + length);
}

const indentOf = ({ block: { indent = 0 } }: Line): number => indent;
