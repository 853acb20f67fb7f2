import { blockText } from '../block.ts';
import type { Line } from './scan-lines.ts';

/** 导读：…, 【摘要】…: what a site calls the few words it sets above a text. */
const LABEL =
  /^[【[]?((?:文章|本文|内容|新闻)?(?:导\s?读|摘\s?要|导\s?语)|内容提要|核心提示|阅读提示)(?:[】\]][：:]?|[：:])?[\s\u3000]*/u;
const MARKED = /[】\]：:]/u;
/** An abstract is longer. */
const LONGEST = 90;
const NEAR_START = 3;
const KEYWORDS = /^[【[]?关\s{0,4}键\s{0,4}[词字]/u;
const KEYWORDS_REACH = 5;
const LEAST_BELOW = 2;

/**
 * Where the site's lead stands above the text, in a box of its own: the site made it from the text, or bids its reader
 * welcome. -1 if none does. What a paper has above its keywords is its abstract, and a label in the text's own box is the author's.
 */
export function leadBox(lines: readonly Line[]): number {
  return lines.slice(0, NEAR_START).findIndex((line, at) => {
    const below = lines.slice(at + 1);
    if (!isLead(line) || below.slice(0, KEYWORDS_REACH).some(({ text }) => KEYWORDS.test(text))) {
      return false;
    }
    const next = below.find(({ prose }) => prose);
    const isApart = next !== undefined && boxOf(next) !== boxOf(line);
    return isApart && below.filter(({ prose }) => prose).length >= LEAST_BELOW;
  });
}

function isLead({ block, text }: Line): boolean {
  if (block.kind === 'table-row' || block.kind === 'heading' || text.length > LONGEST) return false;
  const said = LABEL.exec(text);
  if (!said || said[0].length === text.length) return false;
  // Without a mark the label is one if it is set apart from what follows it.
  const first = block.cells[0]?.find((span) => span.text.trim() !== '')?.text.trim();
  return MARKED.test(said[0]) || (first === said[1] && first !== blockText(block));
}

const boxOf = ({ block: { where } }: Line): string => where.slice(0, where.lastIndexOf('>'));
