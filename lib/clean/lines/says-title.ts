import type { LineContext } from './line-facts.ts';
import type { Line } from './scan-lines.ts';
import { sameWords } from './text-head.ts';

const HEAD_TITLE_PARTS = /\s?(?:[|_–—»]|--|\s-\s)\s?/u;

/** What follows a document's name in <title>: the site's, or which page it is. */
const AFTER_TITLE = /^\s*[-_|—–»(（[【第]/u;
const MIN_TITLE = 6;
/** A Han title of this length ends where a blank is, too. */
const LONG_TITLE = 12;
const BLANK = /\s/u;
const HAN = /\p{Script=Han}/u;

function isStartOf(headTitle: string, text: string): boolean {
  const isStart = text.length >= MIN_TITLE && headTitle.startsWith(text);
  if (!isStart) return false;
  const isParted =
    text.length >= LONG_TITLE && HAN.test(text) && BLANK.test(headTitle.charAt(text.length));
  return isParted || AFTER_TITLE.test(headTitle.slice(text.length));
}

/** Whether a line is the document's title as the page's <title> says it. */
export function isTitle({ block, text }: Line, { headTitle }: LineContext): boolean {
  if (headTitle === null) return block.kind === 'heading' && block.level === 1;
  if (sameWords(text, headTitle) || isStartOf(headTitle, text)) return true;
  return (
    text.length >= 4 && headTitle.split(HEAD_TITLE_PARTS).some((part) => sameWords(text, part))
  );
}

/** A title so long that it reads like a sentence; Han titles are written without marks at their end, but have commas. */
export function isLongTitle(line: Line, context: LineContext): boolean {
  return HAN.test(line.text) && isTitle(line, context);
}
