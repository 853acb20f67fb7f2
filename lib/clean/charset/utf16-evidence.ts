import { charsetCost } from './charset-cost.ts';

const SAMPLE_BYTES = 4096;
/** A unit of text costs less than this on average, in nats; read in the wrong byte order it costs twice as much. */
const MOST_EACH = 9;

/** UTF-16 that nobody declared: only its ASCII has zero bytes. Null for anything else, binary data too. */
export function utf16Evidence(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (sample.length < 4 || !sample.includes(0)) return null;
  const little = costEach(sample, 'utf-16le');
  const big = costEach(sample, 'utf-16be');
  if (Math.min(little, big) > MOST_EACH) return null;
  return little <= big ? 'utf-16le' : 'utf-16be';
}

function costEach(sample: Uint8Array, name: string): number {
  return charsetCost([sample], name).nats / (sample.length / 2);
}
