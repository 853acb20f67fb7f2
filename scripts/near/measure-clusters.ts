import { simplifiedUnit } from '../../lib/clean/repairs/traditional.ts';
import { HASHES, minHash } from '../../lib/consume/near/min-hash.ts';
import { nearClusters } from '../../lib/consume/near/near-clusters.ts';
import { shingles } from '../../lib/consume/near/shingles.ts';
import { EDITS, editedCopy, quoting } from './edited-copies.ts';

export interface Measured {
  /** Texts that were edited, and all documents that were compared. */
  readonly texts: number;
  readonly documents: number;
  /** Share of the pairs in one cluster that come from one text. */
  readonly precision: number;
  /** By edit: share of the copies that are in the cluster of their text. */
  readonly recall: Readonly<Record<string, number>>;
}

interface Copy {
  readonly text: string;
  /** Which of the texts it is a copy of. */
  readonly of: number;
  readonly edit: string;
}

const QUOTED = [0.15, 0.3];
/** Texts that share more of the shorter one than this are copies of one another already. */
const MAX_SHARED = 0.4;
const MIN_SIZE = 60;

/**
 * Clusters texts, edited copies of them, and texts in which part of another is quoted, which are
 * copies of the text around the quotation and not of what is quoted.
 */
export async function measureClusters(texts: readonly string[]): Promise<Measured> {
  const originals = distinct(texts);
  const copies = originals.flatMap((text, of) => copiesOf(text, of, originals));
  const sets = copies.map(({ text }) => shingles(text, simplifiedUnit));
  const signatures = sets.map(minHash);
  const chosen = await nearClusters({
    ranks: Float64Array.from(sets, ({ length }) => -length),
    read: async function* (from) {
      for (let ordinal = from; ordinal < sets.length; ordinal++)
        yield {
          ordinal,
          size: sets[ordinal]?.length ?? 0,
          signature: signatures[ordinal] ?? new Uint8Array(HASHES),
        };
    },
  });
  return {
    texts: originals.length,
    documents: copies.length,
    precision: precisionOf(copies, chosen),
    recall: recallOf(copies, chosen),
  };
}

function copiesOf(text: string, of: number, originals: readonly string[]): Copy[] {
  const edited = EDITS.flatMap((edit): Copy[] => {
    const copy = editedCopy(text, edit, of);
    return copy === null ? [] : [{ text: copy, of, edit }];
  });
  const around = (of + 1) % originals.length;
  const quoted = QUOTED.map((share): Copy => {
    const edit = `${share * 100} % quoted`;
    return { text: quoting(originals[around] ?? '', text, share), of: around, edit };
  });
  return [{ text, of, edit: 'none' }, ...edited, ...quoted];
}

function precisionOf(copies: readonly Copy[], chosen: Int32Array): number {
  let right = 0;
  let all = 0;
  for (const cluster of Map.groupBy(copies.keys(), (ordinal) => chosen[ordinal]).values()) {
    all += (cluster.length * (cluster.length - 1)) / 2;
    for (const same of Map.groupBy(cluster, (ordinal) => copies[ordinal]?.of).values())
      right += (same.length * (same.length - 1)) / 2;
  }
  return right / all;
}

function recallOf(copies: readonly Copy[], chosen: Int32Array): Record<string, number> {
  const originals = new Map<number, number>();
  for (const [ordinal, { of, edit }] of copies.entries())
    if (edit === 'none') originals.set(of, chosen[ordinal] ?? -1);
  const recall: Record<string, number> = {};
  for (const [edit, some] of Map.groupBy(copies.entries(), ([, copy]) => copy.edit)) {
    const found = some.filter(([ordinal, { of }]) => chosen[ordinal] === originals.get(of));
    if (edit !== 'none') recall[edit] = found.length / some.length;
  }
  return recall;
}

function distinct(texts: readonly string[]): string[] {
  const kept: { text: string; set: ReadonlySet<number> }[] = [];
  for (const text of texts) {
    const set = new Set(shingles(text, simplifiedUnit));
    const isCopy = kept.some((one) => {
      const shared = [...set].filter((hash) => one.set.has(hash)).length;
      return shared > MAX_SHARED * Math.min(set.size, one.set.size);
    });
    if (set.size >= MIN_SIZE && !isCopy) kept.push({ text, set });
  }
  return kept.map(({ text }) => text);
}
