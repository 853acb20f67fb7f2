/** Charsets the sample site serves: gb2312 pages are gbk too, as everywhere. */
export type SampleCharset = 'utf-8' | 'gbk' | 'big5';

/** Lead bytes that stand for characters of the standard itself: big5 rows below A1 are vendor rows. */
const FIRST_LEAD = { gbk: 0x81, big5: 0xa1 } as const;
const tables = new Map<string, ReadonlyMap<string, readonly [number, number]>>();

/**
 * The bytes of `text` in `charset`: the inverse of TextDecoder, which has no counterpart for
 * legacy charsets. A character the charset lacks becomes a numeric reference, as browsers and
 * content systems write it (HTML Standard, "html" error mode of the Encoding Standard).
 */
export function encodeText(text: string, charset: SampleCharset): Buffer {
  if (charset === 'utf-8') return Buffer.from(text);
  const table = tableOf(charset);
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const pair = table.get(character);
    if (code < 0x80) bytes.push(code);
    else if (pair) bytes.push(...pair);
    else bytes.push(...Buffer.from(`&#${code};`));
  }
  return Buffer.from(bytes);
}

function tableOf(charset: 'gbk' | 'big5'): ReadonlyMap<string, readonly [number, number]> {
  const known = tables.get(charset);
  if (known) return known;
  const decoder = new TextDecoder(charset);
  const table = new Map<string, readonly [number, number]>();
  for (let lead = FIRST_LEAD[charset]; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      const isOne = [...character].length === 1 && character !== '\uFFFD';
      if (isOne && !table.has(character)) table.set(character, [lead, trail]);
    }
  }
  tables.set(charset, table);
  return table;
}
