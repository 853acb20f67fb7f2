import { type Block, blockText } from '../block.ts';

/** Text looked at to tell the language. */
const LANGUAGE_CHARS = 4_000;

/** Text of the document by which its language is told; its title if it has none. */
export function languageSample(kept: readonly Block[], title: string): string {
  let text = '';
  for (const block of kept) {
    if (block.kind !== 'code') text += `${blockText(block)}\n`;
    if (text.length > LANGUAGE_CHARS) break;
  }
  return text === '' ? title : text;
}
