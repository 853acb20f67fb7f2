import { fold } from './fold.ts';

/** [text](address) and ![alt](address) of Markdown; bounded, so linear. */
const LINK = /!?\[([^[\]]{0,80})\]\([^()\s]{0,200}(?: "[^"]{0,80}")?\)/gu;
/** The numbers a text browser puts before links: [4]. */
const NUMBER = /\[\d{1,3}\](?=\S)/gu;
/** What text browsers put in the place of a picture: [logo.gif], [INLINE]. */
const PICTURE = /\[(?:[\w-]{1,40}\.(?:gif|jpe?g|png|webp|svg|bmp)|INLINE|IMAGE|IMG)\] */giu;
/** Marks of headings, quotes and list items, and emphasis around a whole line. */
const LEAD = /^(?:#{1,6}|[*+>]) +/u;
const EMPHASIS = /^([*_]{1,3})([^*_]{1,160})\1$/u;
const MARKED = /[[\]#*_>+]/;

/** A line as its reader saw it: what converters to Markdown and text browsers add is taken off. Linear. */
export function plainLine(text: string): string {
  const line = fold(text);
  if (!MARKED.test(line)) return line;
  const words = line.replace(LINK, ' $1 ').replace(NUMBER, '').replace(PICTURE, '').trim();
  return fold(words.replace(LEAD, '').replace(EMPHASIS, '$2'));
}
