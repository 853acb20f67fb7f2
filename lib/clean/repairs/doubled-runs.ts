import type { Edit } from '../block.ts';

/**
 * Text taken from slides says every run twice: 20002000年年8 8月月发布了发布了. A line is mended only
 * if nearly all of it is such pairs; single doublings (高高兴兴, 试试) are language.
 */
const MAX_RUN = 20;
/** What a line must be like to be such: less is asked where the page has shown that it says things twice. */
interface Demands {
  readonly characters: number;
  /** Share of the line's characters that must stand in pairs. */
  readonly share: number;
  /** Different runs: ———— or 哈哈哈哈 is one, 研究研究、讨论讨论 are language. */
  readonly runs: number;
}

const ALONE: Demands = { characters: 8, share: 0.9, runs: 4 };
const AMONG_OTHERS: Demands = { characters: 8, share: 0.8, runs: 3 };
const PROVEN: Demands = { characters: 4, share: 0.95, runs: 2 };
/** So many doubled lines prove a page. */
const MIN_LINES = 3;
/** In other scripts doubled letters are spelling. */
const HAN = /[\u4e00-\u9fff]/;

/** The pass for a page: takes the second half of every doubled run out of a line. */
export function doubledPass(lines: readonly string[]): (line: string) => Edit[] {
  const doubled = lines.filter((line) => doubledEdits(line, AMONG_OTHERS).length > 0);
  if (doubled.length < MIN_LINES) return (line) => doubledEdits(line, ALONE);
  return (line) => {
    const edits = doubledEdits(line, AMONG_OTHERS);
    return edits.length > 0 ? edits : doubledEdits(line, PROVEN);
  };
}

function doubledEdits(line: string, demands: Demands): Edit[] {
  if (!HAN.test(line)) return [];
  const edits: Edit[] = [];
  let paired = 0;
  let characters = 0;
  for (let at = 0; at < line.length; ) {
    const length = runLength(line, at);
    if (length === 0) {
      if (characters >= ALONE.characters && paired < characters / 2) return [];
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
    characters >= demands.characters &&
    paired >= characters * demands.share &&
    differentRuns(line, edits) >= demands.runs;
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

function differentRuns(line: string, edits: readonly Edit[]): number {
  return new Set(edits.map(({ from, to }) => line.slice(from, to).trim())).size;
}
