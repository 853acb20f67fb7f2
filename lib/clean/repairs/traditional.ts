import { SIMPLIFIED_FORMS, SIMPLIFIED_PHRASES } from './generated/simplified-forms.ts';

interface Tables {
  readonly characters: ReadonlyMap<string, string>;
  /** Phrases whose characters are not converted one by one, by their first character, longest first. */
  readonly phrases: ReadonlyMap<string, readonly (readonly [string, string])[]>;
}

let tables: Tables | undefined;

function conversionTables(): Tables {
  if (tables) return tables;
  const characters = new Map<string, string>();
  for (let at = 0; at < SIMPLIFIED_FORMS.length; at += 2) {
    characters.set(SIMPLIFIED_FORMS.charAt(at), SIMPLIFIED_FORMS.charAt(at + 1));
  }
  const phrases = new Map<string, [string, string][]>();
  for (const entry of SIMPLIFIED_PHRASES.split('|')) {
    const [from = '', to = ''] = entry.split(' ');
    const first = from.charAt(0);
    const list = phrases.get(first);
    if (list) list.push([from, to]);
    else phrases.set(first, [[from, to]]);
  }
  for (const list of phrases.values()) list.sort((a, b) => b[0].length - a[0].length);
  tables = { characters, phrases };
  return tables;
}

/** The simplified form of one traditional character; undefined if it has none of its own. */
export function simplifiedOf(character: string): string | undefined {
  return conversionTables().characters.get(character);
}

/** The same for UTF-16 units; a unit without a simplified form is itself. */
export function simplifiedUnit(unit: number): number {
  return simplifiedUnits()[unit] ?? unit;
}

/** Unit → unit in simplified script. */
export function simplifiedUnits(): Uint16Array {
  units ??= unitTable();
  return units;
}

let units: Uint16Array | undefined;

function unitTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let unit = 0; unit < table.length; unit += 1) table[unit] = unit;
  for (const [from, to] of conversionTables().characters) {
    table[from.charCodeAt(0)] = to.charCodeAt(0);
  }
  return table;
}

/** Every traditional character with a simplified form of its own. */
export function traditionalCharacters(): Iterable<string> {
  return conversionTables().characters.keys();
}

/** `text` in simplified script (OpenCC t2s: longest phrase, else character), same length as `text`. */
export function toSimplified(text: string): string {
  convertible ??= convertibleUnits();
  const { characters, phrases } = conversionTables();
  let result = '';
  let same = 0;
  for (let at = 0; at < text.length; ) {
    if (convertible[text.charCodeAt(at)] === 0) {
      at += 1;
      continue;
    }
    const character = text.charAt(at);
    const phrase = phrases.get(character)?.find(([from]) => text.startsWith(from, at));
    result +=
      text.slice(same, at) + (phrase ? phrase[1] : (characters.get(character) ?? character));
    at += phrase ? phrase[0].length : 1;
    same = at;
  }
  return same === 0 ? text : result + text.slice(same);
}

/** 1 for units that have a simplified form or begin a phrase: most of a text is passed over. */
let convertible: Uint8Array | undefined;

function convertibleUnits(): Uint8Array {
  const { characters, phrases } = conversionTables();
  const marks = new Uint8Array(0x10000);
  for (const keys of [characters.keys(), phrases.keys()]) {
    for (const character of keys) marks[character.charCodeAt(0)] = 1;
  }
  return marks;
}
