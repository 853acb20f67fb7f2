import type { Range } from './page-breaks.ts';

/** Shorter lines stand beside each other by chance. */
const SHORTEST = 4;
const LONGEST = 40;

/** Whether the same short line, a running title, stands right above or right below all the marks, which are lines of `text`. */
export function haveSameLine(text: string, marks: readonly Range[]): boolean {
  return [lineAbove, lineBelow].some((lineAt) => {
    const [first = '', ...others] = marks.map((mark) => lineAt(text, mark));
    // The first page of a paper has its title there, and no running one.
    return isSame([first, ...others]) || (others.length > 1 && isSame(others));
  });
}

function isSame([first = '', ...others]: readonly string[]): boolean {
  return first.length >= SHORTEST && others.every((line) => line === first);
}

function lineAbove(text: string, { from }: Range): string {
  const end = Math.max(0, from - 1);
  const start = text.lastIndexOf('\n', end - 1) + 1;
  return end - start > LONGEST ? '' : text.slice(start, end);
}

function lineBelow(text: string, { to }: Range): string {
  const end = text.indexOf('\n', to + 1);
  const line = text.slice(to + 1, end < 0 ? to + 2 + LONGEST : end);
  return line.length > LONGEST ? '' : line;
}
