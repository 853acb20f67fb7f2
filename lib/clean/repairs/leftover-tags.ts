import type { Edit } from '../block.ts';

/**
 * Tags that an extractor left in the text: …如下。<br/>, <p>…</p>, <span style="…">…. A text about markup has them too, and
 * is left as it is.
 */
const TAG =
  /<(?:br|\/?(?:p|div|span|strong|b|font|em|u|h[1-6]|section|center)|(?:p|div|span|font|strong|h[1-6]|section|img)\s[a-z-]{2,12}=["'][^<>]{0,300})\s?\/?>/giu;
const LINE_TAG = /^<\/?(?:br|p|div|h[1-6]|section|center)\b/iu;
/** So many on a page are no accident. */
const MIN_TAGS = 2;
/** A text about markup; 标签: and 代码 alone are of other things too. */
const TALK =
  /html|css|xml|(?:换行|段落|闭合|成对|双|单)标[签籤]|标[签籤](?:对|名|内|里|中)|网页制作|前端开发|正则|转义|<\/?(?:html|body|head|script|style|table|ul|li|a|input|form|title|meta|link)\b/iu;
const QUOTED = /[“‘「『"'`(（《、，,:：]$/u;
const HAN = /\p{sc=Han}/u;
const INNER = /[^>\s]$/u;
const CHEAP = '<';

/** Drops such tags from a line; null where the page has few or speaks of them. */
export function leftoverTagsPass(lines: readonly string[]): ((line: string) => Edit[]) | null {
  if (!lines.some((line) => line.includes(CHEAP))) return null;
  const tagged = lines.filter((line) => line.includes(CHEAP) && HAN.test(line));
  const count = tagged.reduce((sum, line) => sum + (line.match(TAG)?.length ?? 0), 0);
  if (count < MIN_TAGS || lines.some((line) => TALK.test(line))) return null;
  return tagEdits;
}

function tagEdits(line: string): Edit[] {
  if (!line.includes(CHEAP)) return [];
  return [...line.matchAll(TAG)]
    .filter(({ index, 0: tag }) => {
      const isLast = line.slice(index + tag.length).trim() === '';
      return isLast || !QUOTED.test(line.slice(Math.max(0, index - 1), index));
    })
    .map(({ index, 0: tag }) => ({
      from: index,
      to: index + tag.length,
      insert: LINE_TAG.test(tag) && isInside(line, index, index + tag.length) ? '\n' : '',
    }));
}

/** Is there text on both sides, with no tag between? */
function isInside(line: string, from: number, to: number): boolean {
  return INNER.test(line.slice(0, from).trimEnd()) && line.slice(to).trim() !== '';
}
