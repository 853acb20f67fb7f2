import { foldLine } from './fold-line.ts';
import { findLabels } from './meta-labels.ts';

const LONGEST = 60;
/** So much of the paragraph must stand before it. */
const LEAST_BEFORE = 12;
/** Where it begins: in brackets, or bare behind the last sentence. */
const BEGINS =
  /(?<=[。！？!?”"…」』])\s?(?:[（(【[［](?:责任|責任|本文|值班|网络|实习|见习|文字|图片)?(?:编辑|編輯|责编|審核|审核|校对)|(?:责任编辑|責任編輯|责编))\s?[:：]/u;
const BRACKETS = /^\s?[（(【[［]|[）)】\]］]$/gu;
const PREFIX = /^(?:本文|值班|网络|实习|见习|文字|图片)(?=编辑)/u;
const SPLIT = /[、,，\s/|]+/u;
/** 王小五, 欧阳小五, j019 */
const NAME = /^(?:\p{sc=Han}{1,4}|[a-z][\w.]{0,15}|\w{2,10})$/iu;

/** Where the names of the editors begin that a site glued to the end of a paragraph: 。（责任编辑：某某 审核：某某） -1 if none. */
export function editorTail(text: string): number {
  if (!text.includes('编') && !text.includes('編') && !text.includes('审核')) return -1;
  const from = Math.max(0, text.length - LONGEST);
  const found = text.slice(from).search(BEGINS);
  if (found < 0 || from + found < LEAST_BEFORE) return -1;
  const said = foldLine(text.slice(from + found))
    .trim()
    .replaceAll(BRACKETS, '')
    .trim();
  return areNames(said.replace(PREFIX, '')) ? from + found : -1;
}

/** Each label has one or a few names and nothing else. */
function areNames(said: string): boolean {
  const labels = findLabels(said);
  if (labels[0]?.from !== 0) return false;
  return labels.every(({ kind, valueFrom }, index) => {
    const names = said
      .slice(valueFrom, labels[index + 1]?.from)
      .trim()
      .split(SPLIT);
    return (kind === 'other' || kind === 'author') && names.every((name) => NAME.test(name));
  });
}
