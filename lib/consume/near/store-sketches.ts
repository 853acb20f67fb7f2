import { PermanentError } from '#lib/model/errors.ts';
import type { ExportedFile } from '#lib/model/export-files.ts';
import type { ObjectReader } from '#lib/model/object-reader.ts';
import type { WriteFile } from '../export/write-file.ts';
import type { Sketch } from './near-index.ts';
import { decodeSketches, encodeSketch, SKETCH_BYTES, type StoredSketch } from './sketch-codec.ts';

const FILE_SKETCHES = 250_000; // 56 MB

/** Sketches that are stored, and what is kept of them in memory: 20 bytes each. */
export interface SketchSet {
  readonly files: readonly ExportedFile[];
  readonly ids: IdList;
  readonly ranks: Float64Array;
}

/** Ids in order, by ordinal. */
export interface IdList {
  at(ordinal: number): string;
  /** -1 if it is none of them. */
  ordinalOf(id: string): number;
}

/** Stores sketches, which come in order of id, in files of 250,000. */
export async function storeSketches(
  sketches: AsyncIterable<StoredSketch>,
  write: WriteFile,
): Promise<SketchSet> {
  const files: ExportedFile[] = [];
  const ids: Buffer[] = [];
  const ranks: number[] = [];
  let open: StoredSketch[] = [];
  const close = async (): Promise<void> => {
    const bytes = Buffer.alloc(open.length * SKETCH_BYTES);
    for (const [at, sketch] of open.entries()) encodeSketch(bytes, at * SKETCH_BYTES, sketch);
    ids.push(Buffer.from(open.map(({ id }) => id).join(''), 'hex'));
    files.push(
      await write(bytes, {
        rows: open.length,
        first: open[0]?.id ?? null,
        last: open.at(-1)?.id ?? null,
      }),
    );
    open = [];
  };
  for await (const sketch of sketches) {
    open.push({ ...sketch, signature: sketch.signature.slice() });
    ranks.push(sketch.rank);
    if (open.length === FILE_SKETCHES) await close();
  }
  if (open.length > 0) await close();
  return { files, ids: idList(Buffer.concat(ids)), ranks: Float64Array.from(ranks) };
}

/** All sketches of an export, in order of id. */
export async function* readSketches(
  reader: ObjectReader,
  files: readonly ExportedFile[],
): AsyncGenerator<StoredSketch> {
  for (const { key } of files) yield* decodeSketches(key, await bodyOf(reader, key));
}

/** What is compared of the documents from an ordinal on. */
export async function* sketchesFrom(
  reader: ObjectReader,
  files: readonly ExportedFile[],
  from: number,
): AsyncGenerator<Sketch> {
  let ordinal = 0;
  for (const { key, rows } of files) {
    if (ordinal + rows <= from) ordinal += rows;
    else
      for (const { size, signature } of decodeSketches(key, await bodyOf(reader, key))) {
        if (ordinal >= from) yield { ordinal, size, signature };
        ordinal += 1;
      }
  }
}

async function bodyOf(reader: ObjectReader, key: string): Promise<Uint8Array> {
  const object = await reader.get(key);
  if (object === null) throw new PermanentError(`${key} is missing: export in full`);
  return object.body;
}

const ID_BYTES = 12;

function idList(bytes: Buffer): IdList {
  const count = bytes.length / ID_BYTES;
  return {
    at: (ordinal) => bytes.toString('hex', ordinal * ID_BYTES, (ordinal + 1) * ID_BYTES),
    ordinalOf(id) {
      const wanted = Buffer.from(id, 'hex');
      let low = 0;
      let high = count - 1;
      while (low <= high) {
        const middle = (low + high) >>> 1;
        const order = bytes.compare(
          wanted,
          0,
          ID_BYTES,
          middle * ID_BYTES,
          (middle + 1) * ID_BYTES,
        );
        if (order === 0) return middle;
        if (order < 0) low = middle + 1;
        else high = middle - 1;
      }
      return -1;
    },
  };
}
