import type { Identity } from '../repairs/identity.ts';
import { disjoint, type Range } from '../repairs/mark-places.ts';
import { findInsertions, maskedText } from './find-insertions.ts';
import { siteWords } from './site-words.ts';

/**
 * For each kept text of a page, in order, where its site put something into it: the marks that are known already, and
 * calls, keywords, buttons and claims told by their shape. A page that inserts once inserts often: what alone could be
 * an author's is one, too, where something else is certain.
 */
export function insertions(
  texts: readonly string[],
  marks: readonly (readonly Range[])[],
  { identity, isProven }: { readonly identity: Identity; readonly isProven: boolean },
): Range[][] {
  const words = siteWords(identity, texts);
  const lines = texts.map((text) => maskedText(text, words));
  let proven = isProven || marks.some((own) => own.length > 0);
  if (lines.every((line) => line === null)) return marks.map((own) => [...own]);
  const find = (): Range[][] =>
    lines.map((line) => (line ? findInsertions(line, words, proven) : []));
  let found = find();
  if (!proven && found.some((own) => own.length > 0)) {
    proven = true;
    found = find();
  }
  return texts.map((text, index) =>
    joined(text, [...(marks[index] ?? []), ...(found[index] ?? [])]),
  );
}

/** Ranges that touch are one. */
function joined(text: string, ranges: readonly Range[]): Range[] {
  const apart = disjoint(ranges);
  const result: Range[] = [];
  for (const range of apart) {
    const last = result.at(-1);
    const between = last ? text.slice(last.to, range.from) : 'x';
    if (last && between.trim() === '') {
      result[result.length - 1] = { from: last.from, to: range.to };
    } else result.push(range);
  }
  return result;
}
