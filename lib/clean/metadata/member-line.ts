import { isNameShaped, isOrganisation, NOUN } from './name-shape.ts';
import type { FrameLine } from './page-frame.ts';
import { isSiteNoun } from './site-lines.ts';
import { titleParts } from './title-parts.ts';
import { isMenu, isTitleShaped } from './title-shape.ts';

/** What platforms and boards put below the name of who posted: the day with the device, the button to follow, the floor. */
const POSTED =
  /^(?:\+ ?|加)?关注(?:TA)?$|^(?:发表|發表)于\s?[:：]?\s?(?:19|20)\d\d|来自\s?\S{1,12}(?:客户端|安卓版?|iphone版?|ios版?|手机版|app)$|只看(?:楼主|该作者|TA)$|(?:只看楼主|只看该作者|倒序浏览)/iu;
const NEAR = 3;

/** Whether the line at `at` is the name of who posted: it stands between a longer line that can be the title and the fields of a post. */
export function isMemberLine(lines: readonly FrameLine[], value: string, at: number): boolean {
  const above = lines[at - 1];
  // The page's first line is its site, with or without what it says of itself.
  if (at < 2 || !above || above.kept || above.path || above.text.length <= value.length)
    return false;
  if (!isNameShaped(value) || NOUN.test(value) || isOrganisation(value)) return false;
  const isSite = isSiteNoun(above.text) || isOrganisation(above.text);
  const isTitle = isTitleShaped(above.text) && !isMenu(above.text) && !isSite;
  if (!isTitle || titleParts(above.text).length > 1) return false;
  return lines.slice(at + 1, at + 1 + NEAR).some(({ text, kept }) => !kept && POSTED.test(text));
}
