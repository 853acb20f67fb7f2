/**
 * Damages clean simplified text as mirrors of GBK sites do: optionally converts it to traditional
 * script and annotates characters, loses one byte of the GBK bytes, reads them again.
 */
import { Converter } from 'opencc-js/cn2t';
import { pinyin } from 'pinyin-pro';

export interface Mirror {
  readonly traditional: boolean;
  /** Writes the reading behind characters whose second byte is ASCII. */
  readonly annotate: boolean;
  /** Folds full-width punctuation to ASCII after the damage. */
  readonly halfWidth: boolean;
  /** Where a byte is lost: before bytes that read as ！；？ across two characters, or before any character's second byte. */
  readonly loses: 'before-punctuation' | 'any-lead';
  readonly lostByte: 'gone' | 'question';
  /** What becomes of a byte left without its pair. */
  readonly dangling: 'gone' | 'question' | 'swallows-bracket' | 'replacement';
  readonly privateUse: 'kept' | 'gone';
}

export interface Damaged {
  readonly line: string;
  /** The lost byte's run reaches the end of the line, where its last byte is lost too. */
  readonly atLineEnd: boolean;
}

/** One character at a time, as mirrors convert. */
const traditionalOf = Converter({ from: 'cn', to: 't' });

const decoder = new TextDecoder('gbk');
const codes = new Map<string, readonly number[]>();
for (let lead = 0x81; lead <= 0xfe; lead += 1) {
  for (let trail = 0x40; trail <= 0xfe; trail += 1) {
    const text = decoder.decode(Uint8Array.of(lead, trail));
    if (text.length === 1 && text !== '\ufffd' && !codes.has(text)) codes.set(text, [lead, trail]);
  }
}

/** Numbers in [0, 1) that depend on the seed alone. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The line as the mirror shows it before any byte is lost; null if GBK cannot write it. */
export function mirrored(line: string, mirror: Mirror): string | null {
  const bytes = encode(line, mirror);
  return bytes && finish(read(bytes.flat(), mirror), mirror);
}

/** The line with one byte lost; null if it offers no place for that. */
export function damage(line: string, mirror: Mirror, next: () => number): Damaged | null {
  const characters = encode(line, mirror);
  if (!characters) return null;
  const places = placesOf(characters, mirror);
  const place = places[Math.floor(next() * places.length)];
  if (place === undefined) return null;
  const before = characters.slice(0, place).flat();
  const [, ...rest] = characters[place] ?? [];
  const lost = mirror.lostByte === 'question' ? [0x3f] : [];
  const bytes = [...before, ...lost, ...rest, ...characters.slice(place + 1).flat()];
  const text = read(bytes, mirror);
  return { line: finish(text, mirror), atLineEnd: reachesEnd(characters.slice(place)) };
}

/** GBK bytes of each character, with its annotation. */
function encode(line: string, mirror: Mirror): number[][] | null {
  const characters: number[][] = [];
  for (const simplified of line) {
    const character = mirror.traditional ? traditionalOf(simplified) : simplified;
    const unit = character.charCodeAt(0);
    if (character.length === 1 && unit < 0x80) {
      characters.push([unit]);
      continue;
    }
    const code = codes.get(character);
    if (!code) return null;
    characters.push([...code]);
    if (mirror.annotate && (code[1] ?? 0) < 0x80) {
      for (const sign of `(${pinyin(character)})`) {
        const bytes = codes.get(sign);
        if (bytes) characters.push([...bytes]);
        else characters.push([sign.charCodeAt(0)]);
      }
    }
  }
  return characters;
}

function placesOf(characters: readonly number[][], { loses }: Mirror): number[] {
  const places: number[] = [];
  for (let at = 0; at + 1 < characters.length; at += 1) {
    const [lead, trail] = characters[at] ?? [];
    const [next, nextTrail] = characters[at + 1] ?? [];
    if (lead === undefined || trail === undefined || next === undefined) continue;
    if (loses === 'any-lead') {
      // Not inside an annotation, and not where the loss is repaired by the next byte.
      if (nextTrail !== undefined && lead >= 0x81 && lead !== 0xa8) places.push(at);
    } else if (trail === 0xa3 && (next === 0xa1 || next === 0xbb || next === 0xbf)) places.push(at);
  }
  return places;
}

/** The bytes as the mirror's software reads them. */
function read(bytes: readonly number[], mirror: Mirror): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      text += String.fromCharCode(lead);
      continue;
    }
    const trail = bytes[at + 1] ?? 0;
    const pair = lead > 0x80 ? decoder.decode(Uint8Array.of(lead, trail)) : '\ufffd';
    if (pair.length === 1 && pair !== '\ufffd') {
      at += 1;
      if (!/[\ue000-\uf8ff]/.test(pair) || mirror.privateUse === 'kept') text += pair;
      continue;
    }
    if (mirror.dangling === 'question') text += '?';
    else if (mirror.dangling === 'replacement') text += '\ufffd';
    else if (mirror.dangling === 'swallows-bracket') {
      text += '?';
      if (trail === 0x28) at += 1;
    }
  }
  return text;
}

function finish(text: string, { halfWidth }: Mirror): string {
  if (!halfWidth) return text;
  return text.replace(/[\uff01-\uff5e]/g, (sign) =>
    String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  );
}

/** Is there no ASCII byte after the loss that sets the pairs right? */
function reachesEnd(characters: readonly number[][]): boolean {
  return characters.slice(1).every(([lead = 0, trail]) => lead >= 0x80 && (trail ?? 0) >= 0x80);
}
