import { gbkCode, loneByte } from './gbk-codec.ts';

/** One character of a line as the bytes of the GBK page it came from. */
export interface Item {
  readonly from: number;
  /** End in the line, with the annotation that follows. */
  readonly to: number;
  readonly unit: number;
  /** Two bytes of GBK as one number; 0 for ASCII, half characters and characters GBK has not. */
  readonly code: number;
  /** The byte of half a character; 0 otherwise. */
  readonly lone: number;
  /** The pinyin the mirror wrote after the character, or null. */
  readonly reading: string | null;
  /** The '(' of the annotation is missing: the character is '?', which stands for a byte and the '('. */
  readonly swallowed: boolean;
}

const TONES = 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ';
const ANNOTATION = new RegExp(`([(（]?)([a-zɡɑü]{0,5}[${TONES}][a-zɡɑ]{0,4})[)）]`, 'y');
const EVERY_ANNOTATION = new RegExp(`[(（][a-zɡɑü]{0,5}[${TONES}][a-zɡɑ]{0,4}[)）]`, 'g');
const QUESTION = 0x3f;

/** Does the line hold a syllable with a tone mark before a closing bracket? */
export const ANNOTATED = new RegExp(`[${TONES}][a-zɡɑ]{0,4}[)）]`);

/** The line as items; annotations belong to the character before them. */
export function gbkItems(line: string): Item[] {
  const annotated = ANNOTATED.test(line);
  const items: Item[] = [];
  for (let at = 0; at < line.length; ) {
    const unit = line.charCodeAt(at);
    const note = annotated ? annotationAt(line, at + 1, unit) : null;
    const to = note ? note.to : at + 1;
    items.push({
      from: at,
      to,
      unit,
      code: unit < 0x80 ? 0 : gbkCode(unit),
      lone: loneByte(unit),
      reading: note ? note.reading : null,
      swallowed: note?.swallowed ?? false,
    });
    at = to;
  }
  return items;
}

function annotationAt(
  line: string,
  at: number,
  before: number,
): { to: number; reading: string; swallowed: boolean } | null {
  ANNOTATION.lastIndex = at; // sticky: matches here or not at all
  const match = ANNOTATION.exec(line);
  if (!match) return null;
  const swallowed = match[1] === '';
  if (swallowed && before !== QUESTION && before !== 0xfffd) return null;
  return { to: at + match[0].length, reading: match[2] ?? '', swallowed };
}

/** The line without its annotations. */
export function withoutAnnotations(line: string): string {
  return ANNOTATED.test(line) ? line.replace(EVERY_ANNOTATION, '') : line;
}
