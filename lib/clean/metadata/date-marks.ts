import { findDates, readDate } from './find-dates.ts';
import type { Marked } from './marked.ts';
import { MODIFIED_LABEL, NEIGHBOUR, PUBLISHED_LABEL, textDates } from './text-dates.ts';
import type { Found } from './title.ts';
import { distanceTo, type TitlePlace } from './title-place.ts';

const PUBLISHED_TOKENS =
  /datepublished|pubdate|published|publish|entry-date|post-date|postdate|date-created|datecreated|dtpublished|posted|pub-?time|post-?time|article-?date|fbsj|fabu/;
const MODIFIED_TOKENS = /modif|updated|update/;
const MAX_NEAR = 1_800;
const MAX_MARK = 200;
/** The nearest so many date elements are asked. */
const MAX_MARKS = 30;

/** Short marks near the title, the nearest first; in page order if no heading says the title. */
export function nearMarks(marks: readonly Marked[], place: TitlePlace): Marked[] {
  const usable = marks.filter((mark) => mark.text.length < MAX_MARK);
  if (place.at < 0) return usable.slice(0, MAX_MARKS);
  // Above the title stands the masthead, with today's date.
  const far = (mark: Marked): number => distanceTo(mark, place) * (mark.at < place.at ? 4 : 1);
  return usable
    .filter((mark) => far(mark) < MAX_NEAR)
    .sort((a, b) => far(a) - far(b))
    .slice(0, MAX_MARKS);
}

/** An element that holds nothing but the date. */
export function isPlainDate(mark: Marked): boolean {
  const [only] = findDates(mark.text);
  return only !== undefined && mark.text.length - (only.to - only.from) < 12;
}

/** The date of the last change is another one too. */
export function isOfAnother(mark: Marked): boolean {
  return isChange(mark) || isNeighbour(mark);
}

/** The date of the article before or after. */
export function isNeighbour(mark: Marked): boolean {
  return NEIGHBOUR.test(mark.text) || NEIGHBOUR.test(mark.before);
}

function isChange(mark: Marked): boolean {
  return MODIFIED_TOKENS.test(mark.tokens) || MODIFIED_LABEL.test(mark.before);
}

/** Its tokens say publication, or its own text does. */
export function isPublication(mark: Marked): boolean {
  return PUBLISHED_TOKENS.test(mark.tokens) || PUBLISHED_LABEL.test(mark.text);
}

export function* markDates(mark: Marked, monthFirst: boolean): Generator<Found> {
  const origin = mark.tag === 'time' ? 'time' : 'date-element';
  const machine = readDate(mark.value, { monthFirst });
  if (machine !== null) yield { value: machine, origin };
  else yield* textDates(mark.text, origin, monthFirst, false);
}
