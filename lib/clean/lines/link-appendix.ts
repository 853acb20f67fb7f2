import type { Line } from './scan-lines.ts';

const HEADING = /^(?:visible|hidden) links:?$/iu;
const ABOVE = /^references$/iu;
const ENTRY = /^\d{1,4}\. \S{4,}$/u;

/**
 * Where the addresses begin that a console browser lists below a page (References, Visible links, 1. http://…): they
 * are the page's links, not its references. The number of lines if there are none.
 */
export function linkAppendix(lines: readonly Pick<Line, 'text'>[]): number {
  let from = lines.length;
  while (from > 0 && (isEntry(lines[from - 1]) || HEADING.test(lines[from - 1]?.text ?? ''))) {
    from -= 1;
  }
  if (!HEADING.test(lines[from]?.text ?? '')) return lines.length;
  return ABOVE.test(lines[from - 1]?.text ?? '') ? from - 1 : from;
}

function isEntry(line: Pick<Line, 'text'> | undefined): boolean {
  return line !== undefined && ENTRY.test(line.text);
}
