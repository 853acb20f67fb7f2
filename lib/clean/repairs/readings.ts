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

/** The characters read as `syllable`, as one string; '' if it is no syllable. */
export function charactersRead(syllable: string): string {
  return bySyllable().get(plainSyllable(syllable)) ?? '';
}

/** GBK prints a and g of pinyin in their script forms; dictionaries do not. */
function plainSyllable(syllable: string): string {
  return syllable.toLowerCase().normalize('NFC').replaceAll('ɡ', 'g').replaceAll('ɑ', 'a');
}
