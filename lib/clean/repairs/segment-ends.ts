/** A number at the end of a piece, and what stands before it. */
const LAST_NUMBER = /[^\d.．\-/年月第](\d{1,3})[ \t\u3000]*$/u;
/** Of two pieces both must end so. */
const LEAST = 2;

/**
 * How many characters at the end of each piece of a viewer are the number of the page that ends there, which is the
 * piece's own: 1、…提供的进1 / 2、出水监测资料…；2. None unless all pieces end so, the last one of several or not.
 */
export function ownPageNumbers(pieces: readonly string[]): number[] {
  const lengths = pieces.map((piece, index) => {
    const [, number = ''] = LAST_NUMBER.exec(piece) ?? [];
    if (number !== String(index + 1)) return 0;
    return piece.length - piece.lastIndexOf(number);
  });
  const all = pieces.length > LEAST ? lengths.slice(0, -1) : lengths;
  return all.length >= LEAST && all.every((length) => length > 0) ? lengths : pieces.map(() => 0);
}
