import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type Lexicon, readLexicon } from '../../lib/clean/content/words/lexicon.ts';
import { ID_BITS } from '../../lib/clean/content/words/word-ids.ts';

/** Says nothing: for the first pass, before there is a lexicon. */
export const NO_LEXICON: Lexicon = {
  words: new Float32Array(1 << ID_BITS),
  names: new Float32Array(1 << ID_BITS),
  bias: 0,
};

/** The files of one pass of training, read by training.py. */
export interface TrainingFiles {
  /** Ids of one block or line: `NAME.i32` gets them, `NAME.end` where they end. */
  ids(name: string, ids: ArrayLike<number>): void;
  /** One row of features. */
  row(values: Float32Array): void;
  /** One annotated page. */
  page(record: Readonly<Record<string, unknown>>): void;
  close(): void;
}

/** Opens them in `folder`, for lists of ids of these names; there are rows only if the pass has features. */
export function trainingFiles(
  folder: string,
  names: readonly string[],
  features: readonly string[],
): TrainingFiles {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'names.json'), JSON.stringify(features));
  const open = (name: string): number => openSync(join(folder, name), 'w');
  const pages = open('pages.jsonl');
  const rows = open('features.f32');
  const lists = new Map(
    names.map((name) => [name, { ids: open(`${name}.i32`), ends: open(`${name}.end`), count: 0 }]),
  );
  return {
    ids(name, ids) {
      const list = lists.get(name);
      if (!list) throw new RangeError(`no list of ${name}`);
      list.count += ids.length;
      writeSync(list.ids, new Uint8Array(Int32Array.from(ids).buffer));
      writeSync(list.ends, new Uint8Array(Int32Array.of(list.count).buffer));
    },
    row: (values) => {
      writeSync(rows, new Uint8Array(values.slice().buffer));
    },
    page: (record) => {
      writeSync(pages, `${JSON.stringify(record)}\n`);
    },
    close: () => {
      const all = [...lists.values()].flatMap(({ ids, ends }) => [ids, ends]);
      for (const file of [pages, rows, ...all]) closeSync(file);
    },
  };
}

/** The lexicons of a training, each learned without the sites of one fold. */
export function readLexicons(folder: string, count: number): Lexicon[] {
  return Array.from({ length: count }, (_, fold) =>
    readLexicon(JSON.parse(readFileSync(join(folder, `lexicon${fold}.json`), 'utf8'))),
  );
}
