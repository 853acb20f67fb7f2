import { partKey } from '#lib/model/keys.ts';
import type { Part } from '#lib/model/manifest-files.ts';
import { encodeLines } from '#lib/model/segment-codec.ts';
import type { ManifestDeps } from './deps.ts';

/** Of a part's lines before gzip: what a reader holds in memory at once. */
export const MAX_PART_BYTES = 64 * 1024 * 1024;

export interface PartWriter {
  /** Lines come in order of id. */
  add(id: string, line: string): Promise<void>;
  /** Writes what is left and gives the parts, in order. */
  end(): Promise<Part[]>;
}

/**
 * Writes sorted lines of ids that begin with `partition` to one part, or, if they are more than
 * `maxBytes`, to parts of longer prefixes. One part in memory. `folder` sets kinds of parts apart.
 */
export function partWriter(
  deps: ManifestDeps,
  partition: string,
  maxBytes: number = MAX_PART_BYTES,
  folder = '',
): PartWriter {
  const parts: Part[] = [];
  let digits = partition.length;
  let open: { id: string; line: string }[] = [];
  let bytes = 0;

  const write = async (lines: readonly { id: string; line: string }[]): Promise<void> => {
    const first = lines[0];
    if (first === undefined) return;
    const prefix = first.id.slice(0, digits);
    const key = partKey(folder + prefix, deps.ulid());
    await deps.store.create(key, encodeLines(lines.map(({ line }) => line)));
    parts.push({ partition: prefix, key, rows: lines.length });
  };

  /** Writes the groups of one more digit that are complete; the last goes on. */
  const split = async (): Promise<void> => {
    digits += 1;
    const groups = Map.groupBy(open, ({ id }) => id.slice(0, digits));
    const [last, ...complete] = [...groups.values()].reverse();
    for (const lines of complete.reverse()) await write(lines);
    open = last ?? [];
    bytes = open.reduce((sum, { line }) => sum + line.length, 0);
  };

  return {
    async add(id, line) {
      const first = open[0];
      if (first !== undefined && !id.startsWith(first.id.slice(0, digits))) {
        await write(open);
        open = [];
        bytes = 0;
      }
      open.push({ id, line });
      bytes += line.length;
      while (bytes > maxBytes && open.length > 1) await split();
    },
    async end() {
      await write(open);
      return parts;
    },
  };
}

/**
 * The partition an id belongs to: the part that exists for it, else two digits, or as many more as
 * keep partitions from being prefixes of one another.
 */
export function partitionOf(id: string, partitions: ReadonlySet<string>): string {
  for (let digits = 2; digits <= id.length; digits++) {
    const prefix = id.slice(0, digits);
    if (partitions.has(prefix) || !hasLonger(prefix, partitions)) return prefix;
  }
  return id;
}

function hasLonger(prefix: string, partitions: ReadonlySet<string>): boolean {
  for (const partition of partitions) if (partition.startsWith(prefix)) return true;
  return false;
}
