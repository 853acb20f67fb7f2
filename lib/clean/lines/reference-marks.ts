import { type Block, blockText } from '../block.ts';
import type { Insertion, Line } from './scan-lines.ts';

const HEADING =
  /^(?:参考资料|參考資料|参考文献|參考文獻|注释|註釋|资料来源|references|notes)[:：]?$/iu;
const ENTRY = /^(?:\[(?<mark>\d{1,3})\]|(?<item>\d{1,3})[.．、 ])\s?\S/u;
/** [1], [2-3], [4,5] behind a word; not 文献[1], which the sentence speaks of. */
const MARK =
  /(?<=[\p{L}\p{N}\p{P}])(?<!文献|见|参考|第|图|表|式|如)\[\d{1,3}(?:[-–—,，、 ]{1,2}\d{1,3}){0,5}\]/gu;
const NUMBERS = /\d{1,3}/gu;

/** Numbers of the references that a list below the document has, which is cut; `below` are the lines there. */
export function cutReferences(below: readonly Line[]): ReadonlySet<string> {
  const numbers = new Set<string>();
  const from = below.findIndex(({ text }) => HEADING.test(text));
  if (from < 0) return numbers;
  for (const { text } of below.slice(from + 1)) {
    const groups = ENTRY.exec(text)?.groups;
    if (!groups) break;
    const { mark, item = '' } = groups;
    numbers.add(mark ?? item);
  }
  return numbers;
}

/** The marks in a paragraph that lead to these references: without the list they lead nowhere. */
export function referenceMarks(block: Block, references: ReadonlySet<string>): Insertion[] {
  if (references.size === 0 || block.kind === 'code') return [];
  const text = blockText(block);
  if (!text.includes('[')) return [];
  return [...text.matchAll(MARK)]
    .filter(({ 0: mark }) => (mark.match(NUMBERS) ?? []).every((number) => references.has(number)))
    .map(({ index, 0: mark }) => ({
      from: index,
      to: index + mark.length,
      insert: '',
      reason: 'metadata',
    }));
}
