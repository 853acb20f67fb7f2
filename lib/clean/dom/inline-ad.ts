import { Text } from 'domhandler';
import { PageElement } from './page-element.ts';

const CLASS =
  /(?:^|[\s_-])(?:in|inline|text)?(?:ads?|adv|advert\w{0,12}|gg|guanggao|tuiguang|promos?|sponsor\w{0,4})(?=[\s_-]|$)/i;

/** Whether a run inside a sentence is nothing but a link and calls itself an advertisement: <span class="ad"><a>…</a></span>. */
export function isInlineAd(element: PageElement): boolean {
  if (element.name !== 'span') return false;
  const { children, prev, held } = element;
  if (children.length !== 1 || held.length === 0) return false;
  const [link] = children;
  if (!(link instanceof PageElement) || link.name !== 'a' || !(prev instanceof Text)) return false;
  return held.some((key, at) => key === 'class' && CLASS.test(held[at + 1] ?? ''));
}
