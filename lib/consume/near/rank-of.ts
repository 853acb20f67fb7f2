import type { UrlState } from '#lib/model/row.ts';

/** A text a quarter longer is another class: a lead the mirror added is none. */
const CLASS_RATIO = 1.25;
const CLASSES = 64;
const TIME_RANGE = 2 ** 42; // milliseconds since 1970, until 2109

/**
 * Who stands for near duplicates: a whole document before one that is not, then the longer by classes,
 * then the one seen first. Equal ranks are told apart by id.
 */
export function rankOf({ content, firstSeenAt }: UrlState): number {
  const chars = Math.max(1, content?.chars ?? 1);
  const longer = Math.min(CLASSES - 1, Math.floor(Math.log(chars) / Math.log(CLASS_RATIO)));
  const order = (content?.incomplete.length ? CLASSES : 0) + CLASSES - 1 - longer;
  return order * TIME_RANGE + Date.parse(firstSeenAt);
}
