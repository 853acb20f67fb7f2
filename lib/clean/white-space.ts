/** White space that is not one blank already: the single blanks between words are most of it, and stay. */
const UNFOLDED = / \s+|[^\S ]\s*/g;

/** Each run of white space folded to one blank. */
export function foldWhite(text: string): string {
  return text.replace(UNFOLDED, ' ');
}

/** Characters that are no white space (\s). */
export function visibleLength(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if ((code > 32 && code < 0xa0) || !isSpace(code)) length += 1;
  }
  return length;
}

/** Whether a character is white space (\s). */
export function isSpace(code: number): boolean {
  if (code < 0xa0) return code === 32 || (code >= 9 && code <= 13);
  if (code < 0x2000) return code === 0xa0 || code === 0x1680;
  if (code <= 0x205f) return code <= 0x200a || OTHER_SPACES.has(code);
  return code === 0x3000 || code === 0xfeff;
}

const OTHER_SPACES: ReadonlySet<number> = new Set([0x2028, 0x2029, 0x202f, 0x205f]);
