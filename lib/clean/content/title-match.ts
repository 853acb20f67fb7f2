import { rememberingPage } from '../page-memory.ts';

const NOT_WORD = /[^\p{L}\p{N}]+/gu;
/** A shorter piece of a title is in many lines by chance. */
const MIN_PART = 6;

/** A title reduced to its letters and digits. */
export const normalTitle = rememberingPage((text: string): string =>
  text.toLowerCase().replace(NOT_WORD, ''),
);

/** 2: the normalised title itself; (0, 1): that share of it; 0: something else. */
export function titleMatch(text: string, title: string): number {
  if (title === '' || text.length > title.length * 3 + 20) return 0;
  const own = normalTitle(text);
  if (own === '') return 0;
  if (own === title) return 2;
  return own.length >= MIN_PART && title.includes(own) ? own.length / title.length : 0;
}
