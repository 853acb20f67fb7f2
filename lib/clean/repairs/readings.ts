import { READINGS } from './generated/readings.ts';

let readings: ReadonlyMap<string, string> | undefined;

/** syllable → characters. */
function bySyllable(): ReadonlyMap<string, string> {
  readings ??= new Map(
    READINGS.split('|').map((line) => {
      const space = line.indexOf(' ');
      return [line.slice(0, space), line.slice(space + 1)];
    }),
  );
  return readings;
}

/** May `character` be read as `syllable` (pinyin with its tone mark, '' tone only where dictionaries say so)? */
export function isReading(character: string, syllable: string): boolean {
  return charactersRead(syllable).includes(character);
}

let toneless: ReadonlyMap<string, string> | undefined;

/** The same without tones: 個(ge), 裡(li) are said lightly behind another word, whatever dictionaries say of them alone. */
export function isTonelessReading(character: string, syllable: string): boolean {
  toneless ??= withoutTones();
  return toneless.get(plainSyllable(syllable))?.includes(character) ?? false;
}

let initials: ReadonlyMap<string, string> | undefined;

/** May a reading of `character` begin with `letter`? */
export function hasInitial(character: string, letter: string): boolean {
  initials ??= byInitial();
  return initials.get(letter)?.includes(character) ?? false;
}

function byInitial(): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const [syllable, characters] of bySyllable()) {
    const letter = syllable.charAt(0);
    known.set(letter, (known.get(letter) ?? '') + characters);
  }
  return known;
}

function withoutTones(): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const [syllable, characters] of bySyllable()) {
    const bare = syllable.normalize('NFD').replace(TONES, '').normalize('NFC');
    known.set(bare, (known.get(bare) ?? '') + characters);
  }
  return known;
}

/** Macron, acute, caron, grave; the two dots of ü are none. */
const TONES = /[\u0304\u0301\u030c\u0300]/g;

/** The characters read as `syllable`, as one string; '' if it is no syllable. */
export function charactersRead(syllable: string): string {
  return bySyllable().get(plainSyllable(syllable)) ?? '';
}

/** GBK prints a and g of pinyin in their script forms; dictionaries do not. */
function plainSyllable(syllable: string): string {
  return syllable.toLowerCase().normalize('NFC').replaceAll('ɡ', 'g').replaceAll('ɑ', 'a');
}
