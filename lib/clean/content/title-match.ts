import { rememberingPage } from '../page-memory.ts';

/** How a line begins that begins in plain letters: what a title does not have is no part of it. */
const START = /^[^0-9A-Za-z\u0080-\uffff]{0,40}([0-9A-Za-z]{3})/;
/** Asking for letters of all scripts is dear. */
const OTHER = /[\u0080-\uffff]/;
const NOT_ASCII_WORD = /[^0-9a-z]+/g;
const NOT_WORD = /[^\p{L}\p{N}]+/gu;
/** A shorter piece of a title is in many lines by chance. */
const MIN_PART = 6;

/** A title reduced to its letters and digits. */
export const normalTitle = rememberingPage((text: string): string =>
  text.toLowerCase().replace(OTHER.test(text) ? NOT_WORD : NOT_ASCII_WORD, ''),
);

/** 2: the normalised title itself; (0, 1): that share of it; 0: something else. */
export function titleMatch(text: string, title: string): number {
  if (title === '' || text.length > title.length * 3 + 20) return 0;
  const start = START.exec(text)?.[1];
  if (start !== undefined && !title.includes(start.toLowerCase())) return 0;
  const own = normalTitle(text);
  if (own === '') return 0;
  if (own === title) return 2;
  return own.length >= MIN_PART && title.includes(own) ? own.length / title.length : 0;
}
