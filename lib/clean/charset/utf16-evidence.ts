import { CHINESE, CYRILLIC, JAPANESE, KOREAN } from './frequent-characters.ts';

const SAMPLE_BYTES = 4096;
/** Share of the code units that are ASCII or frequent in some script: the wrong byte order has next to none. */
const LEAST_SHARE = 0.4;

/** UTF-16 that nobody declared: only its ASCII has zero bytes. Null for anything else, binary data too. */
export function utf16Evidence(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (sample.length < 4 || !sample.includes(0)) return null;
  const little = plausible(sample, 'utf-16le');
  const big = plausible(sample, 'utf-16be');
  if (Math.max(little, big) < LEAST_SHARE) return null;
  return little >= big ? 'utf-16le' : 'utf-16be';
}

function plausible(sample: Uint8Array, name: string): number {
  const text = new TextDecoder(name).decode(sample);
  let good = 0;
  for (let at = 0; at < text.length; at += 1) if (isExpected(text.charCodeAt(at))) good += 1;
  return good / Math.max(1, text.length);
}

function isExpected(code: number): boolean {
  if (code < 0x80) return code >= 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
  return [CHINESE, JAPANESE, KOREAN, CYRILLIC].some((set) => set.has(code));
}
