import { withoutAnnotations } from './gbk-items.ts';
import { lineSigns } from './line-signs.ts';

/** What stands before ASCII signs, and the signs. Damage ends at them. */
const PIECE = /([^!-~]*)([!-~]*)/g;
const MARK = /[！；？]/;
const HALF_MARK = /[!;?]$/;
/** 好!? was 好。” on a page of half-width punctuation, and may be so in many of its lines. */
const LEFT_OVER = /^[!;]\?/;
const KANA = /[\u3041-\u30fe]/;
/** As rare characters of a text are: 守株待兔 has two, apart. */
const RARE = 5;

/**
 * The parts of a line that damage has not made, as far as single characters tell: without what stands before a dangling
 * '?', and without what is odd, from the mark on with which it begins.
 */
export function soundParts(line: string): string[] {
  const parts: string[] = [];
  let part = '';
  let isBehind = false;
  for (const [whole, piece = '', signs = ''] of withoutAnnotations(line).matchAll(PIECE)) {
    const mark = isBehind ? 0 : piece.search(MARK);
    isBehind = HALF_MARK.test(signs);
    const odd = isOdd(piece, signs, mark >= 0);
    if (!odd && !LEFT_OVER.test(signs)) {
      part += whole;
      continue;
    }
    parts.push(part + (odd ? piece.slice(0, Math.max(0, mark)) : piece));
    part = '';
  }
  parts.push(part);
  return parts;
}

function isOdd(piece: string, signs: string, hasMark: boolean): boolean {
  if (piece === '') return false;
  const { rarity } = lineSigns(piece);
  return signs.startsWith('?') || rarity >= (hasMark ? 1 : RARE) || KANA.test(piece);
}
