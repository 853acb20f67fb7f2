import type { ObjectStore } from '#lib/io/object-store.ts';
import { sha256 } from '#lib/model/digest.ts';
import { PermanentError } from '#lib/model/errors.ts';
import type { Checkpoint, Part } from '#lib/model/manifest-files.ts';
import type { UrlState } from '#lib/model/row.ts';
import { decodeLines } from '#lib/model/segment-codec.ts';
import type { Finding } from './finding.ts';
import { representativesIn, textLine, textPartition } from './text-index.ts';

/** Sums over the states of a checkpoint that its index of texts has to agree with. */
export interface TextSums {
  add(state: UrlState): void;
  /** Of the lines of a partition, in any order. */
  of(partition: string): number;
  /** What each state says of who stands for it; only those for which another one does. */
  readonly duplicates: ReadonlyMap<string, string>;
}

export function textSums(): TextSums {
  const sums = new Map<string, number>();
  const duplicates = new Map<string, string>();
  return {
    duplicates,
    add(state) {
      if (state.duplicateOf !== null) duplicates.set(state.id, state.duplicateOf);
      const line = textLine(state);
      if (line === null) return;
      const partition = textPartition(line);
      sums.set(partition, (sums.get(partition) ?? 0) + numberOf(line));
    },
    of: (partition) => sums.get(partition) ?? 0,
  };
}

/** The index of texts is that of the states, and so is who stands for whom. */
export async function* verifyTexts(
  store: ObjectStore,
  { texts }: Checkpoint,
  sums: TextSums,
): AsyncGenerator<Finding> {
  const told = new Map(sums.duplicates);
  for (const part of texts) {
    const lines = await readLines(store, part);
    const problem = typeof lines === 'string' ? lines : wrongWith(lines, part, sums);
    if (problem !== null) yield { rule: 'texts', where: part.key, problem };
    if (problem !== null || typeof lines === 'string') return;
    for (const [id, first] of representativesIn(lines)) {
      if ((told.get(id) ?? null) !== first)
        yield { rule: 'duplicates', where: id, problem: `is not told to be one of ${first}` };
      told.delete(id);
    }
  }
  for (const [id, other] of told)
    yield { rule: 'duplicates', where: id, problem: `is told to be one of ${other}` };
}

async function readLines(store: ObjectStore, { key }: Part): Promise<string[] | string> {
  const object = await store.get(key);
  if (object === null) return 'is missing: the checkpoint names it';
  try {
    return [...decodeLines(key, object.body)];
  } catch (error) {
    if (error instanceof PermanentError) return 'is not gzip';
    throw error;
  }
}

function wrongWith(lines: readonly string[], part: Part, sums: TextSums): string | null {
  if (lines.length !== part.rows)
    return `has ${lines.length} lines, the checkpoint says ${part.rows}`;
  if (lines.some((line, at) => at > 0 && line <= (lines[at - 1] ?? ''))) return 'is out of order';
  const sum = lines.reduce((total, line) => total + numberOf(line), 0);
  return sum === sums.of(part.partition) ? null : 'does not have the texts of the states';
}

/** Equal lines give equal numbers, and sums of some millions of them are exact. */
function numberOf(line: string): number {
  return Number.parseInt(sha256(line).slice(0, 7), 16);
}
