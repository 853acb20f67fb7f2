import type { Edit } from '../block.ts';

/**
 * Text taken from slides says every run twice: 20002000年年8 8月月发布了发布了. A line is mended only
 * if nearly all of it is such pairs; single doublings (高高兴兴, 试试) are language.
 */
const MAX_RUN = 20;
const MIN_CHARACTERS = 8;
/** In other scripts doubled letters are spelling. */
const HAN = /[\u4e00-\u9fff]/;
/** Share of the line's characters that must stand in pairs. */
const MIN_SHARE = 0.8;

/** Takes the second half of every doubled run out. */
export function doubledEdits(line: string): Edit[] {
  if (!HAN.test(line)) return [];
  const edits: Edit[] = [];
  let paired = 0;
  let characters = 0;
  for (let at = 0; at < line.length; ) {
    const length = runLength(line, at);
    if (length === 0) {
      if (characters >= MIN_CHARACTERS && paired < characters / 2) return [];
      if (line.charAt(at).trim() !== '') characters += 1;
      at += 1;
      continue;
    }
    const gap = gapAfter(line, at, length);
    edits.push({ from: at + length, to: at + 2 * length + gap, insert: '' });
    paired += 2 * length;
    characters += 2 * length;
    at += 2 * length + gap;
  }
  const isDoubled =
    characters >= MIN_CHARACTERS && paired >= characters * MIN_SHARE && !isOneRun(line, edits);
  return isDoubled ? edits : [];
}

/** The space between a run and its repetition: 0 or 1. */
function gapAfter(line: string, at: number, length: number): number {
  return line.startsWith(line.slice(at, at + length), at + length) ? 0 : 1;
}

/** Length of the longest run at `at` that is said twice, with at most a space between; 0 if none. */
function runLength(line: string, at: number): number {
  if (line.charAt(at).trim() === '') return 0;
  for (let length = Math.min(MAX_RUN, (line.length - at) >> 1); length >= 1; length -= 1) {
    const run = line.slice(at, at + length);
    if (line.startsWith(run, at + length)) return length;
    if (line.charAt(at + length) === ' ' && line.startsWith(run, at + length + 1)) return length;
  }
  return 0;
}

/** ———— or 哈哈哈哈: one character again and again is drawn so. */
function isOneRun(line: string, edits: readonly Edit[]): boolean {
  const said = new Set(edits.map(({ from, to }) => line.slice(from, to).trim()));
  return said.size < 3;
}
