import { type Block, blockText, type Cut } from '../block.ts';
import { cutBlock } from './cut-lines.ts';

/** A summary stands this close to the start, and what it repeats begins this soon after it. */
const NEAR_START = 4;
const REACH = 8;
/** So many letters are not said twice by chance; lines that come again in a song are shorter. */
const LEAST = 24;
const NOT_WORD = /[^\p{L}\p{N}]+/gu;
const OTHER = /[\u0080-\uffff]/;
const NOT_ASCII_WORD = /[^0-9A-Za-z]+/g;

/** Before it there may be the title or a label, no longer than this. */
const LONGEST_LABEL = 30;
const OPENING = 12;

/**
 * The document's blocks without a summary at their start that only repeats how the text begins, with or without
 * the title before it: sites make it from the text itself.
 */
export function dropSummary(blocks: readonly Block[]): {
  blocks: readonly Block[];
  cuts: readonly Cut[];
} {
  const keys = blocks.slice(0, NEAR_START + REACH).map((block) => wordsOf(blockText(block)));
  const summary = keys.slice(0, NEAR_START).findIndex((_, index) => isSaidAgain(keys, index));
  const block = blocks[summary];
  if (!block) return { blocks, cuts: [] };
  return {
    blocks: blocks.filter((_, index) => index !== summary),
    cuts: [cutBlock(block, 'duplicate')],
  };
}

/** Asking for letters of all scripts is dear, most texts need not. */
function wordsOf(text: string): string {
  return text.replace(OTHER.test(text) ? NOT_WORD : NOT_ASCII_WORD, '');
}

function isSaidAgain(keys: readonly string[], index: number): boolean {
  const key = keys[index] ?? '';
  for (let start = index + 1; start <= index + REACH && start < keys.length; start += 1) {
    const label = key.indexOf((keys[start] ?? '').slice(0, OPENING));
    const said = key.slice(label);
    if (label < 0 || label > LONGEST_LABEL || said.length < LEAST) continue;
    // a paragraph that comes twice as a whole is a refrain, or filler text
    if (keys[start] !== said && keys.slice(start).join('').startsWith(said)) return true;
  }
  return false;
}
