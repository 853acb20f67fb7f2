import { wordKey } from './fold.ts';
import type { PageFrame } from './page-frame.ts';

const NUMBER =
  /^第\s?[一二三四五六七八九十百千零〇两\d]{1,7}\s?[章回节節话話集卷编編篇][\s\u3000:：]{1,4}(?=\S)/u;
const LONGEST = 60;

/**
 * A title with the number of its chapter, where <title> has the name alone and the line above the text both: 人物, and
 * 第五章　人物. Any other title as it is.
 */
export function withChapter(title: string, { head }: PageFrame): string {
  const key = wordKey(title);
  if (key === '' || NUMBER.test(title)) return title;
  const line = head.find(({ text }) => {
    const number = text.length > LONGEST ? undefined : NUMBER.exec(text)?.[0];
    return number !== undefined && wordKey(text.slice(number.length)) === key;
  });
  return line?.text ?? title;
}
