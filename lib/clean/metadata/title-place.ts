import { wordKey } from './fold.ts';
import type { Marked } from './marked.ts';
import type { PageFacts } from './page-facts.ts';

/** Where the heading stands that says the title. */
export interface TitlePlace {
  /** Characters of the page before it, -1 if no heading says it. */
  readonly at: number;
  readonly aside: number;
}

/** What stands this close to the title speaks of the document, whatever box it is in. */
const BESIDE = 200;

/** The place of the heading that says the title, outside asides if there are several. */
export function titlePlace(facts: PageFacts, title: string): TitlePlace {
  const key = wordKey(title);
  const saying = key === '' ? [] : facts.headings.filter((mark) => wordKey(mark.text) === key);
  const mark =
    saying.find((one) => one.aside === 0 && one.tag === 'h1') ??
    saying.find((one) => one.aside === 0) ??
    saying[0];
  return mark ? { at: mark.at, aside: mark.aside } : { at: -1, aside: 0 };
}

export function distanceTo(mark: Marked, place: TitlePlace): number {
  return Math.abs(mark.at - place.at);
}

/** Whether a mark can speak of the document: outside asides, in the title's own box, or right beside the title. */
export function isBeside(mark: Marked, place: TitlePlace): boolean {
  if (mark.aside === 0 || (place.at >= 0 && mark.aside === place.aside)) return true;
  return isRightBeside(mark, place);
}

/** Whether it stands so close to the title that it speaks of the document. */
export function isRightBeside(mark: Marked, place: TitlePlace): boolean {
  return place.at >= 0 && distanceTo(mark, place) < BESIDE;
}
