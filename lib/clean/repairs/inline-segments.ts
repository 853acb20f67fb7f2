import { MIN_MEAN_LENGTH, MIN_MID_SENTENCE, MIN_SEGMENTS, TERMINAL } from './page-breaks.ts';

/** A piece of a viewer has at most so many characters. */
const MAX_PIECE = 2000;
const BEGINS = /^[ \t\u3000]*1、/;
/** The word before the digits of 第16、17条. */
const COUNTS = /[第之共约近和与及至到]/;

/** Where the numbers 1、 2、 3、 of a viewer stand when its pieces were run together: 全2、部分配到. Empty if they do not. */
export function inlineSegments(text: string): number[] {
  if (!BEGINS.test(text)) return [];
  const places = [0];
  let inside = 0;
  for (let number = 2; ; number += 1) {
    const mark = `${number}、`;
    const after = (places.at(-1) ?? 0) + MIN_MEAN_LENGTH;
    const found = placesOf(text, mark, after);
    const cut = found.find((at) => isInSentence(text, at));
    const place = cut ?? found.find((at) => TERMINAL.test(text.slice(at - 2, at)));
    if (place === undefined) break;
    if (cut !== undefined) inside += 1;
    places.push(place);
  }
  const isCut = places.length >= MIN_SEGMENTS && inside >= (places.length - 1) * MIN_MID_SENTENCE;
  return isCut ? places : [];
}

function placesOf(text: string, mark: string, after: number): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(mark, after); at >= 0; at = text.indexOf(mark, at + 1)) {
    if (at > after + MAX_PIECE) break;
    places.push(at);
  }
  return places;
}

/** Between two characters of a sentence, also behind a number of its own: 有10 6、个社团. */
function isInSentence(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && isDigit(text.charCodeAt(before))) before -= 1;
  const character = text.charAt(before);
  if (!HAN.test(character)) return false;
  return before === at - 1 || !COUNTS.test(character) || isInNumber(text, at);
}

/** 增至522、0个: nobody counts to 0, so that the number was 520. */
function isInNumber(text: string, at: number): boolean {
  return ZERO.test(text.slice(at, at + 8));
}

const ZERO = /^\d{1,4}、0/;

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

const HAN = /\p{sc=Han}/u;
